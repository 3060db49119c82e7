using FsCheck;
using FsCheck.Fluent;
using Monitor.Core.Model;
using Monitor.Core.Reviews;
using Monitor.Core.Reviews.Sampling;

namespace Monitor.Tests.Reviews.Sampling;

public sealed class SampleProgressTests
{
    private static readonly IReadOnlyList<string> Scale = new ReviewOptions().ScaleFor("account:");

    [Fact]
    public void Before_the_first_verdict_nothing_is_said_of_the_frame()
    {
        var progress = Progress([("all", 100, 4)], _ => []);

        Assert.Null(progress.Estimate);
        Assert.Equal("twitter:all0", progress.Next!.Id);
        Assert.Contains("None of the 4 accounts was judged yet", Assert.Single(EstimateText.Lines(progress)), StringComparison.Ordinal);
    }

    [Fact]
    public void Verdicts_are_counted_with_their_reviewers_disputes_stand_as_such_and_open_ones_show_how_far_the_answer_hangs_on_them()
    {
        var progress = Progress([("all", 100, 6)], n => n switch
        {
            0 => [("real person", "A"), ("real person", "B")],
            1 => [("real person", "A"), ("operated", "B")],
            2 => [("unclear", "A")],
            3 => [("operated", "a")],
            4 => [("unclear", "A"), ("real person", "A")], // the later of one reviewer stands
            _ => [],
        });

        Assert.Equal((5, 1, 2, 0), (progress.Judged, progress.Disputed, progress.Open, progress.OutOfTurn));
        Assert.Equal([("real person", 2L), ("operated", 1L), ("unclear", 1L)], progress.Verdicts.Select(v => (v.Value, v.Count)));
        Assert.Equal(("A", 4L), (progress.Reviewers[0].Value, progress.Reviewers[0].Count));
        Assert.Equal("twitter:all5", progress.Next!.Id);
        Assert.Equal((2, 5, 0.4, false), (progress.Estimate!.With, progress.Estimate.Judged, progress.Estimate.Share, progress.Estimate.Weighted));
        Assert.Equal(WilsonInterval.Of(0.4, 5), progress.Estimate.Interval);
        Assert.Equal(4, progress.EstimateIfOpenWereReal!.With);
        Assert.Contains("1 disputed", string.Join('\n', EstimateText.Lines(progress)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_entry_that_was_corrected_no_longer_stands()
    {
        var entries = new[] { Entry(1, "real person", "A", null), Entry(2, "operated", "B", 1) };
        var progress = SampleProgress.Of(Plan([("all", 10, 1)]), _ => entries, Scale);

        Assert.Equal(["operated"], progress.Accounts[0].Standing.Select(r => r.Verdict));
    }

    [Fact]
    public void Accounts_judged_out_of_turn_are_told()
    {
        var progress = Progress([("all", 10, 4)], n => n is 0 or 3 ? [("real person", "A")] : []);

        Assert.Equal(1, progress.OutOfTurn);
        Assert.Contains("1 account was judged before others", string.Join('\n', EstimateText.Lines(progress)), StringComparison.Ordinal);
    }

    /// <summary>90 accounts with 4 of 4 real and 10 with 0 of 4: 0.9 of the frame, as much as (90 + 10)² / (90²/4 + 10²/4) = 4.88 accounts tell.</summary>
    [Fact]
    public void Strata_that_are_not_judged_in_proportion_are_weighted_by_their_accounts()
    {
        var estimate = Progress([("big", 90, 4), ("small", 10, 4)], n => [(n < 4 ? "real person" : "operated", "A")]).Estimate!;

        Assert.True(estimate.Weighted);
        Assert.Equal((0.9, 4.88), (Math.Round(estimate.Share, 10), Math.Round(estimate.EffectiveSize, 2)));
        Assert.Equal(WilsonInterval.Of(estimate.Share, estimate.EffectiveSize), estimate.Interval);
    }

    [Fact]
    public void Strata_without_a_verdict_are_named()
    {
        var progress = Progress([("big", 90, 2), ("small", 10, 2)], n => n < 2 ? [("real person", "A")] : []);

        Assert.Equal(["small"], progress.Estimate!.Unseen.Select(s => s.Name));
        Assert.Contains("Nothing is said of 10 accounts in strata without a verdict: small", string.Join('\n', EstimateText.Lines(progress)), StringComparison.Ordinal);
    }

    [Fact]
    public void Weights_never_make_a_sample_tell_more_than_its_accounts_or_leave_0_to_1() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Cases, strata =>
        {
            var plan = Plan([.. strata.Select((s, i) => ($"s{i}", s.Accounts, s.Judged))]);
            var byId = plan.Chosen.ToDictionary(c => c.Id);
            var progress = SampleProgress.Of(
                plan,
                id => [Entry(1, int.Parse(id.Split('-')[1], System.Globalization.CultureInfo.InvariantCulture) < strata[int.Parse(byId[id].Stratum[1..], System.Globalization.CultureInfo.InvariantCulture)].With ? "real person" : "operated", "A", null)],
                Scale);
            var e = progress.Estimate!;
            var expected = e.Weighted ? strata.Sum(s => (double)s.Accounts * s.With / s.Judged) / strata.Sum(s => (double)s.Accounts) : (double)strata.Sum(s => s.With) / strata.Sum(s => s.Judged);
            return Math.Abs(e.Share - expected) < 1e-9 && e.EffectiveSize <= e.Judged + 1e-9 && e.EffectiveSize >= 1 - 1e-9 && e.Interval.Low >= 0 && e.Interval.High <= 1
                && e.Interval.Low <= e.Share && e.Share <= e.Interval.High;
        }));

    private static Arbitrary<List<(int Accounts, int Judged, int With)>> Cases => (
        from strata in Gen.Choose(1, 6)
        from list in (
            from judged in Gen.Choose(1, 20)
            from more in Gen.Choose(0, 500)
            from with in Gen.Choose(0, judged)
            select (judged + more, judged, with)).ListOf(strata)
        select list.ToList()).ToArbitrary();

    private static SamplePlan Plan((string Name, int Accounts, int Chosen)[] strata)
    {
        var separator = strata.Length > 1 || strata[0].Name != "all" ? "-" : "";
        return new(
            "s1", "sample-release", 1, "", 7, strata.Sum(s => s.Chosen), "language", DateTimeOffset.UnixEpoch, new(100, 0, strata.Sum(s => s.Accounts), 0, 0, 0, 0, 0, [], []),
            [.. strata.Select(s => new SampleStratum(s.Name, s.Accounts, s.Chosen))],
            [.. strata.SelectMany(s => Enumerable.Range(0, s.Chosen).Select(n => new SampledAccount($"twitter:{s.Name}{separator}{n}", s.Name, new("sample-release", 1, "users.csv", n + 2, 0))))]);
    }

    private static SampleProgress Progress((string Name, int Accounts, int Chosen)[] strata, Func<int, (string Verdict, string Reviewer)[]> verdicts)
    {
        var plan = Plan(strata);
        var numbers = plan.Chosen.Select((c, i) => (c.Id, i)).ToDictionary(p => p.Id, p => p.i);
        return SampleProgress.Of(plan, id => [.. verdicts(numbers[id]).Select((v, i) => Entry(i + 1, v.Verdict, v.Reviewer, null))], Scale);
    }

    private static Review Entry(long sequence, string verdict, string reviewer, long? corrects) =>
        new(sequence, "twitter:1", verdict, reviewer, DateTimeOffset.UnixEpoch, "", [], corrects, "", "");
}
