using System.Text;
using Monitor.Core.Corpus;

namespace Monitor.Core.Dossiers.Hashtags;

/// <summary>A hashtag as somebody wrote it, and what it is compared by.</summary>
public sealed class Hashtag
{
    /// <summary>Longest hashtag: posts have at most 280 characters, and terms are cut at 127, so a longer one could not be told from others.</summary>
    public const int MostCharacters = 126;

    private Hashtag(string text) => (Text, Term) = (text, RecordTerms.Hashtag(text));

    /// <summary>As written, without #.</summary>
    public string Text { get; }

    /// <summary>What it is compared by.</summary>
    internal string Term { get; }

    /// <summary>Reads a hashtag with or without #.</summary>
    /// <returns>The hashtag, or what is wrong and how to mend it.</returns>
    public static (Hashtag? Tag, string Error) Read(string written)
    {
        ArgumentNullException.ThrowIfNull(written);
        var text = written.Trim();
        text = text.Length > 0 && text[0] is '#' or '＃' ? text[1..] : text;
        if (text.Length > MostCharacters)
        {
            return (null, $"This has {text.Length} characters, and no hashtag is longer than {MostCharacters}; give one hashtag");
        }

        if (text.Any(c => char.IsWhiteSpace(c) || char.IsControl(c)))
        {
            return (null, "A hashtag has no blanks; write it in one piece, such as #YouAreBots, or search for the words");
        }

        var tag = new Hashtag(text);
        return tag.Term.Length > 1 ? (tag, "") : (null, "This is no hashtag; write one such as #YouAreBots");
    }

    /// <summary>Hashtags that a text has, each without #: what follows # as long as it is letters, digits, marks, joiners or underscores (Unicode TR 31, R8, without its other signs).</summary>
    internal static IEnumerable<string> In(string text)
    {
        for (var i = text.AsSpan().IndexOfAny('#', '＃'); i >= 0 && i < text.Length;)
        {
            var end = i + 1;
            while (end < text.Length && Rune.TryGetRuneAt(text, end, out var rune) && Belongs(rune))
            {
                end += rune.Utf16SequenceLength;
            }

            if (end > i + 1)
            {
                yield return text[(i + 1)..end];
            }

            var next = text.AsSpan(end).IndexOfAny('#', '＃');
            i = next < 0 ? -1 : end + next;
        }
    }

    /// <summary>Other hashtags that differ from these spellings by underscores: without them, and with them where a capital begins a word.</summary>
    internal static IEnumerable<string> Near(IEnumerable<string> spellings) => spellings
        .SelectMany(s => new[] { s.Replace("_", "", StringComparison.Ordinal), Parted(s) })
        .Where(s => s.Length > 0);

    private static string Parted(string camel)
    {
        var parted = new StringBuilder(camel.Length + 8);
        for (var i = 0; i < camel.Length; i++)
        {
            if (i > 0 && char.IsUpper(camel[i]) && char.IsLower(camel[i - 1]))
            {
                parted.Append('_');
            }

            parted.Append(camel[i]);
        }

        return parted.ToString();
    }

    private static bool Belongs(Rune rune) =>
        Rune.IsLetterOrDigit(rune) || rune.Value is '_' or '\u200C' or '\u200D'
        || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark;
}
