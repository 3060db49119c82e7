using FsCheck;
using FsCheck.Fluent;
using Monitor.Core.Archives.Values;

namespace Monitor.Tests.Archives;

public sealed class PythonListTests
{
    private static readonly string[] Pieces = ["[", "]", "'", "\"", ",", " ", "\\", "\\x4", "\\u00e9", "\\U0001F600", "\\'", "8marzo", "é", "\n", "\ud83d", "[]", "''"];

    /// <summary>What Python writes for a list of strings is read back as that list.</summary>
    [Fact]
    public void The_repr_of_any_list_is_read_back()
    {
        var words = Gen.Elements("a", "8marzo", "it's", "say \"no\"", "both ' and \"", "a, b", "[x]", "back\\slash", "line\nend", "تمام", "").ListOf();
        Prop.ForAll(words.ToArbitrary(), list => Assert.Equal(list, PythonList.Parse($"[{string.Join(", ", list.Select(Repr))}]"))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Bare_words_between_brackets_are_read_back()
    {
        var words = Gen.Elements("8marzo", "X", "تمام", "#a", "http://a.example/?b=c").ListOf();
        Prop.ForAll(words.ToArbitrary(), list => Assert.Equal(list, PythonList.Parse($"[{string.Join(", ", list)}]"))).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void No_text_makes_it_throw() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(1_000),
        Prop.ForAll(Gen.Elements(Pieces).ListOf().ToArbitrary(), pieces => Assert.DoesNotContain(PythonList.Parse(string.Concat(pieces)) ?? [], v => v is null)));

    /// <summary>Python 3's repr of a string: single quotation marks unless only those occur in it.</summary>
    private static string Repr(string text)
    {
        var mark = text.Contains('\'', StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal) ? '"' : '\'';
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
        return mark + (mark == '\'' ? escaped.Replace("'", "\\'", StringComparison.Ordinal) : escaped) + mark;
    }
}
