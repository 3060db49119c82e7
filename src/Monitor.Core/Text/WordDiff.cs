namespace Monitor.Core.Text;

/// <summary>
/// Differences between two wordings, word by word: the longest common subsequence of the words (compared without case, marks and urls) stays, what lies
/// between is left out, put in or changed. Wagner and Fischer's table (1974) over the differing middle, cut to 2,000 words a side so that hostile
/// text stays cheap; beyond that the middle counts as one change.
/// </summary>
public static class WordDiff
{
    private const int Limit = 2000;

    /// <summary>The changes from one wording to another in the order of the text; empty when the words are the same.</summary>
    public static IReadOnlyList<Model.WordChange> Compare(string before, string after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var a = Words(before);
        var b = Words(after);
        var kept = Align(a, b);
        var changes = new List<Model.WordChange>();
        var (i, j) = (0, 0);
        foreach (var (x, y) in kept.Append((a.Count, b.Count)))
        {
            if (x > i || y > j)
            {
                changes.Add(new(Join(before, a, i, x), Join(after, b, j, y)));
            }

            (i, j) = (x + 1, y + 1);
        }

        return changes;
    }

    /// <summary>The pairs of equal words (index in <paramref name="a"/>, index in <paramref name="b"/>) of a longest common subsequence.</summary>
    internal static List<(int A, int B)> Align(IReadOnlyList<DiffWord> a, IReadOnlyList<DiffWord> b)
    {
        var kept = new List<(int, int)>();
        var head = 0;
        while (head < a.Count && head < b.Count && a[head].Key == b[head].Key)
        {
            kept.Add((head, head));
            head++;
        }

        var tail = 0;
        while (tail < a.Count - head && tail < b.Count - head && a[a.Count - 1 - tail].Key == b[b.Count - 1 - tail].Key)
        {
            tail++;
        }

        var (n, m) = (a.Count - head - tail, b.Count - head - tail);
        if (n > 0 && m > 0 && n <= Limit && m <= Limit)
        {
            Middle(a, b, head, n, m, kept);
        }

        for (var k = tail; k > 0; k--)
        {
            kept.Add((a.Count - k, b.Count - k));
        }

        return kept;
    }

    /// <summary>Words with their places; urls and bare marks are no words.</summary>
    internal static List<DiffWord> Words(string text)
    {
        var words = new List<DiffWord>();
        for (var i = 0; i < text.Length;)
        {
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
                continue;
            }

            var end = i;
            while (end < text.Length && !char.IsWhiteSpace(text[end]))
            {
                end++;
            }

            var raw = text.AsSpan(i, end - i);
            if (!raw.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !raw.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
            {
                var key = Key(raw);
                if (key.Length > 0)
                {
                    words.Add(new(key, i, end));
                }
            }

            i = end;
        }

        return words;
    }

    private static string Key(ReadOnlySpan<char> word)
    {
        var kept = new System.Text.StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c) || c == '&')
            {
                kept.Append(char.ToLowerInvariant(c));
            }
        }

        return kept.ToString();
    }

    private static void Middle(IReadOnlyList<DiffWord> a, IReadOnlyList<DiffWord> b, int head, int n, int m, List<(int, int)> kept)
    {
        var table = new ushort[(n + 1) * (m + 1)];
        for (var i = n - 1; i >= 0; i--)
        {
            for (var j = m - 1; j >= 0; j--)
            {
                table[(i * (m + 1)) + j] = a[head + i].Key == b[head + j].Key
                    ? (ushort)(table[((i + 1) * (m + 1)) + j + 1] + 1)
                    : Math.Max(table[((i + 1) * (m + 1)) + j], table[(i * (m + 1)) + j + 1]);
            }
        }

        for (int i = 0, j = 0; i < n && j < m;)
        {
            if (a[head + i].Key == b[head + j].Key)
            {
                kept.Add((head + i++, head + j++));
            }
            else if (table[((i + 1) * (m + 1)) + j] >= table[(i * (m + 1)) + j + 1])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
    }

    private static string Join(string text, List<DiffWord> words, int from, int to) =>
        string.Join(' ', words.Skip(from).Take(to - from).Select(w => text[w.Start..w.End]));
}

/// <summary>A word for comparison: its folded form and its place with the marks around it.</summary>
internal readonly record struct DiffWord(string Key, int Start, int End);
