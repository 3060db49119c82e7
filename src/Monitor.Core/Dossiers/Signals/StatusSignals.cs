using Monitor.Core.Dossiers.Statistics;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Signals;

/// <summary>Signals of what the platform did.</summary>
internal static class StatusSignals
{
    /// <summary>A suspension that was taken back. Capped at moderate: the platform took back suspensions for many reasons, in some years by the thousand. What a later version of the release no longer says does not count.</summary>
    public static Signal? Reinstated(IReadOnlyList<StatusEvent> events, CorpusStatistics statistics)
    {
        var standing = events.Where(e => FormerRow.NotIn(e.Flags) is null).ToList();
        var back = standing.Find(e => e.Kind == StatusKind.Reinstated);
        if (back is null)
        {
            return null;
        }

        var rows = standing.Where(e => e.Kind is StatusKind.Suspended or StatusKind.Reinstated).Select(e => e.Source).Distinct().ToList();
        var again = standing.Exists(e => e.Kind == StatusKind.Suspended && e.Time?.Time > back.Time?.Time);
        var all = statistics.Reinstated(null);
        return new(
            "reinstated", SignalFamily.Status, SignalSide.Person, again ? SignalStrength.Weak : all.Strength(SignalStrength.Moderate),
            $"reinstated {back.Time?.ToString() ?? "at an unknown time"}{(again ? ", and suspended again later" : "")}",
            $"{statistics.Reinstated(back.Source.Release)} sampled accounts with a dated suspension in the same table; {all} of all such",
            "The platform took a suspension back. It seldom says why; an appeal by a person is one cause.", rows);
    }
}
