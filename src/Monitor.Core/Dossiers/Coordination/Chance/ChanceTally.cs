using System.Runtime.InteropServices;

namespace Monitor.Core.Dossiers.Coordination.Chance;

/// <summary>The chances that a pair had to meet, gathered by kind, so that sums do not depend on the order in which they came.</summary>
internal sealed class ChanceTally
{
    private readonly List<(int Kind, double P, int Count)> kinds = [];
    private readonly List<(double P, int Count)> plain = [];

    /// <summary>Chances so far.</summary>
    public int Count { get; private set; }

    /// <summary>Forgets all.</summary>
    public void Clear()
    {
        kinds.Clear();
        Count = 0;
    }

    /// <summary>Adds a chance to meet in one hour, with so many actions of the one and of the other.</summary>
    public void AddSame(MeetingChance chance, int a, int b)
    {
        var (least, most) = a < b ? (a, b) : (b, a);
        Add((Cut(least) << 16) | Cut(most), least, most, chance.Same);
    }

    /// <summary>Adds a chance to meet across the end of an hour, the one in this hour and the other in the next.</summary>
    public void AddNext(MeetingChance chance, int a, int b) => Add((1 << 31) | (Cut(a) << 16) | Cut(b), a, b, chance.Next);

    /// <summary>Expected joint actions and the probability of at least so many.</summary>
    public (double Expected, double P) Of(int joint)
    {
        kinds.Sort((x, y) => x.Kind.CompareTo(y.Kind));
        plain.Clear();
        double expected = 0;
        foreach (var (_, p, count) in kinds)
        {
            plain.Add((p, count));
            expected += p * count;
        }

        return (expected, JointTail.AtLeast(joint, CollectionsMarshal.AsSpan(plain)));
    }

    // Thousands of actions an hour on one object: certain to meet, whatever their number.
    private static int Cut(int actions) => Math.Min(actions, 0x7FFF);

    private void Add(int kind, int a, int b, Func<int, int, double> probability)
    {
        Count++;
        foreach (ref var known in CollectionsMarshal.AsSpan(kinds))
        {
            if (known.Kind == kind)
            {
                known.Count++;
                return;
            }
        }

        kinds.Add((kind, probability(a, b), 1));
    }
}
