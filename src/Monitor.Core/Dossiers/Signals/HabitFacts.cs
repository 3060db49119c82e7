using Monitor.Core.Dossiers.Activities;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Signals;

/// <summary>Facts of when and with which programs an account posts.</summary>
internal static class HabitFacts
{
    private const double Half = 0.5;

    /// <summary>Timed posts from which on hours are looked at: four or more for each hour of the day.</summary>
    public const int LeastForHours = 100;

    /// <summary>Days with posts from which on hours say something of habit and not of one event.</summary>
    public const int LeastDays = 30;

    /// <summary>Hours of sleep and the quiet hours around it. Posts on Twitter follow people's daily rest (Golder and Macy 2011, Science 333:1878); office hours leave more than ten quiet hours.</summary>
    private const int LeastRest = 5;
    private const int MostRest = 10;

    /// <summary>Five hours in a row hold 21 % of the posts when they are spread evenly over the day; half of that is more than a sleeper leaves.</summary>
    private const double NoRest = 0.10;

    /// <summary>
    /// Working hours: five days in a row hold 95 % of the posts, and the day has as many quiet hours as a working day and a lunch leave. Days with posts that show a habit: with
    /// 20 of them, 19 or more fall on the same five weekdays by chance in one account of eighty (binomial, 5/7 each), if days off are as good as others.
    /// </summary>
    private const double OnWorkdays = 0.95;
    private const int LeastOffHours = 13;
    private const int LeastWorkDays = 20;

    /// <summary>Nearly all, from a desk.</summary>
    private const double Mostly = 0.9;

    public static IReadOnlyList<PostFact> All { get; } =
    [
        new("mobile-clients", SignalFamily.Habit, SignalSide.Person, SignalStrength.Moderate, // operators have telephones
            m => m.Clients.Known >= PostFact.LeastForShares, m => m.Clients.Mobile >= Half * m.Clients.Known,
            m => PostFact.Share(m.Clients.Mobile, m.Clients.Known, "posts with a known client come from a telephone or tablet"),
            "It posts mostly from a telephone or tablet, as people do on their way. Operators have telephones, too.", (t, _) => t.Clients.Mobile.Rows),
        new("scheduling-clients", SignalFamily.Habit, SignalSide.Operated, SignalStrength.Moderate, // newsrooms and shops schedule
            m => m.Clients.Known >= PostFact.LeastForShares, m => m.Clients.Scheduled >= Half * m.Clients.Known,
            m => PostFact.Share(m.Clients.Scheduled, m.Clients.Known, "posts with a known client come from programs that post by themselves"),
            "Most of its posts come from programs that post by themselves. Newsrooms, shops and bloggers use them as well.", (t, _) => t.Clients.Scheduled.Rows),
        new("desk-clients", SignalFamily.Habit, SignalSide.Operated, SignalStrength.Weak, // people without a telephone, or before there were many, do so too
            m => m.Clients.Known >= PostFact.LeastForShares, m => m.Clients.Desk >= Mostly * m.Clients.Known,
            m => PostFact.Share(m.Clients.Desk, m.Clients.Known, "posts with a known client come from the platform's page or program on a desk"),
            "It hardly ever posts from a telephone. Staff at desks do so; in the first years of the platform so did most people.", (t, _) => t.Clients.Desk.Rows),
        new("office-hours", SignalFamily.Habit, SignalSide.Operated, SignalStrength.Moderate, // people post from work, too, and pupils from school
            m => m.Hours.Timed >= PostFact.LeastForShares && m.Hours.Days >= LeastWorkDays,
            m => m.Hours.Work.Share >= OnWorkdays && m.Hours.Quiet.Hours >= LeastOffHours,
            m => PostFact.Said($"{100 * m.Hours.Work.Share:0} % of its posts are of {m.Hours.Work.First} to {m.Hours.Work.Last}, {m.Hours.Quiet.Hours} hours a day are quiet ({m.Hours.Quiet.Start:00}:00 to {m.Hours.Quiet.End:00}:00 UTC)"),
            "It posts in working hours of working days, hardly ever in the evening or on days off. Staff do so; so do people who post from work or school only. The rows are posts at the beginning and the end of its day.",
            (t, m) => AroundRest(t.Clock, m.Hours.Quiet)),
        new("daily-rest", SignalFamily.Habit, SignalSide.Person, SignalStrength.Moderate, // shifts can look alike
            CanTellHours, m => m.Hours.Quiet.Hours is >= LeastRest and <= MostRest && m.Hours.ActiveWeekdays == 7,
            m => PostFact.Said($"{m.Hours.Quiet.Hours} quiet hours a day, {m.Hours.Quiet.Start:00}:00 to {m.Hours.Quiet.End:00}:00 UTC, posts on all weekdays"),
            "It posts through the whole week and rests for a night's length at the same hours. So do people; shifts can look alike. The rows are posts of the hours before and after the rest.",
            (t, m) => AroundRest(t.Clock, m.Hours.Quiet)),
        new("no-rest", SignalFamily.Habit, SignalSide.Operated, SignalStrength.Strong,
            CanTellHours, m => m.Hours.QuietestFive >= NoRest,
            m => PostFact.Said($"the quietest five hours in a row hold {100 * m.Hours.QuietestFive:0} % of its posts"),
            "It has no hours of rest: one person alone can hardly post so, several people or a program can. A person who travels between time zones may look alike. The rows are posts of these five hours.",
            (t, m) => InQuietest(t.Clock, m.Hours.Five)),
    ];

    /// <summary>Posts enough to speak of hours.</summary>
    public static bool CanTellHours(PostMeasures m) => m.Hours.Timed >= LeastForHours && m.Hours.Days >= LeastDays;

    /// <summary>Posts of the hours before and after a rest, in UTC.</summary>
    private static IReadOnlyList<RowRef> AroundRest(ClockTally clock, QuietTime rest) =>
        [.. clock.Hours[(rest.Start + 23) % 24].Rows.Take(RowExamples.Limit / 2), .. clock.Hours[rest.End].Rows.Take(RowExamples.Limit / 2)];

    private static IReadOnlyList<RowRef> InQuietest(ClockTally clock, QuietTime five) =>
        [.. Enumerable.Range(five.Start, five.Hours).SelectMany(h => clock.Hours[h % 24].Rows.Take(1))];
}
