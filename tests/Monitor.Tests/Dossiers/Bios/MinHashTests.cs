using FsCheck;
using FsCheck.Fluent;
using Monitor.Core.Dossiers.Bios;

namespace Monitor.Tests.Dossiers.Bios;

public sealed class MinHashTests
{
    /// <summary>Five standard errors of an estimate from 64 places at its worst, J = 1/2: 5 × √(0.25 / 64). By chance more than that happens once in two million.</summary>
    private const double Bound = 5 * 0.0625;

    [Fact]
    public void The_estimate_lies_near_the_resemblance_of_the_sets() =>
        Prop.ForAll(Gen.Choose(1, 150).Three().ToArbitrary(), sizes =>
        {
            var (common, left, right) = sizes;
            var seed = (uint)((common * 7919) + (left * 104729) + (right * 1299709));
            var shared = Elements(seed, common);
            var a = shared.Concat(Elements(seed + 1_000_003, left)).ToHashSet();
            var b = shared.Concat(Elements(seed + 2_000_003, right)).ToHashSet();
            var resemblance = (double)a.Intersect(b).Count() / a.Union(b).Count();
            var estimate = MinHash.Estimate(MinHash.Short(MinHash.Signature(a)), MinHash.Short(MinHash.Signature(b)));
            return Math.Abs(estimate - resemblance) <= Bound;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_set_equals_itself_in_every_place_whatever_the_order()
    {
        var set = Elements(5, 80).ToList();
        var other = Enumerable.Reverse(set).ToHashSet();
        Assert.Equal(MinHash.Signature(set.ToHashSet()), MinHash.Signature(other));
    }

    [Theory]
    [InlineData(0.3, 0.00, 0.30)] // 0.12 by the curve
    [InlineData(0.8, 0.97, 1.00)] // 0.9998
    public void Candidates_come_about_as_often_as_the_curve_says(double resemblance, double least, double most)
    {
        const int Pairs = 200;
        var met = 0;
        for (uint pair = 0; pair < Pairs; pair++)
        {
            var common = (int)(100 * resemblance);
            var shared = Elements(pair * 31, common);
            var rest = (100 - common) / 2;
            var a = MinHash.Signature(shared.Concat(Elements((pair * 31) + 70_001, rest)).ToHashSet());
            var b = MinHash.Signature(shared.Concat(Elements((pair * 31) + 90_001, rest)).ToHashSet());
            met += Enumerable.Range(0, MinHash.Bands).Any(band => MinHash.BandKey(a, band) == MinHash.BandKey(b, band)) ? 1 : 0;
        }

        Assert.InRange((double)met / Pairs, least, most);
    }

    private static List<uint> Elements(uint seed, int count) => Enumerable.Range(0, count).Select(i => (uint)((((ulong)seed << 20) + (ulong)i + 1) * 0x9E3779B97F4A7C15 >> 29)).ToList();
}
