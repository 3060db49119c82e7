using FsCheck;
using FsCheck.Fluent;
using Monitor.Core.Claims;
using Monitor.Core.Text;

namespace Monitor.Tests.Claims;

public sealed class RobustnessTests
{
    private static readonly string[] Pieces =
    [
        "said", "Mara Quill", " ", " ", ", ", ". ", "“", "”", "\"", "'", "‘", "’", "«", "»", "„", "\n", "that ", "according to ", "accused ", "2,865 ", "accounts ", "he ", "Twitter ",
        "suspended ", "گفت ", "که ", "قال ", "إن ", "dijo ", "que ", "(", ")", "—", ":", "?", "\ud83d", "\u200c", "#Tag ", "@handle ", "two hundred ", "1e999 ", "999999999999999999999999 ",
        "not ", "denied ", "— ", " - ", "wie ", "Wie ", "sagte ", "teilte ", "mit ", "sei ", "nach Angaben ", "von ", "zufolge ", "pour ", "who ", "as ", "۱۳۹۷ ", "۳۱ ", "شهریور ", "اسفند ", "به گفته ", "three ", "years ago ",
        "last month ", "hace ", "1397/13/45 ", "99.99.9999 ", "2018-02-31 ", "zweihundertund ", "saying ", "and said ", "the company ", "-t-elle ", "''", "titled ", "تم ",
        "May ", "31 February ", "hundreds of ", "$", "%", "'s ", "U.S. ",
    ];

    [Fact]
    public void Any_text_is_read_without_an_error_and_every_offset_is_exact()
    {
        var text = Gen.Elements(Pieces).ListOf().Select(string.Concat);
        var language = Gen.Elements("en", "fa", "ar", "es", "fr", "de", "ru", "und", "");
        Prop.ForAll(Gen.Zip(text, language).ToArbitrary(), pair => Check(pair.Item1, pair.Item2)).QuickCheckThrowOnFailure();
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), random => Check(random ?? "", "en")).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Any_headline_is_read_without_an_error()
    {
        var words = Gen.Elements(Pieces).ListOf().Select(string.Concat);
        Prop.ForAll(Gen.Zip(words, words).ToArbitrary(), pair =>
        {
            var found = new ClaimFinder().Find(Texts.Article(pair.Item1) with { Title = pair.Item2 });
            return found.Appearances.All(a => a.End == 0 || pair.Item1[a.Start..a.End] == a.Text);
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("“a b c d” said ")]
    [InlineData("x“ ")]
    [InlineData("said (")]
    [InlineData("he accused X of y. ")]
    [InlineData("Mara Quill, ")]
    [InlineData("— said Mara Quill, ")]
    [InlineData("three years ago last month ")]
    [InlineData("S: ")]
    public void Endless_repetition_in_one_paragraph_is_read_whole(string unit)
    {
        Assert.True(Check(string.Concat(Enumerable.Repeat(unit, 2000)), "en"));
    }

    [Fact]
    public void Sentences_cover_every_letter_and_do_not_overlap()
    {
        Prop.ForAll(Gen.Elements(Pieces).ListOf().Select(string.Concat).ToArbitrary(), text =>
        {
            var end = 0;
            foreach (var sentence in Sentences.Split(text, "en"))
            {
                if (sentence.Start < end || sentence.Length == 0 || text[end..sentence.Start].Any(char.IsLetterOrDigit))
                {
                    return false;
                }

                end = sentence.End;
            }

            return !text[end..].Any(char.IsLetterOrDigit);
        }).QuickCheckThrowOnFailure();
    }

    private static bool Check(string text, string language)
    {
        var found = new ClaimFinder().Find(Texts.Article(text, language));
        var ids = found.Claims.Select(c => c.Id).ToHashSet();
        return ids.Count == found.Claims.Count
            && found.Appearances.All(a => text[a.Start..a.End] == a.Text && ids.Contains(a.ClaimId))
            && found.Appearances.All(a => a.SpeakerStart < 0 || text.AsSpan(a.SpeakerStart).StartsWith(a.SpeakerText, StringComparison.Ordinal))
            && found.Appearances.All(a => a.Pieces.Count != 1 && a.Pieces.All(p => a.Start <= p.Start && p.Start < p.End && p.End <= a.End))
            && found.Claims.All(c => c.Score is >= 0 and <= 1 && c.Parts.All(p => c.Text[p.Start..p.End] == p.Text) && c.Quantities.All(q => double.IsFinite(q.Value)));
    }
}
