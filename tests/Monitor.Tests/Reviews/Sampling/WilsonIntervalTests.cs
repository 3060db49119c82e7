using FsCheck;
using FsCheck.Fluent;
using Monitor.Core.Reviews.Sampling;

namespace Monitor.Tests.Reviews.Sampling;

public sealed class WilsonIntervalTests
{
    /// <summary>Values of R. G. Newcombe 1998, Statistics in Medicine 17:857, table I, method 3.</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Published_values_are_met(int with, int of, double low, double high)
    {
        var interval = WilsonInterval.Of((double)with / of, of);

        Assert.Equal((low, high), (Math.Round(interval.Low, 4), Math.Round(interval.High, 4)));
    }

    [Fact]
    public void It_lies_in_0_to_1_holds_the_share_and_narrows_with_the_size() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Cases, c =>
        {
            var share = (double)c.With / c.Of;
            var interval = WilsonInterval.Of(share, c.Of);
            var wider = interval.High - interval.Low;
            var larger = WilsonInterval.Of(share, c.Of * (1 + c.More));
            return interval.Low >= 0 && interval.High <= 1 && interval.Low <= share && share <= interval.High && larger.High - larger.Low < wider;
        }));

    [Fact]
    public void It_mirrors_when_the_question_is_turned_round() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(Cases, c =>
        {
            var one = WilsonInterval.Of((double)c.With / c.Of, c.Of);
            var other = WilsonInterval.Of((double)(c.Of - c.With) / c.Of, c.Of);
            return Math.Abs(one.Low + other.High - 1) < 1e-9 && Math.Abs(one.High + other.Low - 1) < 1e-9;
        }));

    [Theory]
    [InlineData(-0.1, 10)]
    [InlineData(1.1, 10)]
    [InlineData(double.NaN, 10)]
    [InlineData(0.5, 0)]
    public void What_is_no_share_is_refused(double share, double size) => Assert.Throws<ArgumentOutOfRangeException>(() => WilsonInterval.Of(share, size));

    private static Arbitrary<(int With, int Of, int More)> Cases => (
        from of in Gen.Choose(1, 5_000)
        from with in Gen.Choose(0, of)
        from more in Gen.Choose(1, 9)
        select (with, of, more)).ToArbitrary();
}
