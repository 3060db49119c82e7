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
/// <param name="QuietHours">Longest run of hours, around midnight too, that together hold at most 2 % of the posts.</param>
/// <param name="QuietestFive">Share of the posts in the quietest five hours in a row; 5/24 = 0.21 when posts are spread evenly.</param>
internal sealed record PostingHours(int Timed, int Days, int ActiveHours, int ActiveWeekdays, int QuietHours, double QuietestFive)
{
    private const double HourShare = 0.01;
    private const double WeekdayShare = 0.05;
    private const double QuietShare = 0.02;

    /// <summary>Measures a 7 × 24 table.</summary>
    public static PostingHours Of(int[][] hourByWeekday, int days)
    {
        var hours = Enumerable.Range(0, 24).Select(h => hourByWeekday.Sum(d => d[h])).ToArray();
        var timed = hours.Sum();
        if (timed == 0)
        {
            return new(0, 0, 0, 0, 0, 0);
        }

        int Least(int length) => Enumerable.Range(0, 24).Min(start => Enumerable.Range(start, length).Sum(h => hours[h % 24]));
        return new(
            timed,
            days,
            hours.Count(h => h >= HourShare * timed),
            hourByWeekday.Count(d => d.Sum() >= WeekdayShare * timed),
            Enumerable.Range(0, 24).Reverse().First(length => length == 0 || Least(length) <= QuietShare * timed),
            (double)Least(5) / timed);
    }
}
