using FsCheck;
using FsCheck.Fluent;
using Monitor.Commands.Eval;

namespace Monitor.Tests.Eval;

public sealed class RankedFiguresTests
{
    [Fact]
    public void Average_precision_is_the_mean_precision_at_the_positives()
    {
        // Positives at ranks 1 and 3: (1/1 + 2/3) / 2.
        Assert.Equal(5.0 / 6, RankedFigures.AveragePrecision([(3, true), (2, false), (1, true)]), 9);
        Assert.True(double.IsNaN(RankedFigures.AveragePrecision([(1, false)])));
    }

    [Fact]
    public void Equal_scores_count_by_the_mean_over_their_orders()
    {
        // One positive among two: first or second, (1 + 1/2) / 2.
        Assert.Equal(.75, RankedFigures.AveragePrecision([(1, true), (1, false)]), 9);
        // Two of three in any order: (1 + 1 + 1 + 2/3 + 1/2 + 2/3) / 6.
        Assert.Equal((1 + 1 + 1 + (2.0 / 3) + .5 + (2.0 / 3)) / 6, RankedFigures.AveragePrecision([(1, true), (1, false), (1, true)]), 9);
    }

    [Fact]
    public void No_order_of_the_input_gains() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(byte, bool)[]>(), answers =>
        {
            var scored = answers.Select(a => ((double)(a.Item1 % 4), a.Item2)).ToList();
            return RankedFigures.AveragePrecision(scored).Equals(RankedFigures.AveragePrecision(scored.AsEnumerable().Reverse()));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Mean_average_precision_stops_at_the_depth_and_divides_by_all_right_answers() =>
        Assert.Equal((1 + .5 + 0 + ((1 + (2.0 / 3)) / 2)) / 4, RankedFigures.MeanAverage([([1], 1), ([2], 1), ([6], 1), ([1, 3], 2)], 5), 9);

    [Fact]
    public void F1_counts_the_positive_class() => Assert.Equal(.5, RankedFigures.F1([(true, true), (true, false), (false, true), (false, false)]), 9);
}
