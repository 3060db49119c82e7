using System.Globalization;
using Monitor.Core.Dossiers.Activities;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Signals;

/// <summary>One yes-or-no fact of an account's posts: when it can be told, when it holds, what it speaks for. Thresholds are constants here, each with its reason.</summary>
/// <param name="Name">Name of the signal.</param>
/// <param name="Family">What it is about.</param>
/// <param name="Side">What it speaks for.</param>
/// <param name="Cap">Strongest that it may be.</param>
/// <param name="CanTell">True when there are posts enough to tell.</param>
/// <param name="Is">True when it holds.</param>
/// <param name="Value">The measured value for people.</param>
/// <param name="Text">The sentence.</param>
/// <param name="Rows">Rows that show it.</param>
internal sealed record PostFact(
    string Name,
    SignalFamily Family,
    SignalSide Side,
    SignalStrength Cap,
    Func<PostMeasures, bool> CanTell,
    Func<PostMeasures, bool> Is,
    Func<PostMeasures, string> Value,
    string Text,
    Func<PostExamples, PostMeasures, IReadOnlyList<RowRef>> Rows)
{
    /// <summary>Posts from which on shares are looked at: a share of one half is then known to ±14 points (95 %).</summary>
    public const int LeastForShares = 50;

    /// <summary>Timed posts from which on hours are looked at: four or more for each hour of the day.</summary>
    private const int LeastForHours = 100;

    /// <summary>Days with posts from which on hours say something of habit and not of one event.</summary>
    private const int LeastDays = 30;

    /// <summary>Nearly all.</summary>
    private const double Mostly = 0.9;

    private const double Half = 0.5;

    /// <summary>Share of replies to others, and people replied to, that make a conversation rather than a few answers.</summary>
    private const double Conversation = 0.2;
    private const int Partners = 10;

    /// <summary>Hours of sleep and the quiet hours around it. Posts on Twitter follow people's daily rest (Golder and Macy 2011, Science 333:1878); office hours leave more than ten quiet hours.</summary>
    private const int LeastRest = 5;
    private const int MostRest = 10;

    /// <summary>Five hours in a row hold 21 % of the posts when they are spread evenly over the day; half of that is more than a sleeper leaves.</summary>
    private const double NoRest = 0.10;

    /// <summary>One post in five with the words of an earlier one.</summary>
    private const double Repeats = 0.2;

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PostFact> All { get; } =
    [
        new("reposts-mostly", SignalFamily.Content, SignalSide.Operated, SignalStrength.Moderate, // many people mostly repost
            m => m.Posts >= LeastForShares, m => m.Reposts >= Mostly * m.Posts, m => Share(m.Reposts, m.Posts, "posts are reposts"),
            "Nearly all of its posts repeat what others wrote. Accounts that amplify do so; so do many people.", (e, _) => e.Reposts.Rows),
        new("conversation", SignalFamily.Content, SignalSide.Person, SignalStrength.Strong,
            m => m.Posts >= LeastForShares, m => m.RepliesToOthers >= Conversation * m.Posts && m.PeopleRepliedTo >= Partners,
            m => $"{Share(m.RepliesToOthers, m.Posts, "posts answer others")}, {m.PeopleRepliedTo.ToString("N0", CultureInfo.InvariantCulture)} different accounts",
            "It answers many different accounts. Conversation takes a person's time; whom it answered is in the rows.", (e, _) => e.Replies.Rows),
        new("texts-repeated", SignalFamily.Content, SignalSide.Operated, SignalStrength.Moderate, // a shop's or an author's notices are repeated, too
            m => m.Own >= LeastForShares, m => m.Repeated >= Repeats * m.Own, m => Share(m.Repeated, m.Own, "longer posts of its own repeat an earlier one"),
            "It posts the same words again and again, links and mentions aside. So do queues of prepared posts, and people who advertise.", (e, _) => e.Repeated.Rows),
        new("mobile-clients", SignalFamily.Habit, SignalSide.Person, SignalStrength.Moderate, // operators have telephones
            m => m.WithClient >= LeastForShares, m => m.Mobile >= Half * m.WithClient, m => Share(m.Mobile, m.WithClient, "posts with a known client come from a telephone or tablet"),
            "It posts mostly from a telephone or tablet, as people do on their way.", (e, _) => e.Mobile.Rows),
        new("scheduling-clients", SignalFamily.Habit, SignalSide.Operated, SignalStrength.Moderate, // newsrooms and shops schedule
            m => m.WithClient >= LeastForShares, m => m.Scheduled >= Half * m.WithClient, m => Share(m.Scheduled, m.WithClient, "posts with a known client come from programs that post by themselves"),
            "Most of its posts come from programs that post by themselves. Newsrooms, shops and bloggers use them as well.", (e, _) => e.Scheduled.Rows),
        new("daily-rest", SignalFamily.Habit, SignalSide.Person, SignalStrength.Moderate, // shifts can look alike
            m => m.Hours.Timed >= LeastForHours && m.Hours.Days >= LeastDays,
            m => m.Hours.Quiet.Hours is >= LeastRest and <= MostRest && m.Hours.ActiveWeekdays == 7,
            m => Said($"{m.Hours.Quiet.Hours} quiet hours a day, {m.Hours.Quiet.Start:00}:00 to {m.Hours.Quiet.End:00}:00 UTC, posts on all weekdays"),
            "It posts through the whole week and rests for a night's length at the same hours. So do people; shifts can look alike. The rows are posts of the hours before and after the rest.",
            (e, m) => AroundRest(e, m.Hours.Quiet)),
        new("no-rest", SignalFamily.Habit, SignalSide.Operated, SignalStrength.Strong,
            m => m.Hours.Timed >= LeastForHours && m.Hours.Days >= LeastDays, m => m.Hours.QuietestFive >= NoRest,
            m => Said($"the quietest five hours in a row hold {100 * m.Hours.QuietestFive:0} % of its posts"),
            "It has no hours of rest: one person alone can hardly post so, several people or a program can. A person who travels between time zones may look alike. The rows are posts of these five hours.",
            (e, m) => InQuietest(e, m.Hours.Five)),
    ];

    private static IReadOnlyList<RowRef> AroundRest(PostExamples examples, QuietTime rest) =>
        [.. examples.Hours[(rest.Start + 23) % 24].Rows.Take(RowExamples.Limit / 2), .. examples.Hours[rest.End].Rows.Take(RowExamples.Limit / 2)];

    private static IReadOnlyList<RowRef> InQuietest(PostExamples examples, QuietTime five) =>
        [.. Enumerable.Range(five.Start, five.Hours).SelectMany(h => examples.Hours[h % 24].Rows.Take(1))];

    private static string Share(int part, int whole, string what) => Said($"{part:N0} of {whole:N0} ({100.0 * part / whole:0} %) {what}");

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
