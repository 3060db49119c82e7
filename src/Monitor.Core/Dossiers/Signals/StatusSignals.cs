using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Signals;

/// <summary>Signals of what the platform did.</summary>
internal static class StatusSignals
{
    /// <summary>A suspension that was taken back.</summary>
    public static Finding? Reinstated(IReadOnlyList<StatusEvent> events)
    {
        var back = events.FirstOrDefault(e => e.Kind == StatusKind.Reinstated);
        if (back is null)
        {
            return null;
        }

        var rows = events.Where(e => e.Kind is StatusKind.Suspended or StatusKind.Reinstated).Select(e => e.Source).ToList();
        return new(SignalFamily.Status, new(
            "reinstated", SignalSide.Person, SignalStrength.Moderate, $"reinstated {back.Time?.ToString() ?? "at an unknown time"}", "not measured",
            "The platform took a suspension back. It seldom says why; an appeal by a person is one cause.", rows));
    }
}
