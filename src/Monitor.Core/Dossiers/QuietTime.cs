namespace Monitor.Core.Dossiers;

/// <summary>The longest run of quiet hours of a day: hours in a row, around midnight too, that together hold at most 2 % of an account's posts.</summary>
/// <param name="Start">First hour, 0 to 23, in the time of the table; the run with the fewest posts, then the earliest, when several are as long.</param>
/// <param name="Hours">How many hours; 0 when none is quiet, or no post has a time.</param>
/// <param name="Posts">Posts in these hours.</param>
public sealed record QuietTime(int Start, int Hours, int Posts)
{
    /// <summary>A stray post in fifty does not end a night: without this, one post at 3 o'clock in years would.</summary>
    private const double Share = 0.02;

    /// <summary>First hour behind the run, 0 to 23.</summary>
    public int End => (Start + Hours) % 24;

    /// <summary>The middle of the run, 0 to below 24.</summary>
    public double Middle => (Start + (Hours / 2.0)) % 24;

    /// <summary>Measures a table of posts by weekday and hour, as in <see cref="Model.Activity.HourByWeekday"/>.</summary>
    public static QuietTime Of(IReadOnlyList<IReadOnlyList<int>> hourByWeekday)
    {
        ArgumentNullException.ThrowIfNull(hourByWeekday);
        var hours = ByHour(hourByWeekday);
        var timed = hours.Sum();
        if (timed == 0)
        {
            return new(0, 0, 0);
        }

        return Enumerable.Range(1, 23).Reverse().Select(length => Quietest(hours, length)).FirstOrDefault(q => q.Posts <= Share * timed) ?? new(0, 0, 0);
    }

    /// <summary>Posts of each hour of the day, whatever the weekday.</summary>
    internal static int[] ByHour(IReadOnlyList<IReadOnlyList<int>> hourByWeekday) =>
        [.. Enumerable.Range(0, 24).Select(h => hourByWeekday.Sum(d => d.Count > h ? d[h] : 0))];

    /// <summary>The hours in a row that hold the fewest posts.</summary>
    internal static QuietTime Quietest(int[] hours, int length) => Enumerable.Range(0, 24)
        .Select(start => new QuietTime(start, length, Enumerable.Range(start, length).Sum(h => hours[h % 24])))
        .MinBy(q => q.Posts)!;
}
