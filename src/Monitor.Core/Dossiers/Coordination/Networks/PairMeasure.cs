using Monitor.Core.Dossiers.Coordination.Chance;

namespace Monitor.Core.Dossiers.Coordination.Networks;

/// <summary>What was measured of two accounts, 64 bytes; times are cells.</summary>
internal readonly record struct PairFigures(int A, int B, int Joint, int Chances, int Hours, int AFirst, int BFirst, uint First, uint Last, double Expected, double P);

/// <summary>One joint action: object and the cells of both.</summary>
internal readonly record struct Meeting(int Object, uint TimeA, uint TimeB)
{
    /// <summary>Cell of the earlier one.</summary>
    public uint Time => Math.Min(TimeA, TimeB);
}

/// <summary>
/// Goes through the objects that two accounts share and counts hours in which both acted on one of them (chances to meet) and those in which they met. A chance is an
/// object and an hour of both; or, where neither acted in the other's hour, two neighbouring hours. What the accounts did, and in which hours, is given; only the
/// places within hours are chance, so the chances are known beforehand and independent. One instance serves one thread.
/// </summary>
internal sealed class PairMeasure(ActionIndex index)
{
    private readonly MeetingChance chance = new(index.Grid);
    private readonly ChanceTally tally = new();
    private readonly List<Meeting> meetings = [];
    private readonly HashSet<uint> hours = [];

    /// <summary>The joint actions of the pair measured last.</summary>
    public IReadOnlyList<Meeting> Meetings => meetings;

    /// <summary>Measures a pair.</summary>
    public PairFigures Measure(int a, int b)
    {
        tally.Clear();
        meetings.Clear();
        hours.Clear();
        var (i, iEnd, j, jEnd) = (index.Start[a], index.Start[a + 1], index.Start[b], index.Start[b + 1]);
        var objects = index.OwnObjects;
        while (i < iEnd && j < jEnd)
        {
            if (objects[i] != objects[j])
            {
                if (objects[i] < objects[j])
                {
                    i++;
                }
                else
                {
                    j++;
                }

                continue;
            }

            var (iTo, jTo) = (i + 1, j + 1);
            while (iTo < iEnd && objects[iTo] == objects[i])
            {
                iTo++;
            }

            while (jTo < jEnd && objects[jTo] == objects[j])
            {
                jTo++;
            }

            Shared(objects[i], index.OwnTimes.AsSpan(i, iTo - i), index.OwnTimes.AsSpan(j, jTo - j));
            (i, j) = (iTo, jTo);
        }

        var (expected, p) = tally.Of(meetings.Count);
        return new(
            a, b, meetings.Count, tally.Count, hours.Count, meetings.Count(m => m.TimeA < m.TimeB), meetings.Count(m => m.TimeB < m.TimeA),
            meetings.Count > 0 ? meetings.Min(m => m.Time) : 0, meetings.Count > 0 ? meetings.Max(m => m.Time) : 0, expected, p);
    }

    /// <summary>The chances on one object.</summary>
    private void Shared(int found, ReadOnlySpan<uint> a, ReadOnlySpan<uint> b)
    {
        var before = uint.MaxValue; // hour of a's actions before
        for (int i = 0, j = 0; i < a.Length;)
        {
            var hour = index.Hour(a[i]);
            var own = Run(a, i, hour);
            while (j < b.Length && index.Hour(b[j]) + 1 < hour)
            {
                j++;
            }

            var earlier = Run(b, j, hour - 1);
            var same = Run(b, j + earlier, hour);
            var later = Run(b, j + earlier + same, hour + 1);
            if (same > 0)
            {
                tally.AddSame(chance, own, same);
                Meet(found, a.Slice(i, own), b.Slice(j + earlier, same));
            }
            else if (index.Grid.Reach > 0)
            {
                if (later > 0 && (i + own == a.Length || index.Hour(a[i + own]) != hour + 1))
                {
                    tally.AddNext(chance, own, later);
                    Meet(found, a.Slice(i, own), b.Slice(j + earlier, later));
                }

                if (earlier > 0 && before != hour - 1)
                {
                    tally.AddNext(chance, earlier, own);
                    Meet(found, a.Slice(i, own), b.Slice(j, earlier));
                }
            }

            (before, i) = (hour, i + own);
        }
    }

    private int Run(ReadOnlySpan<uint> times, int from, uint hour)
    {
        var to = from;
        while (to < times.Length && index.Hour(times[to]) == hour)
        {
            to++;
        }

        return to - from;
    }

    /// <summary>The first two actions that lie within reach.</summary>
    private void Meet(int found, ReadOnlySpan<uint> a, ReadOnlySpan<uint> b)
    {
        var reach = (uint)index.Grid.Reach;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (a[i] + reach < b[j])
            {
                i++;
            }
            else if (b[j] + reach < a[i])
            {
                j++;
            }
            else
            {
                meetings.Add(new(found, a[i], b[j]));
                hours.Add(index.Hour(Math.Min(a[i], b[j])));
                return;
            }
        }
    }
}
