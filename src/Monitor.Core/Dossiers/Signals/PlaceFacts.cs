using Monitor.Core.Dossiers.Activities;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Signals;

/// <summary>Facts of place, language and hours held against each other. That a location is false says little (in 2011 a third of Twitter's users gave none or a joke, Hecht et al., CHI 2011); that the hours are those of another continent says more.</summary>
internal static class PlaceFacts
{
    /// <summary>A night's quiet hours, from a short night to a long evening and morning; more are office hours, and their middle is no night.</summary>
    private const int LeastRest = 5;
    private const int MostRest = 12;

    /// <summary>The middle of the rest in the middle of the day: late sleepers (04:00 to noon) have theirs at 8.</summary>
    private const double DayFrom = 10;
    private const double DayTo = 20;

    /// <summary>The middle of the rest of people who sleep at night: 22:00 to 04:00 gives 1, 03:00 to 11:00 gives 7.</summary>
    private const double NightTo = 7;

    /// <summary>One own post in ten or fewer in a language that the country, or the world, uses.</summary>
    private const double Foreign = 0.1;

    public static IReadOnlyList<PostFact> All { get; } =
    [
        new("hours-against-place", SignalFamily.Place, SignalSide.Operated, SignalStrength.Moderate, // emigrants keep a place in the profile, night workers sleep by day
            CanTell, m => m.Place!.Quiet.Middle is >= DayFrom and < DayTo,
            m => PostFact.Said($"quiet from {m.Place!.Quiet.Start:00}:00 to {m.Place.Quiet.End:00}:00 in the time of {m.Place.Zone}"),
            "At the place that it claims it would rest through the day and post through the night. Somebody elsewhere may be behind it; so may a person who moved, or works at night. The rows are posts around the rest.",
            (t, m) => Around(t, m)),
        new("hours-fit-place", SignalFamily.Place, SignalSide.Person, SignalStrength.Weak, // an operator in the same country has the same night
            CanTell, m => m.Place!.Quiet.Middle < NightTo || m.Place.Quiet.Middle >= 24 - 1,
            m => PostFact.Said($"quiet from {m.Place!.Quiet.Start:00}:00 to {m.Place.Quiet.End:00}:00 in the time of {m.Place.Zone}"),
            "It rests at night at the place that it claims. That fits a person there, and an operator there as well.",
            (t, m) => Around(t, m)),
        new("language-against-place", SignalFamily.Place, SignalSide.Operated, SignalStrength.Weak, // people live abroad
            m => m.Place is { Country: not null, KnownLanguage: >= PostFact.LeastForShares }, m => m.Place!.Fitting <= Foreign * m.Place.KnownLanguage,
            m => PostFact.Said($"{m.Place!.KnownLanguage - m.Place.Fitting:N0} of {m.Place.KnownLanguage:N0} posts of its own are in languages that are not used in {m.Place.Country}, most in {m.Place.MainLanguage}"),
            "It claims a country whose languages it does not write. Many people live abroad; accounts made for readers elsewhere look alike.", (t, _) => t.Languages.MainRows()),
    ];

    private static bool CanTell(PostMeasures m) => HabitFacts.CanTellHours(m) && m.Place is { Zone: not null, Quiet.Hours: >= LeastRest and <= MostRest };

    /// <summary>Rows are kept by UTC hour; the rest is the same one, so the quiet hours in UTC lead to them.</summary>
    private static IReadOnlyList<RowRef> Around(ActivityTally tally, PostMeasures m)
    {
        var rest = m.Hours.Quiet;
        return rest.Hours == 0 ? [] : [.. tally.Clock.Hours[(rest.Start + 23) % 24].Rows.Take(2), .. tally.Clock.Hours[rest.End].Rows.Take(2)];
    }
}
