namespace Monitor.Core.Dossiers.Activities;

/// <summary>When an account posts.</summary>
/// <param name="Timed">Posts with a known time.</param>
/// <param name="Days">Days with posts.</param>
/// <param name="ActiveWeekdays">Weekdays that hold at least 5 % of the posts each.</param>
/// <param name="Quiet">Longest run of quiet hours.</param>
/// <param name="Five">The quietest five hours in a row.</param>
internal sealed record PostingHours(int Timed, int Days, int ActiveWeekdays, QuietTime Quiet, QuietTime Five)
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
            ? new(0, 0, 0, new(0, 0, 0), new(0, 0, 0))
            : new(timed, days, hourByWeekday.Count(d => d.Sum() >= WeekdayShare * timed), QuietTime.Of(hourByWeekday), QuietTime.Quietest(hours, 5));
    }
}
