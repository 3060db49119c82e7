namespace Monitor.Demo;

/// <summary>
/// Marsaglia's xorshift64* generator ("Xorshift RNGs", Journal of Statistical Software 8(14), 2003; multiplier by Vigna, 2016).
/// <see cref="Random"/> promises no fixed sequence between versions of .NET; the sample release has to be the same everywhere.
/// </summary>
internal sealed class SampleRandom(ulong seed)
{
    private ulong state = seed == 0 ? 1 : seed;

    /// <summary>A number from 0 up to, not including, <paramref name="below"/>.</summary>
    public int Next(int below)
    {
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        return (int)((state * 2685821657736338717UL >> 33) % (ulong)below);
    }

    /// <summary>True in <paramref name="percent"/> of a hundred cases.</summary>
    public bool Chance(int percent) => Next(100) < percent;

    /// <summary>One item of a list.</summary>
    public T Pick<T>(IReadOnlyList<T> items) => items[Next(items.Count)];
}

/// <summary>Ids in Twitter's snowflake form: milliseconds since 2010-11-04T01:42:54.657Z, shifted by 22 bits.</summary>
internal static class SampleIds
{
    private const long Epoch = 1288834974657;

    /// <summary>The id for a moment; <paramref name="number"/> (below 4,096) keeps ids of one millisecond apart.</summary>
    public static long At(DateTime utc, int number) =>
        (new DateTimeOffset(utc, TimeSpan.Zero).ToUnixTimeMilliseconds() - Epoch) << 22 | (31L << 17) | (31L << 12) | ((long)number & 0xFFF);
}
