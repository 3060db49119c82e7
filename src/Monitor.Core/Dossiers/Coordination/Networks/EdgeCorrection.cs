using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Coordination.Networks;

/// <summary>
/// Corrects the probabilities of edges for the many pairs that were looked at (Benjamini and Hochberg 1995): of edges with q at most 0.05, no more than 5 % are expected
/// to be chance. The pairs tested are bounded from above by all pairs of accounts that could have met somebody often enough; counting more than were possible makes q
/// larger, never smaller.
/// </summary>
internal sealed class EdgeCorrection
{
    private readonly ActionIndex index;
    private readonly List<PairFigures> sorted;
    private readonly double[] q;

    /// <summary>Corrects edges that are sorted by their probability.</summary>
    public EdgeCorrection(ActionIndex index, PairsFound found, int least)
    {
        (this.index, sorted, q) = (index, found.Edges, new double[found.Edges.Count]);
        long able = 0;
        for (var account = 0; account < index.Start.Length - 1; account++)
        {
            Accounts += index.Start[account + 1] > index.Start[account] ? 1 : 0;
            able += Stays(account) >= least ? 1 : 0;
        }

        PairsTested = Math.Max(able * (able - 1) / 2, sorted.Count + found.NotHeld);
        var lowest = 1.0;
        for (var i = q.Length - 1; i >= 0; i--)
        {
            lowest = q[i] = Math.Min(lowest, sorted[i].P * PairsTested / (i + 1));
            BeyondChance += q[i] <= CoordinationOptions.Level ? 1 : 0;
        }

        Lowest = lowest;
    }

    /// <summary>Accounts with actions that can be joint.</summary>
    public int Accounts { get; }

    /// <summary>Pairs tested, from above.</summary>
    public long PairsTested { get; }

    /// <summary>Edges with q at most 0.05; they are the first ones.</summary>
    public int BeyondChance { get; }

    /// <summary>Simes' test of the whole network (Simes 1986): the least of p × pairs / rank, which is the lowest q.</summary>
    public double Lowest { get; }

    /// <summary>The first edges, with names and times.</summary>
    public IReadOnlyList<CoordinationEdge> Edges(IReadOnlyList<string> accounts, int most) =>
    [
        .. sorted.Take(most).Select((e, i) => new CoordinationEdge(accounts[e.A], accounts[e.B], e.Joint, e.Expected, e.P, q[i])
        {
            Chances = e.Chances,
            Hours = e.Hours,
            AFirst = e.AFirst,
            BFirst = e.BFirst,
            First = index.Moment(e.First),
            Last = index.Moment(e.Last),
        }),
    ];

    /// <summary>Objects and hours in which an account acted.</summary>
    private int Stays(int account)
    {
        var (stays, at) = (0, index.Start[account]);
        for (var i = at; i < index.Start[account + 1]; i++)
        {
            var again = i > at && index.OwnObjects[i] == index.OwnObjects[i - 1] && index.Hour(index.OwnTimes[i]) == index.Hour(index.OwnTimes[i - 1]);
            stays += again ? 0 : 1;
        }

        return stays;
    }
}
