namespace Monitor.Core.Claims.Worthiness;

/// <summary>A sentence with features and a person's answer.</summary>
internal sealed record WorthinessExample(IReadOnlyList<WorthinessFeature> Features, bool Worthy);

/// <summary>
/// Logistic regression with L2, by L-BFGS (Nocedal and Wright 2006, algorithm 7.4) on all examples at once from zero: the same examples in the same order give the same
/// weights, bit for bit.
/// </summary>
internal static class WorthinessTrainer
{
    private const int Memory = 8;

    /// <summary>Learns the weights of all features that stand in enough examples.</summary>
    /// <param name="examples">What to learn from.</param>
    /// <param name="penalty">L2: half the squared weights times this are added to the loss.</param>
    /// <param name="least">Examples in which a feature must stand.</param>
    /// <param name="rounds">Most iterations.</param>
    public static Dictionary<uint, double> Train(IReadOnlyList<WorthinessExample> examples, double penalty, int least, int rounds = 120)
    {
        var index = Index(examples, least);
        var rows = examples.Select(e => Row(e, index)).ToArray();
        var weights = new double[index.Count];
        var gradient = new double[index.Count];
        var loss = Loss(rows, weights, penalty, gradient);
        var steps = new List<(double[] S, double[] Y, double Rho)>();
        for (var round = 0; round < rounds; round++)
        {
            var direction = Direction(gradient, steps);
            var slope = Dot(direction, gradient);
            var (step, next, nextGradient) = (round == 0 ? 1 / Math.Max(1, Math.Sqrt(Dot(gradient, gradient))) : 1.0, new double[weights.Length], new double[weights.Length]);
            double nextLoss;
            for (var attempt = 0; ; attempt++, step /= 2)
            {
                for (var i = 0; i < next.Length; i++)
                {
                    next[i] = weights[i] + (step * direction[i]);
                }

                nextLoss = Loss(rows, next, penalty, nextGradient);
                if (nextLoss <= loss + (1e-4 * step * slope) || attempt == 30)
                {
                    break;
                }
            }

            var s = Minus(next, weights);
            var y = Minus(nextGradient, gradient);
            var curvature = Dot(s, y);
            if (curvature > 1e-12)
            {
                steps.Add((s, y, 1 / curvature));
                if (steps.Count > Memory)
                {
                    steps.RemoveAt(0);
                }
            }

            var done = loss - nextLoss <= 1e-7 * Math.Abs(loss);
            (weights, gradient, loss) = (next, nextGradient, nextLoss);
            if (done)
            {
                break;
            }
        }

        return index.ToDictionary(i => i.Key, i => weights[i.Value]);
    }

    private static Dictionary<uint, int> Index(IReadOnlyList<WorthinessExample> examples, int least)
    {
        var holders = new Dictionary<uint, int>();
        foreach (var hash in examples.SelectMany(e => e.Features.Select(f => f.Hash).Distinct()))
        {
            holders[hash] = holders.GetValueOrDefault(hash) + 1;
        }

        return holders.Where(h => h.Value >= least).Select(h => h.Key).Order().Select((hash, i) => (hash, i)).ToDictionary(p => p.hash, p => p.i);
    }

    private static Example Row(WorthinessExample example, Dictionary<uint, int> index)
    {
        var cells = example.Features.Where(f => index.ContainsKey(f.Hash)).GroupBy(f => index[f.Hash]).OrderBy(g => g.Key).Select(g => (g.Key, g.Sum(f => f.Value))).ToList();
        return new([.. cells.Select(c => c.Key)], [.. cells.Select(c => c.Item2)], example.Worthy ? 1 : -1);
    }

    private static double Loss(Example[] rows, double[] weights, double penalty, double[] gradient)
    {
        var loss = 0.0;
        for (var i = 0; i < weights.Length; i++)
        {
            loss += penalty * weights[i] * weights[i] / 2;
            gradient[i] = penalty * weights[i];
        }

        foreach (var (cells, values, sign) in rows)
        {
            var sum = 0.0;
            for (var k = 0; k < cells.Length; k++)
            {
                sum += weights[cells[k]] * values[k];
            }

            var margin = sign * sum;
            loss += margin > 0 ? Math.Log(1 + Math.Exp(-margin)) : Math.Log(1 + Math.Exp(margin)) - margin;
            var pull = -sign / (1 + Math.Exp(margin));
            for (var k = 0; k < cells.Length; k++)
            {
                gradient[cells[k]] += pull * values[k];
            }
        }

        return loss;
    }

    private static double[] Direction(double[] gradient, List<(double[] S, double[] Y, double Rho)> steps)
    {
        var q = (double[])gradient.Clone();
        var alphas = new double[steps.Count];
        for (var i = steps.Count - 1; i >= 0; i--)
        {
            alphas[i] = steps[i].Rho * Dot(steps[i].S, q);
            Add(q, steps[i].Y, -alphas[i]);
        }

        if (steps.Count > 0)
        {
            var (s, y, _) = steps[^1];
            var scale = Dot(s, y) / Dot(y, y);
            for (var i = 0; i < q.Length; i++)
            {
                q[i] *= scale;
            }
        }

        for (var i = 0; i < steps.Count; i++)
        {
            Add(q, steps[i].S, alphas[i] - (steps[i].Rho * Dot(steps[i].Y, q)));
        }

        for (var i = 0; i < q.Length; i++)
        {
            q[i] = -q[i];
        }

        return q;
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    private static void Add(double[] to, double[] what, double times)
    {
        for (var i = 0; i < to.Length; i++)
        {
            to[i] += what[i] * times;
        }
    }

    private static double[] Minus(double[] a, double[] b)
    {
        var difference = new double[a.Length];
        for (var i = 0; i < a.Length; i++)
        {
            difference[i] = a[i] - b[i];
        }

        return difference;
    }

    private sealed record Example(int[] Cells, float[] Values, int Sign);
}
