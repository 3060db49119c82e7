using System.Runtime.InteropServices;

namespace Monitor.Core.Linking.Checked;

/// <summary>The character 3- and 4-grams of a text, weighted by sublinear tf-idf.</summary>
/// <param name="Weights">Weight by gram.</param>
/// <param name="Norm">Length of the vector.</param>
internal sealed record GramVector(Dictionary<int, float> Weights, double Norm);

/// <summary>
/// Finds texts that are alike letter by letter: cosine of character 3- and 4-grams. Candidates come from grams that stand in at most a tenth of the texts, since the others tell
/// little and cost most; the cosine of a candidate counts all grams.
/// </summary>
internal sealed class GramIndex
{
    private const double Common = .1;

    private readonly Dictionary<int, (int Holders, List<(int Text, float Count)>? List)> grams = [];
    private readonly float[] norms;

    /// <summary>Reads texts, each twice: their grams are not kept in between.</summary>
    public GramIndex(int count, Func<int, string> text)
    {
        Count = count;
        for (var i = 0; i < count; i++)
        {
            foreach (var gram in CharacterGrams.Of(text(i)).Keys)
            {
                ref var entry = ref CollectionsMarshal.GetValueRefOrAddDefault(grams, gram, out _);
                entry.Holders++;
            }
        }

        var most = Math.Max(5, Common * Count);
        norms = new float[Count];
        for (var i = 0; i < count; i++)
        {
            var square = 0.0;
            foreach (var (gram, times) in CharacterGrams.Of(text(i)))
            {
                ref var entry = ref CollectionsMarshal.GetValueRefOrNullRef(grams, gram);
                var weight = Weight(entry.Holders, times);
                square += weight * weight;
                if (entry.Holders <= most)
                {
                    (entry.List ??= new(entry.Holders)).Add((i, (float)weight));
                }
            }

            norms[i] = (float)Math.Sqrt(square);
        }
    }

    /// <summary>Number of texts.</summary>
    public int Count { get; }

    public GramVector Vector(string text)
    {
        var weights = CharacterGrams.Of(PlainWords.Of(text)).ToDictionary(g => g.Key, g => (float)Weight(grams.GetValueOrDefault(g.Key).Holders, g.Value));
        return new(weights, Math.Sqrt(weights.Values.Sum(w => (double)w * w)));
    }

    public List<(int Text, double Score)> Best(GramVector text, int count)
    {
        var scores = new float[Count];
        foreach (var (gram, weight) in text.Weights)
        {
            if (grams.TryGetValue(gram, out var entry) && entry.List is { } list)
            {
                foreach (var (other, its) in CollectionsMarshal.AsSpan(list))
                {
                    scores[other] += weight * its;
                }
            }
        }

        for (var i = 0; i < scores.Length; i++)
        {
            scores[i] = norms[i] > 0 ? scores[i] / norms[i] : 0;
        }

        return TopScores.Of(scores, count);
    }

    public double Cosine(GramVector text, int other, string itsText)
    {
        var product = 0.0;
        foreach (var (gram, count) in CharacterGrams.Of(itsText))
        {
            product += text.Weights.TryGetValue(gram, out var own) ? own * Weight(grams[gram].Holders, count) : 0;
        }

        return text.Norm > 0 && norms[other] > 0 ? product / (text.Norm * norms[other]) : 0;
    }

    private double Weight(int holders, int count) => (1 + Math.Log(count)) * Math.Log((1.0 + Count) / (1 + holders));
}
