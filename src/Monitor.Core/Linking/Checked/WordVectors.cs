namespace Monitor.Core.Linking.Checked;

/// <summary>
/// Vectors of words trained on the claims themselves: words that share checks come near each other, then headline and claim of one check are drawn together and those of
/// different checks apart. No foreign weights; equal collections give equal vectors. A text is the sum of its words' vectors.
/// </summary>
internal sealed class WordVectors
{
    /// <summary>Length of the vectors: half the sizes tried change the figures by less than a query.</summary>
    public const int Size = 128;

    /// <summary>Collections smaller than this teach nothing.</summary>
    public const int LeastClaims = 500;

    /// <summary>Words that are kept, the most frequent, each in at least two checks.</summary>
    private const int MostWords = 20_000;

    /// <summary>Checks that vectors are made of; of more, every n-th, so that time and memory stay bounded.</summary>
    private const int MostTexts = 30_000;

    private readonly Dictionary<string, int> places;
    private readonly float[][] vectors;

    private WordVectors(Dictionary<string, int> places, float[][] vectors) => (this.places, this.vectors) = (places, vectors);

    /// <summary>Trains on pairs of headline and claim.</summary>
    public static WordVectors Train(IReadOnlyList<CheckedClaim> claims)
    {
        var every = Math.Max(1, (claims.Count + MostTexts - 1) / MostTexts);
        var texts = claims.Where((_, i) => i % every == 0).Select(c => (Title: Words(c.Title + " " + c.Subtitle), Claim: Words(c.Claim))).ToList();
        var holders = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var word in texts.SelectMany(t => t.Title.Union(t.Claim)))
        {
            holders[word] = holders.GetValueOrDefault(word) + 1;
        }

        var kept = holders.Where(h => h.Value > 1).OrderByDescending(h => h.Value).ThenBy(h => h.Key, StringComparer.Ordinal).Take(MostWords).ToList();
        var places = kept.Select((h, i) => (h.Key, i)).ToDictionary(p => p.Key, p => p.i, StringComparer.Ordinal);
        int[] Places(IEnumerable<string> words) => [.. words.Where(places.ContainsKey).Select(w => places[w]).Order()];
        var vectors = CoOccurrence.Vectors([.. texts.Select(t => Places(t.Title.Union(t.Claim)))], kept.Count, Size);
        for (var i = 0; i < kept.Count; i++)
        {
            // Rare words tell more: idf to the power of ¾, as found in experiments on train and dev.
            Simd.Normalise(vectors[i]);
            var weight = (float)Math.Pow(Math.Log(1 + ((double)texts.Count / kept[i].Value)), .75);
            for (var k = 0; k < Size; k++)
            {
                vectors[i][k] *= weight;
            }
        }

        new PairTraining(vectors).Run([.. texts.Select(t => (Places(t.Title), Places(t.Claim))).Where(t => t.Item1.Length > 0 && t.Item2.Length > 0)]);
        return new(places, vectors);
    }

    /// <summary>The vector of a text, of length 1; zeros when none of its words is known.</summary>
    public float[] Of(IEnumerable<string> words)
    {
        var sum = new float[Size];
        foreach (var word in words)
        {
            if (places.TryGetValue(word, out var place))
            {
                Simd.AddTimes(sum, vectors[place], 1);
            }
        }

        Simd.Normalise(sum);
        return sum;
    }

    private static List<string> Words(string text) => [.. CheckedIndex.Terms(text).Keys];
}
