using Monitor.Core.Linking.SameClaims;
using Monitor.Core.Model;

namespace Monitor.Tests.Linking.SameClaims;

public sealed class SameClaimTests
{
    private const string Closed = "Chirper has closed the accounts of real Ruritanians, teachers and students among them";

    [Theory]
    [InlineData("Chirper has closed accounts of real Ruritanians, (including) teachers and students", "Mina Karimi", "Karimi", true)] // a quotation that shortens
    [InlineData("Chirper has closed the accounts of real Ruritanians, teachers and students among them!", "Mina Karimi", "", true)] // without a speaker
    [InlineData("Chirper has not closed the accounts of real Ruritanians, teachers and students among them", "Mina Karimi", "Mina Karimi", false)] // the contrary
    [InlineData("Chirper closed our office in the capital without a word", "Mina Karimi", "Mina Karimi", false)] // another claim of hers
    [InlineData("Chirper has closed accounts of robots, and of real Ruritanians too", "Mina Karimi", "Tomas Veda", false)] // somebody else, other words
    [InlineData("Chirper has closed the accounts of real Ruritanians, teachers and students among them", "Mina Karimi", "Tomas Veda", true)] // repeated to the letter
    public void Wordings_are_one_claim_by_words_speaker_and_sense(string other, string speaker, string otherSpeaker, bool same)
    {
        var (a, b) = (Claim("a", Closed, speaker), Claim("b", other, otherSpeaker));
        Assert.Equal(same, SameClaim.Of(a, b) is not null);
        Assert.Equal(same, SameClaim.Of(b, a) is not null);
    }

    [Fact]
    public void Other_numbers_within_a_week_are_drift_and_later_ones_news()
    {
        var first = Number("a", "Chirper removed 284 accounts linked to the ministry of Ruritania", 284, PartialDate.Day(2018, 8, 21));
        var drifted = Number("b", "Chirper removed 294 accounts linked to the ministry of Ruritania", 294, PartialDate.Day(2018, 8, 23));
        var later = Number("c", "Chirper removed 770 accounts linked to the ministry of Ruritania", 770, PartialDate.Day(2018, 10, 17));
        Assert.Contains("the numbers differ (284 and 294)", SameClaim.Of(first, drifted)!.Text, StringComparison.Ordinal);
        Assert.Null(SameClaim.Of(first, later));
    }

    [Fact]
    public void A_translation_is_known_by_speaker_and_anchors()
    {
        var english = Claim("a", "Twitter closed accounts of Iranians, TV presenters and students", "Mina Karimi", PartialDate.Day(2018, 9, 16));
        var persian = Claim("b", "توییتر حساب ایرانیان، مجریان تلویزیون و دانشجویان را بست", "مینا کریمی", PartialDate.Day(2018, 9, 17)) with { Language = "fa" };
        Assert.Contains("group student", SameClaim.Of(english, persian)!.Text, StringComparison.Ordinal);
        Assert.Contains("group student", SameClaim.Of(persian, english)!.Text, StringComparison.Ordinal);
        Assert.Null(SameClaim.Of(english, persian with { Said = PartialDate.Day(2018, 12, 1) })); // another occasion
        Assert.Null(SameClaim.Of(english, persian with { Speaker = new("کامران نمونه") })); // another speaker
    }

    internal static Claim Claim(string id, string text, string speaker, PartialDate? said = null) =>
        new(id, text, ClaimKind.Quote, new(speaker)) { Language = "en", Said = said };

    private static Claim Number(string id, string text, double value, PartialDate said) =>
        Claim(id, text, "Chirper", said) with { Quantities = [new(value, "accounts", "", "", "")] };
}
