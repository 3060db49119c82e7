using System.Globalization;
using Monitor.Core.Dossiers.Activities;
using Monitor.Core.Dossiers.Statistics;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Signals;

/// <summary>Signals of programs that hardly anybody uses.</summary>
internal static class ClientSignals
{
    /// <summary>Sampled accounts with known clients from which on a client can be called rare: with none of 100 the upper bound is 2.6 %.</summary>
    private const int LeastSampled = 100;

    /// <summary>Share of these up to which it is.</summary>
    private const double Rare = 0.02;

    /// <summary>
    /// A main client that few sampled accounts have. Moderate when other accounts of the same release have it and none outside: a program of their own; else weak, since
    /// anybody may write or choose a rare one.
    /// </summary>
    public static Signal? Uncommon(ActivityTally tally, PostMeasures measures, string release, CorpusStatistics statistics)
    {
        if (measures.Clients.Known < PostFact.LeastForShares)
        {
            return null;
        }

        return measures.Clients.Main
            .Where(c => !ClientKinds.IsMobile(c) && !ClientKinds.IsScheduling(c) && !ClientKinds.IsWeb(c))
            .Select(c => (Client: c, Own: statistics.Client(release, c), All: statistics.Client(null, c)))
            .Where(c => c.All.Of >= LeastSampled && c.All.With <= Rare * c.All.Of)
            .OrderByDescending(c => c.Own.With).ThenBy(c => c.Client, StringComparer.Ordinal)
            .Select(c => new Signal(
                "client-rare", SignalFamily.Habit, SignalSide.Operated,
                c.Own.With > 1 && c.Own.With == c.All.With ? c.All.Strength(SignalStrength.Moderate) : SignalStrength.Weak,
                string.Create(CultureInfo.InvariantCulture, $"a fifth or more of its posts come from \"{c.Client}\""),
                $"a main client of {RateText.Sampled(c.Own, c.All)}",
                "It posts with a program that hardly any other account uses. When several accounts of one release share it, it may be theirs alone; by itself it may be anybody's choice.",
                tally.Clients.RowsOf(c.Client)))
            .FirstOrDefault();
    }
}
