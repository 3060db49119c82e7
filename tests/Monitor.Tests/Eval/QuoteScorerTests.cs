using Monitor.Commands.Eval;

namespace Monitor.Tests.Eval;

/// <summary>The metric of quotations on cases counted by hand.</summary>
public sealed class QuoteScorerTests
{
    private static readonly int[] Text = [.. Enumerable.Repeat((int)'x', 200)];
    private static readonly QuoteRules All = new([], false, false);

    [Fact]
    public void A_gold_quotation_takes_the_free_one_that_covers_most_of_it()
    {
        var tally = new QuoteScorer(All, .3).Score([Quote(0, 10), Quote(20, 30), Quote(40, 50)], [Quote(0, 4), Quote(0, 9), Quote(28, 60)], Text);

        // The first takes 0–9; the second shares 2 of 10; the third is covered by 28–60; 0–4 is left over.
        Assert.Equal((2, 1, 1), (tally.Found, tally.Missed, tally.False));
        Assert.Equal(2.0 / 3, tally.F1, 9);
    }

    [Fact]
    public void The_strict_threshold_wants_more_than_four_fifths()
    {
        Assert.Equal(0, new QuoteScorer(All, .8).Score([Quote(0, 10)], [Quote(0, 8)], Text).Found);
        Assert.Equal(1, new QuoteScorer(All, .8).Score([Quote(0, 10)], [Quote(0, 9)], Text).Found);
    }

    [Fact]
    public void What_the_rules_leave_out_is_neither_missed_nor_false()
    {
        var tally = new QuoteScorer(All with { SpeechOnly = true }, .3).Score([Quote(0, 10), Quote(20, 40) with { Speech = false }], [Quote(0, 10), Quote(20, 40)], Text);
        Assert.Equal((1, 0, 0, 1), (tally.Found, tally.Missed, tally.False, tally.Ignored));

        var direct = new QuoteScorer(new(["direct"], false, false), .3).Score([Quote(0, 10) with { Type = "direct" }], [Quote(0, 10), Quote(50, 60)], Text);
        Assert.Equal((1, 0, 1), (direct.Found, direct.False, direct.Ignored));
    }

    [Fact]
    public void Pieces_of_a_broken_quotation_count_one_by_one_and_short_ones_not()
    {
        var gold = Quote(0, 60) with { Spans = [[0, 20], [30, 35], [40, 60]] };
        var tally = new QuoteScorer(All with { Pieces = true }, .3).Score([gold], [Quote(0, 20)], Text);
        Assert.Equal((1, 1), (tally.Found, tally.Missed));
    }

    [Theory]
    [InlineData("Mr. Zarif", "Mohammad Javad Zarif", true)]
    [InlineData("Javad Zarif", "Zarif, Javad", true)]
    [InlineData("the foreign minister", "Zarif", false)]
    [InlineData("", "", true)]
    [InlineData("Zarif's", "Zarif", true)]
    [InlineData("كاظم", "کاظم", true)]
    public void Names_agree_when_one_is_a_shorter_form_of_the_other(string a, string b, bool agree) => Assert.Equal(agree, NameAgreement.Agree(a, b));

    [Fact]
    public void Speakers_are_compared_by_place_where_both_are_known_else_by_name()
    {
        var gold = Quote(0, 10) with { Speaker = "he", SpeakerStart = 12, SpeakerEnd = 14, Resolved = ["Javad Zarif"] };
        var right = Quote(0, 10) with { Speaker = "he", SpeakerResolved = "Zarif" };
        Assert.Equal((1, 1, 1, 1), Counts(gold, right));
        Assert.Equal((1, 0, 1, 1), Counts(gold, right with { SpeakerStart = 50, SpeakerEnd = 52 }));
        Assert.Equal((0, 0, 1, 0), Counts(gold with { SpeakerKnown = false }, right with { SpeakerResolved = "Somebody Else" }));

        static (int, int, int, int) Counts(ScoredQuote gold, ScoredQuote found)
        {
            var tally = new QuoteScorer(All, .3).Score([gold], [found], Text);
            return (tally.SpeakerOf, tally.Speaker, tally.ResolvedOf, tally.Resolved);
        }
    }

    [Fact]
    public void Offsets_are_translated_between_units_and_code_points()
    {
        var points = new CodePoints("a😀b");
        Assert.Equal([0, 1, 2, 3], new[] { 0, 1, 3, 4 }.Select(points.Of));
        Assert.Equal([0, 1, 3, 4], Enumerable.Range(0, 4).Select(points.Units));
    }

    [Fact]
    public void The_pieces_of_a_broken_quotation_are_found_again_in_its_place()
    {
        const string Place = "“We will not wait,” the harbour master said. “We will begin tomorrow.”";
        var pieces = QuoteSet.Pieces("We will not wait, We will begin tomorrow.", Place[1..^1]);
        Assert.Equal(["We will not wait,", "We will begin tomorrow."], pieces.Select(p => Place[1..^1][p.Start..p.End]));
    }

    private static ScoredQuote Quote(int start, int end) => new() { Start = start, End = end };
}
