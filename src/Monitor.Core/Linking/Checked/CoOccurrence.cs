namespace Monitor.Core.Linking.Checked;

/// <summary>
/// Positive pointwise mutual information of words that stand in the same checks (Levy and Goldberg 2014), as sparse rows, and its best low-rank form by randomised subspace
/// iteration (Halko, Martinsson and Tropp 2011): rows of the result are word vectors.
/// </summary>
internal static class CoOccurrence
{
    private const int PowerRounds = 2;

    /// <summary>Share of a column's square that must be left once those before it are taken out; below lies what rounding leaves (the square of 10⁻⁷, summed up).</summary>
    private const double Independent = 1e-9;

    /// <summary>Vectors of words.</summary>
    /// <param name="texts">Words of each check, each once, as numbers below <paramref name="words"/>.</param>
    /// <param name="words">Number of words.</param>
    /// <param name="size">Length of the vectors.</param>
    public static float[][] Vectors(IReadOnlyList<int[]> texts, int words, int size)
    {
        var rows = Rows(texts, words);
        var basis = Start(words, size);
        for (var round = 0; round <= PowerRounds; round++)
        {
            basis = Multiply(rows, basis, size);
            Orthonormal(basis, size);
        }

        // A ≈ Q T Qᵀ with T = Qᵀ A Q; word vectors are the rows of Q V √|Λ|, where V Λ Vᵀ = T.
        var image = Multiply(rows, basis, size);
        var small = Gram(basis, image, size);
        var (values, turns) = Jacobi.Solve(small, size);
        return [.. basis.Select(q =>
        {
            var vector = new float[size];
            for (var k = 0; k < size; k++)
            {
                var sum = 0.0;
                for (var j = 0; j < size; j++)
                {
                    sum += q[j] * turns[j, k];
                }

                vector[k] = (float)(sum * Math.Sqrt(Math.Abs(values[k])));
            }

            return vector;
        })];
    }

    private static (int[] Columns, float[] Values)[] Rows(IReadOnlyList<int[]> texts, int words)
    {
        var holders = new List<int>[words];
        for (var t = 0; t < texts.Count; t++)
        {
            foreach (var word in texts[t])
            {
                (holders[word] ??= []).Add(t);
            }
        }

        var rows = new (int[], float[])[words];
        var counts = new int[words];
        for (var word = 0; word < words; word++)
        {
            var touched = new List<int>();
            foreach (var text in holders[word] ?? [])
            {
                foreach (var other in texts[text])
                {
                    if (other != word && counts[other]++ == 0)
                    {
                        touched.Add(other);
                    }
                }
            }

            touched.Sort();
            var (columns, values) = (new List<int>(touched.Count), new List<float>(touched.Count));
            foreach (var other in touched)
            {
                var information = Math.Log((double)counts[other] * texts.Count / ((double)holders[word].Count * holders[other].Count));
                counts[other] = 0;
                if (information > 0)
                {
                    columns.Add(other);
                    values.Add((float)information);
                }
            }

            rows[word] = ([.. columns], [.. values]);
        }

        return rows;
    }

    /// <summary>A fixed start, uniform between −1 and 1 (linear congruential numbers, Knuth 2, 3.3.4): equal input gives equal vectors.</summary>
    private static float[][] Start(int words, int size)
    {
        var state = 0x9E3779B97F4A7C15UL;
        var start = new float[words][];
        for (var i = 0; i < words; i++)
        {
            start[i] = new float[size];
            for (var k = 0; k < size; k++)
            {
                state = unchecked((state * 6364136223846793005UL) + 1442695040888963407UL);
                start[i][k] = (float)((state >> 40) / (double)(1 << 23)) - 1;
            }
        }

        return start;
    }

    private static float[][] Multiply((int[] Columns, float[] Values)[] rows, float[][] by, int size)
    {
        var result = new float[rows.Length][];
        Parallel.For(0, rows.Length, i =>
        {
            var sum = new float[size];
            for (var n = 0; n < rows[i].Columns.Length; n++)
            {
                Simd.AddTimes(sum, by[rows[i].Columns[n]], rows[i].Values[n]);
            }

            result[i] = sum;
        });
        return result;
    }

    /// <summary>Makes the columns orthonormal: Cholesky of the Gram matrix, twice for exactness. A column that depends on those before it (there are fewer words than columns) becomes zeros.</summary>
    private static void Orthonormal(float[][] basis, int size)
    {
        for (var again = 0; again < 2; again++)
        {
            var gram = Gram(basis, basis, size);
            var lower = new double[size, size];
            for (var i = 0; i < size; i++)
            {
                for (var j = 0; j <= i; j++)
                {
                    var sum = gram[i, j];
                    for (var k = 0; k < j; k++)
                    {
                        sum -= lower[i, k] * lower[j, k];
                    }

                    lower[i, j] = i != j ? sum / lower[j, j] : sum > Independent * gram[i, i] ? Math.Sqrt(sum) : double.PositiveInfinity;
                }
            }

            Parallel.For(0, basis.Length, r =>
            {
                var row = basis[r];
                for (var i = 0; i < size; i++)
                {
                    double sum = row[i];
                    for (var k = 0; k < i; k++)
                    {
                        sum -= lower[i, k] * row[k];
                    }

                    row[i] = (float)(sum / lower[i, i]);
                }
            });
        }
    }

    /// <summary>AᵀB.</summary>
    private static double[,] Gram(float[][] a, float[][] b, int size)
    {
        var gram = new double[size, size];
        Parallel.For(0, size, i =>
        {
            var sums = new float[size];
            for (var r = 0; r < a.Length; r++)
            {
                Simd.AddTimes(sums, b[r], a[r][i]);
            }

            for (var j = 0; j < size; j++)
            {
                gram[i, j] = sums[j];
            }
        });
        return gram;
    }
}
