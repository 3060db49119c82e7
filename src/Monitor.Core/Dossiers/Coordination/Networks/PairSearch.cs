namespace Monitor.Core.Dossiers.Coordination.Networks;

/// <summary>What a search over all accounts found.</summary>
internal sealed class PairsFound
{
    /// <summary>Pairs with enough joint actions.</summary>
    public List<PairFigures> Edges { get; } = [];

    /// <summary>Pairs with enough joint actions that were counted and not held, all with a p above the level.</summary>
    public long NotHeld { get; set; }

    /// <summary>Joint actions of all pairs.</summary>
    public long Joint { get; set; }

    /// <summary>Actions with more neighbours than are compared.</summary>
    public long Cut { get; set; }
}

/// <summary>
/// Finds the pairs that met often enough. Account by account, the neighbours in time of each of its actions are counted in a table of accounts, so that no table of
/// pairs is needed; the pairs above the threshold are measured exactly. Accounts are shared out among threads and pairs belong to their first account, so that the
/// result does not depend on their number.
/// </summary>
internal static class PairSearch
{
    private const int Stretch = 64;

    /// <summary>Searches all accounts.</summary>
    public static PairsFound Run(ActionIndex index, CoordinationOptions options, CancellationToken cancel)
    {
        var accounts = index.Start.Length - 1;
        var all = new PairsFound();
        var next = 0;
        Parallel.For(0, options.Workers, new() { MaxDegreeOfParallelism = options.Workers, CancellationToken = cancel }, _ =>
        {
            var walk = new PairWalk(index, options);
            int from;
            while ((from = Interlocked.Add(ref next, Stretch) - Stretch) < accounts)
            {
                cancel.ThrowIfCancellationRequested();
                for (var account = from; account < Math.Min(accounts, from + Stretch); account++)
                {
                    walk.Visit(account);
                }
            }

            lock (all)
            {
                all.Edges.AddRange(walk.Found.Edges);
                all.NotHeld += walk.Found.NotHeld;
                all.Joint += walk.Found.Joint;
                all.Cut += walk.Found.Cut;
            }
        });
        all.Edges.Sort((x, y) => x.P.CompareTo(y.P) is not 0 and var p ? p
            : y.Joint.CompareTo(x.Joint) is not 0 and var joint ? joint
            : x.A.CompareTo(y.A) is not 0 and var a ? a : x.B.CompareTo(y.B));
        return all;
    }
}

/// <summary>The walk of one thread.</summary>
internal sealed class PairWalk(ActionIndex index, CoordinationOptions options)
{
    private readonly PairMeasure measure = new(index);
    private readonly Partner[] partners = new Partner[index.Start.Length - 1];
    private readonly List<int> met = [];
    private int most = Math.Max(1_000, options.MostHeld / options.Workers);

    /// <summary>What this thread found.</summary>
    public PairsFound Found { get; } = new();

    /// <summary>Finds the partners of an account with a higher number.</summary>
    public void Visit(int account)
    {
        for (var own = index.Start[account]; own < index.Start[account + 1]; own++)
        {
            var place = index.Place[own];
            var cut = Look(account, place, -1) | Look(account, place, 1);
            Found.Cut += cut ? 1 : 0;
        }

        foreach (var other in met)
        {
            ref var partner = ref partners[other];
            Found.Joint += partner.Count;
            if (partner.Count >= options.Least)
            {
                Found.Edges.Add(measure.Measure(account, other));
            }

            partner = default;
        }

        met.Clear();
        if (Found.Edges.Count > most)
        {
            Found.NotHeld += Found.Edges.RemoveAll(e => e.P > CoordinationOptions.Level);
            most = Math.Max(most, Found.Edges.Count * 2);
        }
    }

    /// <summary>Looks through the neighbours in time on one side; true when there were more than are compared.</summary>
    private bool Look(int account, int place, int step)
    {
        var (found, time, hour, seen) = (index.Objects[place], index.Times[place], index.Hour(index.Times[place]), 0);
        for (var at = place + step; (uint)at < (uint)index.Objects.Length && index.Objects[at] == found; at += step)
        {
            var otherTime = index.Times[at];
            if ((step > 0 ? otherTime - time : time - otherTime) > index.Grid.Reach)
            {
                return false;
            }

            if (++seen > options.MostNeighbours)
            {
                return true;
            }

            var other = index.Accounts[at];
            if (other > account)
            {
                Meet(account, other, found, hour, index.Hour(otherTime));
            }
        }

        return false;
    }

    private void Meet(int account, int other, int found, uint hour, uint otherHour)
    {
        ref var partner = ref partners[other];
        var key = ((long)found << 32) | hour;
        if (partner.Count == 0 && partner.Seen == 0)
        {
            met.Add(other);
        }

        if (partner.Key != key || partner.Seen == 0)
        {
            (partner.Key, partner.Seen) = (key, 0);
        }

        // Which of the three hours around this one the two met in: each counts once.
        var bit = (byte)(1 << (int)(otherHour + 1 - hour));
        if ((partner.Seen & bit) != 0)
        {
            return;
        }

        partner.Seen |= bit;
        if (otherHour == hour || (!Acts(account, found, otherHour) && !Acts(other, found, hour)))
        {
            partner.Count++;
        }
    }

    /// <summary>True when an account acts on an object in an hour.</summary>
    private bool Acts(int account, int found, uint hour)
    {
        var (low, high) = (index.Start[account], index.Start[account + 1]);
        var from = hour * (uint)index.Grid.Cells;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            var before = index.OwnObjects[middle] < found || (index.OwnObjects[middle] == found && index.OwnTimes[middle] < from);
            (low, high) = before ? (middle + 1, high) : (low, middle);
        }

        return low < index.Start[account + 1] && index.OwnObjects[low] == found && index.Hour(index.OwnTimes[low]) == hour;
    }

    private struct Partner
    {
        public long Key;
        public int Count;
        public byte Seen;
    }
}
