namespace Monitor.Core.Dossiers.Coordination.Networks;

/// <summary>
/// How much times heap on some minutes of the hour, as those of posting schedules do (on :00, :15, :30). The null model draws places within the hour evenly; where
/// times heap, chance brings accounts together more often than that.
/// </summary>
internal static class MinuteHeaps
{
    /// <summary>Actions below which heaps cannot be told from noise.</summary>
    private const int Least = 1_000;

    /// <summary>How many times as often two actions fall on one minute of the hour as with even times; 0 when there are too few.</summary>
    public static double Of(ActionIndex index)
    {
        var minutes = new long[60];
        foreach (var time in index.Times)
        {
            minutes[(long)time * index.Grid.Unit / 60 % 60]++;
        }

        double all = index.Times.Length;
        return all < Least ? 0 : 60 * minutes.Sum(m => m * (m - 1.0)) / (all * (all - 1));
    }
}
