using Monitor.Core.Dossiers.Coordination.Chance;
using Monitor.Core.Dossiers.Coordination.Traces;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Coordination.Networks;

/// <summary>
/// The actions of one trace that can be joint at all: those with the same object as another account's in the same or a neighbouring hour. 24 bytes each, in order of
/// object and time, and once more by account. Nothing else of a network is held in memory but its edges, so this bounds the memory.
/// </summary>
internal sealed class ActionIndex
{
    private ActionIndex(TimeGrid grid, List<Part> parts, int accounts, long actions)
    {
        var count = parts.Sum(p => p.Times.Count);
        (Grid, Actions, Objects) = (grid, actions, new int[count]);
        (Times, Accounts, Start) = (new uint[count], new int[count], new int[accounts + 1]);
        var (at, number) = (0, 0);
        foreach (var part in parts)
        {
            for (var i = 0; i < part.Times.Count; i++, at++)
            {
                number += part.First[i] ? 1 : 0;
                (Objects[at], Times[at], Accounts[at]) = (number, part.Times[i], part.Accounts[i]);
                Start[part.Accounts[i] + 1]++;
            }
        }

        ObjectCount = number;
        for (var account = 0; account < accounts; account++)
        {
            Start[account + 1] += Start[account];
        }

        (Place, OwnObjects, OwnTimes) = (new int[count], new int[count], new uint[count]);
        var next = Start.ToArray();
        for (var i = 0; i < count; i++)
        {
            var own = next[Accounts[i]]++;
            (Place[own], OwnObjects[own], OwnTimes[own]) = (i, Objects[i], Times[i]);
        }
    }

    /// <summary>How times are cut into cells.</summary>
    public TimeGrid Grid { get; }

    /// <summary>Actions of the trace, before those that cannot be joint were left out.</summary>
    public long Actions { get; }

    /// <summary>Different objects.</summary>
    public int ObjectCount { get; }

    /// <summary>Number of the object of each action.</summary>
    public int[] Objects { get; }

    /// <summary>Cell of each action, counted from 1970.</summary>
    public uint[] Times { get; }

    /// <summary>Account of each action.</summary>
    public int[] Accounts { get; }

    /// <summary>Where the actions of an account begin in the arrays by account; one more at the end.</summary>
    public int[] Start { get; }

    /// <summary>Place of each account's actions in the arrays by object.</summary>
    public int[] Place { get; }

    /// <summary>Objects by account.</summary>
    public int[] OwnObjects { get; }

    /// <summary>Times by account.</summary>
    public uint[] OwnTimes { get; }

    /// <summary>Hour of a cell.</summary>
    public uint Hour(uint time) => time / (uint)Grid.Cells;

    /// <summary>The moment at which a cell begins.</summary>
    public DateTimeOffset Moment(uint time) => DateTimeOffset.FromUnixTimeSeconds((long)time * Grid.Unit);

    /// <summary>Builds the index of one trace.</summary>
    public static ActionIndex Build(TraceSet set, CoordinationTrace trace, TimeGrid grid, int workers, CancellationToken cancel)
    {
        var read = trace == CoordinationTrace.Text ? Texts(set, workers, cancel) : null;
        var parts = new Part[TraceSet.Parts];
        long actions = 0;
        Parallel.For(0, TraceSet.Parts, new() { MaxDegreeOfParallelism = workers, CancellationToken = cancel }, part =>
        {
            var found = read is null ? set.Read(trace, part) : read[part];
            Interlocked.Add(ref actions, found.Length);
            foreach (ref var action in found.AsSpan())
            {
                action = action with { Time = action.Time - (action.Time % (uint)grid.Unit) };
            }

            Array.Sort(found);
            parts[part] = Part.Of(found, grid);
        });
        return new(grid, [.. parts], set.Accounts.Count, actions);
    }

    /// <summary>Texts lie in parts by hour, to be compared; their classes are objects, and lie in parts by object like all others.</summary>
    private static TraceAction[][] Texts(TraceSet set, int workers, CancellationToken cancel)
    {
        var parts = new List<TraceAction>[TraceSet.Parts];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = [];
        }

        Parallel.For(0, TraceSet.Parts, new() { MaxDegreeOfParallelism = workers, CancellationToken = cancel }, part =>
        {
            foreach (var group in TextClasses.Of(set.ReadTexts(part)).GroupBy(a => a.Object % TraceSet.Parts))
            {
                lock (parts[group.Key])
                {
                    parts[group.Key].AddRange(group);
                }
            }
        });
        return [.. parts.Select(p => p.ToArray())];
    }

    /// <summary>What is kept of one part.</summary>
    private sealed class Part
    {
        public List<uint> Times { get; } = [];

        public List<int> Accounts { get; } = [];

        /// <summary>True where a new object begins.</summary>
        public List<bool> First { get; } = [];

        public static Part Of(ReadOnlySpan<TraceAction> sorted, TimeGrid grid)
        {
            var part = new Part();
            for (var from = 0; from < sorted.Length;)
            {
                var to = from + 1;
                while (to < sorted.Length && sorted[to].Object == sorted[from].Object)
                {
                    to++;
                }

                part.Keep(sorted[from..to], grid);
                from = to;
            }

            return part;
        }

        /// <summary>Keeps the hours of an object in which, or beside which, two accounts acted; the same account, object and cell twice is one action.</summary>
        private void Keep(ReadOnlySpan<TraceAction> one, TimeGrid grid)
        {
            var before = Times.Count;
            for (int from = 0, first = 0; from < one.Length;)
            {
                var hour = one[from].Time / 3_600;
                var to = from;
                while (to < one.Length && one[to].Time / 3_600 == hour)
                {
                    to++;
                }

                while (one[first].Time / 3_600 + 1 < hour)
                {
                    first++;
                }

                var alone = true;
                for (var i = first; alone && i < one.Length && one[i].Time / 3_600 <= hour + 1; i++)
                {
                    alone = one[i].Account == one[from].Account;
                }

                if (!alone)
                {
                    Append(one[from..to], grid, before);
                }

                from = to;
            }
        }

        private void Append(ReadOnlySpan<TraceAction> hour, TimeGrid grid, int objectBegins)
        {
            for (var i = 0; i < hour.Length; i++)
            {
                if (i > 0 && hour[i] == hour[i - 1])
                {
                    continue;
                }

                First.Add(Times.Count == objectBegins);
                Times.Add(hour[i].Time / (uint)grid.Unit);
                Accounts.Add(hour[i].Account);
            }
        }
    }
}
