using System.Runtime.InteropServices;

namespace Monitor.Core.Dossiers.Coordination.Traces;

/// <summary>
/// Finds the texts of one hour that are the same or nearly the same, and gives each such class one object. Two texts are nearly the same when the Jaccard similarity of
/// their sets of words is at least <see cref="Threshold"/>, the default of CooRTweet's <c>detect_similar_text</c> (version 1.5.0). No pair is missed and nothing is
/// drawn by lot: two sets that similar share a word among the first |x| − ⌈t|x|⌉ + 1 in any common order (prefix filter; Chaudhuri, Ganti and Kaushik 2006; Bayardo, Ma
/// and Srikant 2007), and with the rarest words of the hour in front few pairs are left to compare, so that MinHash and its chance misses are not needed. Classes are
/// closed under "nearly the same", so a chain of small changes is one class, within the hour.
/// </summary>
internal static class TextClasses
{
    /// <summary>Least Jaccard similarity of the words of two texts.</summary>
    public const double Threshold = 0.8;

    /// <summary>Most texts compared behind one shared word, so that an hour with a hundred thousand different texts on one subject is not quadratic.</summary>
    public const int MostCompared = 2_000;

    /// <summary>0.8 × 35 is 28.000000000000004.</summary>
    private const double Rounding = 1e-9;

    /// <summary>The actions of one part of the texts with the class as the object.</summary>
    public static TraceAction[] Of(List<(TraceAction Action, uint[] Words)> texts)
    {
        texts.Sort((x, y) => Hour(x).CompareTo(Hour(y)) is not 0 and var order ? order : x.Action.CompareTo(y.Action));
        var actions = new TraceAction[texts.Count];
        var all = CollectionsMarshal.AsSpan(texts);
        for (var from = 0; from < all.Length;)
        {
            var to = from + 1;
            while (to < all.Length && Hour(all[to]) == Hour(all[from]))
            {
                to++;
            }

            Classify(all[from..to], actions.AsSpan(from, to - from));
            from = to;
        }

        return actions;

        static uint Hour((TraceAction Action, uint[] Words) text) => text.Action.Time / 3_600;
    }

    private static void Classify(ReadOnlySpan<(TraceAction Action, uint[] Words)> hour, Span<TraceAction> actions)
    {
        // Within the hour the texts stand in order of their hash: equal ones side by side.
        var distinct = new List<int>();
        Span<int> text = hour.Length < 1_024 ? stackalloc int[hour.Length] : new int[hour.Length];
        for (var i = 0; i < hour.Length; i++)
        {
            if (i == 0 || hour[i].Action.Object != hour[i - 1].Action.Object)
            {
                distinct.Add(i);
            }

            text[i] = distinct.Count - 1;
        }

        var sets = new uint[distinct.Count][];
        for (var i = 0; i < sets.Length; i++)
        {
            sets[i] = hour[distinct[i]].Words;
        }

        var root = Join(sets);
        for (var i = 0; i < hour.Length; i++)
        {
            actions[i] = hour[i].Action with { Object = hour[distinct[root[text[i]]]].Action.Object };
        }
    }

    /// <summary>The first text of each text's class.</summary>
    private static int[] Join(uint[][] sets)
    {
        var root = Enumerable.Range(0, sets.Length).ToArray();
        if (sets.Length < 2)
        {
            return root;
        }

        var uses = new Dictionary<uint, int>();
        foreach (var word in sets.SelectMany(s => s))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(uses, word, out _)++;
        }

        var behind = new Dictionary<uint, List<int>>();
        for (var i = 0; i < sets.Length; i++)
        {
            var prefix = sets[i].Length - (int)Math.Ceiling((Threshold * sets[i].Length) - Rounding) + 1;
            foreach (var word in sets[i].OrderBy(w => uses[w]).ThenBy(w => w).Take(prefix))
            {
                if (uses[word] < 2)
                {
                    continue;
                }

                ref var others = ref CollectionsMarshal.GetValueRefOrAddDefault(behind, word, out _);
                others ??= [];
                for (var n = Math.Max(0, others.Count - MostCompared); n < others.Count; n++)
                {
                    var (a, b) = (Find(root, others[n]), Find(root, i));
                    if (a != b && Similar(sets[others[n]], sets[i]))
                    {
                        root[Math.Max(a, b)] = Math.Min(a, b);
                    }
                }

                others.Add(i);
            }
        }

        for (var i = 0; i < root.Length; i++)
        {
            root[i] = Find(root, i);
        }

        return root;
    }

    private static int Find(int[] root, int i)
    {
        while (root[i] != i)
        {
            i = root[i] = root[root[i]];
        }

        return i;
    }

    /// <summary>Jaccard similarity at least the threshold; of two cut sets an estimate, over the smallest hashes of both (Broder 1997).</summary>
    internal static bool Similar(ReadOnlySpan<uint> a, ReadOnlySpan<uint> b)
    {
        if (Math.Min(a.Length, b.Length) < Threshold * Math.Max(a.Length, b.Length))
        {
            return false;
        }

        var most = a.Length == TextWords.Most && b.Length == TextWords.Most ? TextWords.Most : int.MaxValue;
        var (i, j, shared, union) = (0, 0, 0, 0);
        while (i < a.Length && j < b.Length && union < most)
        {
            var order = a[i].CompareTo(b[j]);
            shared += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
            union++;
        }

        union = most == int.MaxValue ? a.Length + b.Length - shared : union;
        return shared >= (Threshold * union) - Rounding;
    }
}
