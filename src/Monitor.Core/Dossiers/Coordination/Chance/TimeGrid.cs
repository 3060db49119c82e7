using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Coordination.Chance;

/// <summary>An hour cut into the cells that times are given in, and how many cells apart two joint actions may lie.</summary>
/// <param name="Unit">Seconds a cell: 1 or 60.</param>
/// <param name="Reach">Cells between two joint actions, at most.</param>
internal readonly record struct TimeGrid(int Unit, int Reach)
{
    /// <summary>Cells an hour.</summary>
    public int Cells => 3_600 / Unit;

    /// <summary>
    /// The grid for times of a precision. With times to the minute two actions in one minute lie 0 to 60 s apart and two in neighbouring minutes up to 120 s, so a
    /// window of 10 or of 60 s can only be read as "in the same minute".
    /// </summary>
    public static TimeGrid Of(TimePrecision precision, int window) =>
        precision == TimePrecision.Second ? new(1, window) : new(60, Math.Max(0, (window / 60) - 1));

    /// <summary>Seconds that two joint actions may really lie apart.</summary>
    public int EffectiveWindow => Unit == 1 ? Reach : (Reach + 1) * Unit;
}
