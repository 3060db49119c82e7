namespace Monitor.Core.Linking.Checked;

/// <summary>
/// Symmetric contrastive training (van den Oord et al. 2018, InfoNCE) of word vectors on pairs of texts that mean the same: within a batch the pair's own other half must be
/// nearer than those of all other pairs. Temperature .1, Adagrad with .02, three epochs in a fixed order.
/// </summary>
internal sealed class PairTraining(float[][] vectors)
{
    private const int Epochs = 3;
    private const int Batch = 128;
    private const float Temperature = .1f;
    private const float Rate = .02f;

    private readonly float[] squares = new float[vectors.Length];

    /// <summary>Trains on pairs of texts, each the places of its words.</summary>
    public void Run(IReadOnlyList<(int[] A, int[] B)> pairs)
    {
        var order = Enumerable.Range(0, pairs.Count).ToArray();
        var state = 1UL;
        for (var epoch = 0; epoch < Epochs; epoch++)
        {
            for (var i = order.Length - 1; i > 0; i--)
            {
                state = unchecked((state * 6364136223846793005UL) + 1442695040888963407UL);
                var j = (int)((state >> 33) % (ulong)(i + 1));
                (order[i], order[j]) = (order[j], order[i]);
            }

            for (var from = 0; from + 1 < order.Length; from += Batch)
            {
                Step([.. order.Skip(from).Take(Batch).Select(o => pairs[o])]);
            }
        }
    }

    private void Step((int[] A, int[] B)[] batch)
    {
        var n = batch.Length;
        var (a, b) = (new float[n][], new float[n][]);
        var (lengthA, lengthB) = (new float[n], new float[n]);
        for (var i = 0; i < n; i++)
        {
            (a[i], lengthA[i]) = Text(batch[i].A);
            (b[i], lengthB[i]) = Text(batch[i].B);
        }

        var size = a[0].Length;
        var scores = new float[n][];
        Parallel.For(0, n, i => scores[i] = [.. b.Select(other => Simd.Dot(a[i], other) / Temperature)]);
        var (rows, columns) = (scores.Select(Softmax).ToArray(), Enumerable.Range(0, n).Select(j => Softmax([.. scores.Select(s => s[j])])).ToArray());
        var (pullA, pullB) = (new float[n][], new float[n][]);
        Parallel.For(0, n, i =>
        {
            (pullA[i], pullB[i]) = (new float[size], new float[size]);
            for (var j = 0; j < n; j++)
            {
                var own = i == j ? 2 : 0;
                Simd.AddTimes(pullA[i], b[j], (rows[i][j] + columns[j][i] - own) / Temperature / 2);
                Simd.AddTimes(pullB[i], a[j], (rows[j][i] + columns[i][j] - own) / Temperature / 2);
            }
        });
        for (var i = 0; i < n; i++)
        {
            Pull(batch[i].A, a[i], lengthA[i], pullA[i]);
            Pull(batch[i].B, b[i], lengthB[i], pullB[i]);
        }
    }

    /// <summary>Moves the words of a text against the gradient, through the division by its length.</summary>
    private void Pull(int[] words, float[] unit, float length, float[] gradient)
    {
        if (length <= 0)
        {
            return;
        }

        Simd.AddTimes(gradient, unit, -Simd.Dot(gradient, unit));
        var square = Simd.Dot(gradient, gradient) / (length * length * unit.Length);
        foreach (var word in words)
        {
            squares[word] += square;
            Simd.AddTimes(vectors[word], gradient, -Rate / length / (MathF.Sqrt(squares[word]) + 1e-6f));
        }
    }

    private (float[] Unit, float Length) Text(int[] words)
    {
        var sum = new float[vectors[0].Length];
        foreach (var word in words)
        {
            Simd.AddTimes(sum, vectors[word], 1);
        }

        return (sum, Simd.Normalise(sum));
    }

    private static float[] Softmax(float[] scores)
    {
        var most = scores.Max();
        var shares = scores.Select(s => MathF.Exp(s - most)).ToArray();
        var sum = shares.Sum();
        return [.. shares.Select(s => s / sum)];
    }
}
