namespace Monitor.Core.Dossiers.Bios;

/// <summary>
/// Signatures whose share of equal places estimates the resemblance of two sets: each place holds the least value of one hash function over the set, and two sets
/// have the same least element with a probability equal to their resemblance (Broder 1997, "On the resemblance and containment of documents", SEQUENCES '97, 21–29).
/// With 64 places the standard error is √(J(1−J)/64): 0.05 at J = 0.8, 0.0625 at most. The hash functions are multiply-add-shift (Dietzfelbinger 1996, STACS, 569–580), with fixed
/// constants, so that signatures are always the same.
/// </summary>
internal static class MinHash
{
    /// <summary>Places of a signature.</summary>
    public const int Places = Bands * RowsOfBand;

    /// <summary>
    /// Bands and rows of a band (locality-sensitive hashing, Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, 3.4): two sets become candidates when all rows
    /// of some band agree, with the probability 1 − (1 − J⁴)¹⁶: 0.12 at J = 0.3, 0.64 at 0.5, 0.89 at 0.6, 0.99 at 0.7, 0.9998 at 0.8. The curve is steepest near 0.5.
    /// </summary>
    public const int Bands = 16;
    public const int RowsOfBand = 4;

    private static readonly (ulong Factor, ulong Addend)[] Functions = [.. Enumerable.Range(0, Places).Select(i => (Mixed((2 * (ulong)i) + 1) | 1, Mixed((2 * (ulong)i) + 2)))];

    /// <summary>The signature of a set that is not empty.</summary>
    public static uint[] Signature(IReadOnlyCollection<uint> set)
    {
        var least = new uint[Places];
        Array.Fill(least, uint.MaxValue);
        foreach (var element in set)
        {
            for (var i = 0; i < Places; i++)
            {
                var (factor, addend) = Functions[i];
                least[i] = Math.Min(least[i], (uint)(((factor * element) + addend) >> 32));
            }
        }

        return least;
    }

    /// <summary>What two signatures share in one band when all rows of it agree.</summary>
    public static uint BandKey(ReadOnlySpan<uint> signature, int band)
    {
        var key = (ulong)band;
        foreach (var value in signature.Slice(band * RowsOfBand, RowsOfBand))
        {
            key = Mixed(key ^ value);
        }

        return (uint)(key >> 32);
    }

    /// <summary>The estimate of the resemblance.</summary>
    public static double Estimate(ReadOnlySpan<ushort> a, ReadOnlySpan<ushort> b)
    {
        var equal = 0;
        for (var i = 0; i < a.Length; i++)
        {
            equal += a[i] == b[i] ? 1 : 0;
        }

        return (double)equal / a.Length;
    }

    /// <summary>16 bits of each place: unequal places agree by chance once in 65,536 (b-bit minwise hashing, Li and König 2010, WWW, 671–680).</summary>
    public static ushort[] Short(uint[] signature) => Array.ConvertAll(signature, v => (ushort)v);

    /// <summary>The finaliser of SplitMix64 (Steele, Lea and Flood 2014, OOPSLA, 453–472).</summary>
    private static ulong Mixed(ulong z)
    {
        z += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
