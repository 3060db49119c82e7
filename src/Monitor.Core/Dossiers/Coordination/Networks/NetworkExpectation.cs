using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Monitor.Core.Dossiers.Coordination.Chance;

namespace Monitor.Core.Dossiers.Coordination.Networks;

/// <summary>
/// The joint actions of all pairs that chance would bring: the sum over all chances of all pairs, counted without going through the pairs. In one hour of an object,
/// accounts that acted equally often are alike, so that their numbers are multiplied.
/// </summary>
internal static class NetworkExpectation
{
    /// <summary>Expected joint actions; exact, since the expectation of a sum is the sum of expectations whether or not they are independent.</summary>
    public static double Of(ActionIndex index, int workers, CancellationToken cancel)
    {
        var begins = new List<int>();
        for (var i = 0; i < index.Objects.Length; i++)
        {
            if (i == 0 || index.Objects[i] != index.Objects[i - 1])
            {
                begins.Add(i);
            }
        }

        begins.Add(index.Objects.Length);
        var pairs = new Dictionary<(bool Next, int A, int B), long>();
        Parallel.ForEach(Partitioner.Create(0, Math.Max(1, begins.Count - 1), Math.Max(1, begins.Count / (workers * 8))), new() { MaxDegreeOfParallelism = workers, CancellationToken = cancel }, range =>
        {
            var own = new HourPairs(index);
            for (var i = range.Item1; i < Math.Min(range.Item2, begins.Count - 1); i++)
            {
                own.Add(begins[i], begins[i + 1]);
            }

            lock (pairs)
            {
                foreach (var (kind, count) in own.Pairs)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(pairs, kind, out _) += count;
                }
            }
        });
        var chance = new MeetingChance(index.Grid);
        return pairs.OrderBy(p => p.Key).Sum(p => p.Value * (p.Key.Next ? chance.Next(p.Key.A, p.Key.B) : chance.Same(p.Key.A, p.Key.B)));
    }

    /// <summary>Counts the pairs of accounts in the hours of objects by how often either acted.</summary>
    private sealed class HourPairs(ActionIndex index)
    {
        private readonly List<(int Account, uint Time)> actions = [];
        private readonly List<(uint Hour, int Times, bool Before, bool After)> stays = [];
        private readonly Dictionary<int, long> here = [];
        private readonly Dictionary<int, long> arriving = [];
        private Dictionary<int, long> staying = [];
        private Dictionary<int, long> leaving = [];

        public Dictionary<(bool Next, int A, int B), long> Pairs { get; } = [];

        public void Add(int from, int to)
        {
            actions.Clear();
            stays.Clear();
            for (var i = from; i < to; i++)
            {
                actions.Add((index.Accounts[i], index.Times[i]));
            }

            actions.Sort();
            for (var i = 0; i < actions.Count;)
            {
                var (account, hour) = (actions[i].Account, index.Hour(actions[i].Time));
                var end = i;
                while (end < actions.Count && actions[end].Account == account && index.Hour(actions[end].Time) == hour)
                {
                    end++;
                }

                var before = i > 0 && actions[i - 1].Account == account && index.Hour(actions[i - 1].Time) + 1 == hour;
                var after = end < actions.Count && actions[end].Account == account && index.Hour(actions[end].Time) == hour + 1;
                stays.Add((hour, end - i, before, after));
                i = end;
            }

            stays.Sort();
            Count();
        }

        private void Count()
        {
            staying.Clear();
            uint last = 0;
            for (var i = 0; i < stays.Count;)
            {
                var hour = stays[i].Hour;
                here.Clear();
                arriving.Clear();
                leaving.Clear();
                for (; i < stays.Count && stays[i].Hour == hour; i++)
                {
                    Increase(here, stays[i].Times);
                    if (!stays[i].Before)
                    {
                        Increase(arriving, stays[i].Times);
                    }

                    if (!stays[i].After)
                    {
                        Increase(leaving, stays[i].Times);
                    }
                }

                Same();
                if (last + 1 == hour && index.Grid.Reach > 0)
                {
                    foreach (var (a, first) in staying)
                    {
                        foreach (var (b, second) in arriving)
                        {
                            CollectionsMarshal.GetValueRefOrAddDefault(Pairs, (true, a, b), out _) += first * second;
                        }
                    }
                }

                last = hour;
                (staying, leaving) = (leaving, staying);
            }
        }

        private void Same()
        {
            foreach (var (a, first) in here)
            {
                foreach (var (b, second) in here)
                {
                    if (a <= b)
                    {
                        CollectionsMarshal.GetValueRefOrAddDefault(Pairs, (false, a, b), out _) += a == b ? first * (first - 1) / 2 : first * second;
                    }
                }
            }
        }

        private static void Increase(Dictionary<int, long> counts, int times) => CollectionsMarshal.GetValueRefOrAddDefault(counts, times, out _)++;
    }
}
