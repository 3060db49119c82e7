namespace Monitor.Core.Dossiers.Coordination;

/// <summary>What counts as acting together.</summary>
public sealed record CoordinationOptions
{
    /// <summary>Seconds, the default of CooRTweet's <c>detect_groups</c> (Righetti and Balluff, version 2.1.2).</summary>
    public const int DefaultWindow = 10;

    /// <summary>Seconds, the default of the Coordination Network Toolkit (Graham and QUT 2020); Keller et al. 2020 take a minute, too.</summary>
    public const int WideWindow = 60;

    /// <summary>Longest window, in seconds: the null model redraws times within an hour, and half an hour is no "moment" any more.</summary>
    public const int LongestWindow = 1_800;

    /// <summary>The level of the false discovery rate at which an edge is called beyond chance; the usual one (Benjamini and Hochberg 1995).</summary>
    public const double Level = 0.05;

    /// <summary>Seconds within which two actions are joint, 1 to <see cref="LongestWindow"/>.</summary>
    public int Window { get; init; } = DefaultWindow;

    /// <summary>Joint actions from which on a pair is an edge; once may be coincidence (Giglietto et al. 2020; CooRTweet's <c>min_participation</c> is 2).</summary>
    public int Least { get; init; } = 2;

    /// <summary>Most actions before and after an action that are compared with it, so that a link shared a hundred thousand times in a minute is not quadratic; a cut is stated.</summary>
    public int MostNeighbours { get; init; } = 500;

    /// <summary>Most edges kept with the result, the least probable first; a cut is stated.</summary>
    public int MostEdges { get; init; } = 20_000;

    /// <summary>Most edges held in memory while the network is measured, 64 bytes each; beyond, those that chance explains (p above <see cref="Level"/>) are only counted.</summary>
    public int MostHeld { get; init; } = 4_000_000;

    /// <summary>Threads; 0 for one a processor. The result does not depend on it.</summary>
    public int Threads { get; init; }

    internal int Workers => Threads > 0 ? Threads : Environment.ProcessorCount;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Window, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Window, LongestWindow);
        ArgumentOutOfRangeException.ThrowIfLessThan(Least, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MostNeighbours, 1);
    }
}
