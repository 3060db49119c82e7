using FsCheck;
using FsCheck.Fluent;
using Monitor.Core.Reviews.Sampling;

namespace Monitor.Tests.Reviews.Sampling;

public sealed class StratumAllocationTests
{
    [Theory]
    [InlineData(new long[] { 60, 30, 10 }, 10, new[] { 6, 3, 1 })]
    [InlineData(new long[] { 62, 28, 10 }, 10, new[] { 6, 3, 1 })] // the largest remainder
    [InlineData(new long[] { 500, 3, 2 }, 10, new[] { 8, 1, 1 })] // each at least one
    [InlineData(new long[] { 500, 3, 2 }, 2, new[] { 2, 0, 0 })] // too few for each
    [InlineData(new long[] { 2, 1 }, 50, new[] { 2, 1 })] // all there are
    [InlineData(new long[] { 5, 5 }, 3, new[] { 2, 1 })] // of equal claims the earlier
    [InlineData(new long[] { 7 }, 0, new[] { 0 })]
    public void A_sample_is_divided_in_proportion(long[] accounts, int size, int[] chosen) => Assert.Equal(chosen, StratumAllocation.Of(accounts, size));

    [Fact]
    public void It_adds_up_keeps_within_each_stratum_leaves_none_out_and_stays_near_the_quota() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2000), Prop.ForAll(Cases, c =>
        {
            var total = c.Accounts.Sum();
            var size = (int)Math.Min(c.Size, total);
            var chosen = StratumAllocation.Of(c.Accounts, c.Size);
            var quotas = c.Accounts.Select(a => (double)size * a / total).ToList();
            return chosen.Sum() == size
                && chosen.Zip(c.Accounts).All(p => p.First >= 0 && p.First <= p.Second)
                && (size < c.Accounts.Length || chosen.All(n => n >= 1))
                && chosen.Zip(quotas).All(p => p.First <= Math.Max(1, Math.Ceiling(p.Second + 1e-9)));
        }));

    private static Arbitrary<(long[] Accounts, int Size)> Cases => (
        from strata in Gen.Choose(1, 20)
        from accounts in Gen.OneOf(Gen.Choose(1, 9), Gen.Choose(1, 10_000)).Select(n => (long)n).ListOf(strata)
        from size in Gen.Choose(1, 400)
        select (accounts.ToArray(), size)).ToArbitrary();
}
