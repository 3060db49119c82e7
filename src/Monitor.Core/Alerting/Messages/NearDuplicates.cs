using Monitor.Core.Text;

namespace Monitor.Core.Alerting.Messages;

/// <summary>
/// Folds items whose words are nearly the same: the first stands for the others, which are counted. Words in common over all words (Jaccard 1901), from 0.8 on: the
/// share above which <c>Linking</c> takes two wordings for one whoever says them. Items without enough words to be told apart, and changes of the evidence, stay.
/// </summary>
internal static class NearDuplicates
{
    private const double LeastShare = .8;
    private const int LeastWords = 5;

    public static IReadOnlyList<AlertItem> Fold(IReadOnlyList<AlertItem> items)
    {
        var kept = new List<(AlertItem Item, HashSet<string> Words)>();
        foreach (var item in items)
        {
            var words = Words(item);
            var like = words.Count < LeastWords || item.What.Length > 0 ? -1 : kept.FindIndex(k => k.Item.What.Length == 0 && Share(k.Words, words) >= LeastShare);
            if (like < 0)
            {
                kept.Add((item, words));
            }
            else
            {
                kept[like] = (kept[like].Item with { Folded = kept[like].Item.Folded + 1 }, kept[like].Words);
            }
        }

        return [.. kept.Select(k => k.Item)];
    }

    private static HashSet<string> Words(AlertItem item) => [.. Analyzer.Terms(item.Text).Where(t => !t.Stop && char.IsLetterOrDigit(t.Value[0])).Select(t => t.Value)];

    private static double Share(HashSet<string> a, HashSet<string> b)
    {
        var shared = a.Count(b.Contains);
        return shared / (double)(a.Count + b.Count - shared);
    }
}
