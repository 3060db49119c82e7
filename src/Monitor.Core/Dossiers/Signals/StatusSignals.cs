using Monitor.Core.Dossiers.Statistics;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Signals;

/// <summary>Signals of what the platform did.</summary>
internal static class StatusSignals
{
    /// <summary>A suspension that was taken back. Capped at moderate: the platform took back suspensions for many reasons, in some years by the thousand.</summary>
    public static Signal? Reinstated(IReadOnlyList<StatusEvent> events, CorpusStatistics statistics)
    {
        var back = events.FirstOrDefault(e => e.Kind == StatusKind.Reinstated);
        if (back is null)
        {
            return null;
        }

        var rows = events.Where(e => e.Kind is StatusKind.Suspended or StatusKind.Reinstated).Select(e => e.Source).Distinct().ToList();
        var again = events.Any(e => e.Kind == StatusKind.Suspended && e.Time?.Time > back.Time?.Time);
        var all = statistics.Reinstated(null);
        return new(
            "reinstated", SignalFamily.Status, SignalSide.Person, again ? SignalStrength.Weak : all.Strength(SignalStrength.Moderate),
            $"reinstated {back.Time?.ToString() ?? "at an unknown time"}{(again ? ", and suspended again later" : "")}",
            $"{statistics.Reinstated(back.Source.Release)} sampled accounts with a dated suspension in the same table; {all} of all such",
            "The platform took a suspension back. It seldom says why; an appeal by a person is one cause.", rows);
    }
}
