using System.Globalization;

namespace Monitor.Core.Archives.Values;

/// <summary>
/// Twitter's post ids since November 2010 hold the millisecond of their making (Snowflake: 41 bits of time since <see cref="Epoch"/> above 22 bits of machine and
/// sequence; Twitter engineering blog, "Announcing Snowflake", 2010). An id whose time is far from the row's own was changed on its way.
/// </summary>
internal static class Snowflake
{
    /// <summary>2010-11-04 01:42:54.657 UTC in Unix milliseconds.</summary>
    private const long Epoch = 1_288_834_974_657;

    /// <summary>First day on which every new id is a Snowflake id; the switch was on 2010-11-04.</summary>
    private static readonly DateTimeOffset Since = new(2010, 11, 6, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Release times are cut to the minute and in UTC; a day leaves room for files with local times.</summary>
    private static readonly TimeSpan Tolerance = TimeSpan.FromDays(1);

    /// <summary>True when a decimal id says a time that is more than a day from <paramref name="time"/>; false when that cannot be told.</summary>
    public static bool Contradicts(ReadOnlySpan<char> id, DateTimeOffset time) =>
        time >= Since
        && long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && Math.Abs((number >> 22) + Epoch - time.ToUnixTimeMilliseconds()) > Tolerance.TotalMilliseconds;
}
