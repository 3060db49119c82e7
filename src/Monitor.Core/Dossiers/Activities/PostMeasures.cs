namespace Monitor.Core.Dossiers.Activities;

/// <summary>What is measured of an account's posts to be compared with others.</summary>
/// <param name="Posts">Posts.</param>
/// <param name="Reposts">Of these, reposts.</param>
/// <param name="RepliesToOthers">Of these, replies to somebody else.</param>
/// <param name="PeopleRepliedTo">Different accounts replied to.</param>
/// <param name="WithClient">Posts whose client is known.</param>
/// <param name="Mobile">Of these, from a telephone or tablet.</param>
/// <param name="Scheduled">Of these, from a program that posts by itself.</param>
/// <param name="Own">Posts that are no reposts and long enough to be compared.</param>
/// <param name="Repeated">Of these, posts with the words of an earlier one.</param>
/// <param name="Hours">Hours and days.</param>
internal sealed record PostMeasures(
    int Posts, int Reposts, int RepliesToOthers, int PeopleRepliedTo, int WithClient, int Mobile, int Scheduled, int Own, int Repeated, PostingHours Hours);

/// <summary>When an account posts.</summary>
/// <param name="Timed">Posts with a known time.</param>
/// <param name="Days">Days with posts.</param>
/// <param name="ActiveHours">Hours of the day that hold at least 1 % of the posts each.</param>
/// <param name="ActiveWeekdays">Weekdays that hold at least 5 % of the posts each.</param>
/// <param name="Quiet">Longest run of quiet hours.</param>
/// <param name="Five">The quietest five hours in a row.</param>
internal sealed record PostingHours(int Timed, int Days, int ActiveHours, int ActiveWeekdays, QuietTime Quiet, QuietTime Five)
{
    private const double HourShare = 0.01;
    private const double WeekdayShare = 0.05;

    /// <summary>Share of the posts in the quietest five hours in a row; 5/24 = 0.21 when posts are spread evenly.</summary>
    public double QuietestFive => Timed == 0 ? 0 : (double)Five.Posts / Timed;

    /// <summary>Measures a 7 × 24 table.</summary>
    public static PostingHours Of(int[][] hourByWeekday, int days)
    {
        var hours = QuietTime.ByHour(hourByWeekday);
        var timed = hours.Sum();
        return timed == 0
            ? new(0, 0, 0, 0, new(0, 0, 0), new(0, 0, 0))
            : new(
                timed,
                days,
                hours.Count(h => h >= HourShare * timed),
                hourByWeekday.Count(d => d.Sum() >= WeekdayShare * timed),
                QuietTime.Of(hourByWeekday),
                QuietTime.Quietest(hours, 5));
    }
}
