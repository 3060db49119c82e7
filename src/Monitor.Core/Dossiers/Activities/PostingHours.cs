namespace Monitor.Core.Dossiers.Activities;

/// <summary>When an account posts.</summary>
/// <param name="Timed">Posts with a known time.</param>
/// <param name="Days">Days with posts.</param>
/// <param name="ActiveWeekdays">Weekdays that hold at least 5 % of the posts each.</param>
/// <param name="Quiet">Longest run of quiet hours.</param>
/// <param name="Five">The quietest five hours in a row.</param>
/// <param name="Work">The five weekdays in a row that hold most of the posts.</param>
internal sealed record PostingHours(int Timed, int Days, int ActiveWeekdays, QuietTime Quiet, QuietTime Five, WorkingDays Work)
{
    private const double WeekdayShare = 0.05;

    /// <summary>Share of the posts in the quietest five hours in a row; 5/24 = 0.21 when posts are spread evenly.</summary>
    public double QuietestFive => Timed == 0 ? 0 : (double)Five.Posts / Timed;

    /// <summary>Measures a 7 × 24 table.</summary>
    public static PostingHours Of(int[][] hourByWeekday, int days)
    {
        var hours = QuietTime.ByHour(hourByWeekday);
        var timed = hours.Sum();
        return timed == 0
            ? new(0, 0, 0, new(0, 0, 0), new(0, 0, 0), new(DayOfWeek.Monday, 0))
            : new(timed, days, hourByWeekday.Count(d => d.Sum() >= WeekdayShare * timed), QuietTime.Of(hourByWeekday), QuietTime.Quietest(hours, 5), WorkingDays.Of(hourByWeekday));
    }
}

/// <summary>Five weekdays in a row, Monday to Friday or Sunday to Thursday in most countries.</summary>
/// <param name="First">The first of them.</param>
/// <param name="Share">Share of the posts on them.</param>
internal sealed record WorkingDays(DayOfWeek First, double Share)
{
    private const int Length = 5;

    /// <summary>The last of them.</summary>
    public DayOfWeek Last => (DayOfWeek)(((int)First + Length - 1) % 7);

    /// <summary>Measures a 7 × 24 table, Monday first; of several with as many posts, the first.</summary>
    public static WorkingDays Of(int[][] hourByWeekday)
    {
        var days = hourByWeekday.Select(d => d.Sum()).ToArray();
        var first = Enumerable.Range(0, 7).MaxBy(f => Sum(days, f));
        return new((DayOfWeek)((first + 1) % 7), (double)Sum(days, first) / days.Sum());
    }

    private static int Sum(int[] days, int first) => Enumerable.Range(first, Length).Sum(d => days[d % 7]);
}
