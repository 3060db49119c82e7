using System.Runtime.InteropServices;
using Monitor.Core.Text;

namespace Monitor.Core.Linking.Checked;

/// <summary>
/// The words and letters of checked claims in memory. BM25 over fields (Robertson and Zaragoza 2009: the field frequencies are added before they are damped): claim 1, title 1,
/// subtitle ½; k1 1.2, b .5. Safe for reading by several threads.
/// </summary>
internal sealed class CheckedIndex
{
    private const double K1 = 1.2;
    private const double B = .5;
    private readonly Dictionary<string, int> termIds = new(StringComparer.Ordinal);
    private readonly List<List<(int Claim, float Frequency)>> postings = [];
    private readonly GramIndex grams;
    private readonly TagSplitter splitter = new();
    private readonly int[][] terms;
    private readonly float[] lengths;
    private readonly float averageLength;
    private readonly CollectionCounts? counts;
    private readonly WordVectors? meaning;
    private readonly float[][] meanings = [];

    /// <summary>Reads a collection.</summary>
    /// <param name="claims">The claims.</param>
    /// <param name="counts">How often words stand in the whole collection of which these are a part; null when these are the whole.</param>
    /// <param name="vectors">Whether word vectors are trained on the claims, where there are enough.</param>
    public CheckedIndex(IReadOnlyList<CheckedClaim> claims, CollectionCounts? counts = null, bool vectors = false)
    {
        Claims = claims;
        this.counts = counts;
        lengths = new float[claims.Count];
        terms = new int[claims.Count][];
        var frequencies = new Dictionary<string, float>(StringComparer.Ordinal);
        for (var i = 0; i < claims.Count; i++)
        {
            frequencies.Clear();
            Add(frequencies, claims[i].Claim, 1);
            Add(frequencies, claims[i].Title, 1);
            Add(frequencies, claims[i].Subtitle, .5f);
            splitter.Learn(claims[i].Claim);
            splitter.Learn(claims[i].Title);
            var ids = new List<int>(frequencies.Count);
            foreach (var (term, frequency) in frequencies)
            {
                lengths[i] += frequency;
                if (!termIds.TryGetValue(term, out var id))
                {
                    termIds[term] = id = postings.Count;
                    postings.Add([]);
                }

                postings[id].Add((i, frequency));
                ids.Add(id);
            }

            ids.Sort();
            terms[i] = [.. ids];
        }

        averageLength = claims.Count == 0 ? 1 : Math.Max(1, lengths.Average());
        grams = new GramIndex(claims.Count, i => GramText(claims[i]));
        if (vectors && claims.Count >= WordVectors.LeastClaims)
        {
            meaning = WordVectors.Train(claims);
            meanings = new float[claims.Count][];
            Parallel.For(0, claims.Count, i => meanings[i] = meaning.Of(Terms(claims[i].Claim + " " + claims[i].Title).Keys));
        }
    }

    /// <summary>True when texts can be compared by meaning.</summary>
    public bool HasMeaning => meaning is not null;

    /// <summary>The meaning of words; empty without vectors.</summary>
    public float[] Meaning(IEnumerable<string> words) => meaning?.Of(words) ?? [];

    /// <summary>Cosine of a text's meaning and a claim's, at least 0.</summary>
    public double Near(float[] text, int claim) => meaning is null ? 0 : Math.Max(0, Simd.Dot(text, meanings[claim]));

    /// <summary>The claims nearest in meaning.</summary>
    public List<(int Claim, double Score)> Nearest(float[] text, int count) => meaning is null ? [] : TopScores.Of([.. meanings.Select(m => Simd.Dot(text, m))], count);

    public IReadOnlyList<CheckedClaim> Claims { get; }

    /// <summary>Rarity of a term: ln(1 + (N − n + ½) / (n + ½)).</summary>
    public double Rarity(string term)
    {
        var (all, holders) = counts is null ? (Claims.Count, termIds.TryGetValue(term, out var id) ? postings[id].Count : 0) : (counts.Claims, counts.Holders.GetValueOrDefault(term));
        holders = Math.Min(holders, all);
        return Math.Log(1 + ((all - holders + .5) / (holders + .5)));
    }

    /// <summary>Whether a claim holds a term in any field.</summary>
    public bool Holds(int claim, string term) => termIds.TryGetValue(term, out var id) && Array.BinarySearch(terms[claim], id) >= 0;

    /// <summary>Terms without stop words, each with its frequency.</summary>
    public static Dictionary<string, float> Terms(string text)
    {
        var frequencies = new Dictionary<string, float>(StringComparer.Ordinal);
        Add(frequencies, text, 1);
        return frequencies;
    }

    /// <summary>The same for a post, whose hashtags and handles in one case are split by the collection's words.</summary>
    public Dictionary<string, float> PostTerms(string text) => Terms(WithTagsSplit(text));

    /// <summary>A post with its tags split.</summary>
    public string WithTagsSplit(string text)
    {
        if (!text.Contains('#', StringComparison.Ordinal) && !text.Contains('@', StringComparison.Ordinal))
        {
            return text;
        }

        return string.Join(' ', text.Split(' ').Select(w => w.Length > 1 && w[0] is '#' or '@' && splitter.Split(w[1..].TrimEnd('.', ',', '!', '?', ':', ';', '…')) is { } split ? split : w));
    }

    /// <summary>The claims with the highest BM25 sum, best first; ties by place.</summary>
    public List<(int Claim, double Score)> Best(IReadOnlyDictionary<string, double> query, int count)
    {
        var scores = new float[Claims.Count];
        foreach (var (term, weight) in query)
        {
            if (!termIds.TryGetValue(term, out var id))
            {
                continue;
            }

            var rarity = (float)(Rarity(term) * weight * (K1 + 1));
            foreach (var (claim, frequency) in CollectionsMarshal.AsSpan(postings[id]))
            {
                scores[claim] += rarity * frequency / (frequency + (float)(K1 * (1 - B + (B * lengths[claim] / averageLength))));
            }
        }

        return TopScores.Of(scores, count);
    }

    /// <summary>BM25 of one claim.</summary>
    public double Bm25(IReadOnlyDictionary<string, double> query, int claim)
    {
        var sum = 0.0;
        foreach (var (term, weight) in query)
        {
            if (termIds.TryGetValue(term, out var id) && Array.BinarySearch(terms[claim], id) >= 0)
            {
                var list = CollectionsMarshal.AsSpan(postings[id]);
                var (low, high) = (0, list.Length - 1);
                while (low < high)
                {
                    var middle = (low + high) / 2;
                    (low, high) = list[middle].Claim < claim ? (middle + 1, high) : (low, middle);
                }

                var frequency = list[low].Frequency;
                sum += Rarity(term) * weight * (K1 + 1) * frequency / (frequency + (K1 * (1 - B + (B * lengths[claim] / averageLength))));
            }
        }

        return sum;
    }

    /// <summary>The claims most alike letter by letter.</summary>
    public List<(int Claim, double Score)> Alike(GramVector text, int count) => grams.Best(text, count);

    public GramVector Grams(string text) => grams.Vector(text);

    public double Likeness(GramVector text, int claim) => grams.Cosine(text, claim, GramText(Claims[claim]));

    /// <summary>The highest BM25 sum that a claim could reach for this query.</summary>
    public double Highest(IReadOnlyDictionary<string, double> query) => query.Sum(t => Rarity(t.Key) * t.Value * (K1 + 1));

    private static string GramText(CheckedClaim claim) => PlainWords.Of(claim.Claim + " " + claim.Title);

    private static void Add(Dictionary<string, float> frequencies, string text, float weight)
    {
        if (text.Length == 0)
        {
            return;
        }

        var stream = new TermStream();
        Analyzer.Read(PlainWords.Of(text), "en", stream);
        foreach (var term in stream.Main)
        {
            if (!term.Stop)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(frequencies, term.Value, out _) += weight;
            }
        }
    }
}

/// <summary>How often words stand in a whole collection of which only a part is at hand.</summary>
/// <param name="Claims">Claims in the collection.</param>
/// <param name="Holders">For each word of interest the number of claims that hold it.</param>
internal sealed record CollectionCounts(int Claims, IReadOnlyDictionary<string, int> Holders);
