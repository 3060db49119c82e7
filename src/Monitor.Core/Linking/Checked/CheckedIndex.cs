using System.Runtime.InteropServices;
using Monitor.Core.Text;

namespace Monitor.Core.Linking.Checked;

/// <summary>
/// The terms of checked claims in memory, with BM25 over fields (Robertson and Zaragoza 2009: the field frequencies are added before they are damped):
/// claim 1, title 1, subtitle ½; k1 1.2, b .5.
/// </summary>
internal sealed class CheckedIndex
{
    private const double K1 = 1.2;
    private const double B = .5;
    private readonly Dictionary<string, List<(int Claim, float Frequency)>> postings = new(StringComparer.Ordinal);
    private readonly Dictionary<int, int> gramClaims = [];
    private readonly float[] lengths;
    private readonly float averageLength;

    public CheckedIndex(IReadOnlyList<CheckedClaim> claims)
    {
        Claims = claims;
        lengths = new float[claims.Count];
        var frequencies = new Dictionary<string, float>(StringComparer.Ordinal);
        for (var i = 0; i < claims.Count; i++)
        {
            frequencies.Clear();
            Add(frequencies, claims[i].Claim, 1);
            Add(frequencies, claims[i].Title, 1);
            Add(frequencies, claims[i].Subtitle, .5f);
            foreach (var (term, frequency) in frequencies)
            {
                lengths[i] += frequency;
                (CollectionsMarshal.GetValueRefOrAddDefault(postings, term, out _) ??= []).Add((i, frequency));
            }

            foreach (var gram in CharacterGrams.Of(GramText(i)).Keys)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(gramClaims, gram, out _)++;
            }
        }

        averageLength = claims.Count == 0 ? 1 : Math.Max(1, lengths.Average());
    }

    public IReadOnlyList<CheckedClaim> Claims { get; }

    /// <summary>Rarity of a term: ln(1 + (N − n + ½) / (n + ½)).</summary>
    public double Rarity(string term) => Rarity(postings.TryGetValue(term, out var list) ? list.Count : 0);

    /// <summary>Terms without stop words, each with its frequency.</summary>
    public static Dictionary<string, float> Terms(string text)
    {
        var frequencies = new Dictionary<string, float>(StringComparer.Ordinal);
        Add(frequencies, text, 1);
        return frequencies;
    }

    /// <summary>The claims with the highest BM25 sum, best first, ties in the collection's order.</summary>
    public List<(int Claim, double Score)> Best(IReadOnlyDictionary<string, double> query, int count)
    {
        var scores = new double[Claims.Count];
        foreach (var (term, weight) in query)
        {
            if (!postings.TryGetValue(term, out var list))
            {
                continue;
            }

            var rarity = Rarity(list.Count) * weight;
            foreach (var (claim, frequency) in CollectionsMarshal.AsSpan(list))
            {
                scores[claim] += rarity * frequency * (K1 + 1) / (frequency + (K1 * (1 - B + (B * lengths[claim] / averageLength))));
            }
        }

        var best = new PriorityQueue<int, (double Score, int Order)>();
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] > 0)
            {
                best.Enqueue(i, (scores[i], -i));
                if (best.Count > count)
                {
                    best.Dequeue();
                }
            }
        }

        return [.. best.UnorderedItems.Select(b => (b.Element, b.Priority.Score)).OrderByDescending(b => b.Score).ThenBy(b => b.Element)];
    }

    /// <summary>The highest BM25 sum that a claim could reach for this query.</summary>
    public double Highest(IReadOnlyDictionary<string, double> query) => query.Sum(t => Rarity(t.Key) * t.Value * (K1 + 1));

    /// <summary>Cosine of the character 3- and 4-grams of a text and a claim, by sublinear tf-idf.</summary>
    public double Likeness(Dictionary<int, int> grams, double norm, int claim)
    {
        var other = CharacterGrams.Of(GramText(claim));
        var (product, square) = (0.0, 0.0);
        foreach (var (gram, count) in other)
        {
            var weight = GramWeight(gram, count);
            square += weight * weight;
            product += grams.TryGetValue(gram, out var own) ? weight * GramWeight(gram, own) : 0;
        }

        return norm > 0 && square > 0 ? product / (norm * Math.Sqrt(square)) : 0;
    }

    public double Norm(Dictionary<int, int> grams) => Math.Sqrt(grams.Sum(g => Math.Pow(GramWeight(g.Key, g.Value), 2)));

    private double GramWeight(int gram, int count) => (1 + Math.Log(count)) * Math.Log((1.0 + Claims.Count) / (1 + gramClaims.GetValueOrDefault(gram)));

    private string GramText(int claim) => Claims[claim].Claim + " " + Claims[claim].Title;

    private double Rarity(int holders) => Math.Log(1 + ((Claims.Count - holders + .5) / (holders + .5)));

    private static void Add(Dictionary<string, float> frequencies, string text, float weight)
    {
        foreach (var term in text.Length == 0 ? [] : Analyzer.Terms(text, "en"))
        {
            if (!term.Stop)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(frequencies, term.Value, out _) += weight;
            }
        }
    }
}
