using Monitor.Core.Text;

namespace Monitor.Core.Linking.Checked;

/// <summary>
/// Splits hashtags and handles in one case (<c>#defundthenews</c>) at the most likely places under the word counts of the collection: a unigram model, best path by dynamic
/// programming. Tags with capitals or underscores the analyzer splits by itself.
/// </summary>
internal sealed class TagSplitter
{
    private const int Shortest = 6;

    private const int Longest = 60;

    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private long total;

    /// <summary>Counts the words of a text of the collection.</summary>
    public void Learn(string text)
    {
        foreach (var word in Words(text))
        {
            counts[word] = counts.GetValueOrDefault(word) + 1;
            total++;
        }
    }

    /// <summary>The words of a tag with blanks between; null when it is a word itself or no path is made of known words.</summary>
    public string? Split(string tag)
    {
        var letters = Analyzer.Fold(tag);
        if (letters.Length is < Shortest or > Longest || counts.ContainsKey(letters) || !letters.All(char.IsLetterOrDigit))
        {
            return null;
        }

        var best = new double[letters.Length + 1];
        var from = new int[letters.Length + 1];
        Array.Fill(best, double.NegativeInfinity);
        best[0] = 0;
        var lookup = counts.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var end = 1; end <= letters.Length; end++)
        {
            for (var start = Math.Max(0, end - 20); start < end; start++)
            {
                if (best[start] > double.NegativeInfinity && lookup.TryGetValue(letters.AsSpan(start, end - start), out var count) && (end - start > 1 || letters[start] is 'a' or 'i'))
                {
                    var score = best[start] + Math.Log((double)count / total);
                    (best[end], from[end]) = score > best[end] ? (score, start) : (best[end], from[end]);
                }
            }
        }

        if (double.IsNegativeInfinity(best[^1]))
        {
            return null;
        }

        var words = new Stack<string>();
        for (var end = letters.Length; end > 0; end = from[end])
        {
            words.Push(letters[from[end]..end]);
        }

        return string.Join(' ', words);
    }

    private static IEnumerable<string> Words(string text)
    {
        var folded = Analyzer.Fold(text);
        for (var i = 0; i < folded.Length; i++)
        {
            var start = i;
            while (i < folded.Length && char.IsLetterOrDigit(folded[i]))
            {
                i++;
            }

            if (i > start)
            {
                yield return folded[start..i];
            }
        }
    }
}
