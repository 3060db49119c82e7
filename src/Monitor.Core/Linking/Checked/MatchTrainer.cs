namespace Monitor.Core.Linking.Checked;

/// <summary>The candidates of one query and which of them are right.</summary>
internal sealed record MatchLesson(IReadOnlyList<double[]> Candidates, IReadOnlyList<bool> Right);

/// <summary>
/// Conditional logit (McFadden 1974): the softmax over one query's candidates, features scaled by their deviation, L2, and signs fixed by meaning, by projected gradient descent with
/// backtracking from zero: equal lessons give equal weights.
/// </summary>
internal static class MatchTrainer
{
    /// <summary>L2 on the scaled weights, as found in experiments on train and dev.</summary>
    private const double Penalty = 2;

    private const int Rounds = 400;

    /// <summary>Learns weights.</summary>
    /// <param name="lessons">Queries; those without a right candidate teach nothing.</param>
    /// <param name="dates">Whether features that compare dates count.</param>
    /// <param name="meaning">Whether likeness of meaning counts.</param>
    public static double[] Train(IEnumerable<MatchLesson> lessons, bool dates, bool meaning)
    {
        var taught = lessons.Where(l => l.Right.Any(r => r)).ToList();
        var scales = Scales(taught);
        var free = MatchFeature.All.Select((f, i) => (dates || !f.Dated) && (meaning || f.Name != "meaning") && scales[i] > 0).ToArray();
        var scaled = taught.ConvertAll(l => l with { Candidates = [.. l.Candidates.Select(c => c.Select((v, i) => free[i] ? v / scales[i] : 0).ToArray())] });
        var weights = new double[scales.Length];
        var (loss, gradient) = Loss(scaled, weights);
        var step = 1e-2;
        for (var round = 0; round < Rounds; round++)
        {
            var moved = false;
            for (var attempt = 0; attempt < 30 && !moved; attempt++)
            {
                var next = weights.Select((w, i) => Allowed(i, w - (step * gradient[i]))).ToArray();
                var (nextLoss, nextGradient) = Loss(scaled, next);
                if (nextLoss < loss)
                {
                    moved = loss - nextLoss > 1e-9 * loss;
                    (weights, loss, gradient, step) = (next, nextLoss, nextGradient, step * 1.5);
                    break;
                }

                step /= 2;
            }

            if (!moved)
            {
                break;
            }
        }

        return [.. weights.Select((w, i) => free[i] ? w / scales[i] : 0)];
    }

    private static double Allowed(int feature, double weight) => MatchFeature.All[feature].Sign > 0 ? Math.Max(0, weight) : Math.Min(0, weight);

    private static double[] Scales(List<MatchLesson> lessons)
    {
        var rows = lessons.SelectMany(l => l.Candidates).ToList();
        return [.. MatchFeature.All.Select((_, i) =>
        {
            var mean = rows.Count == 0 ? 0 : rows.Average(r => r[i]);
            return rows.Count == 0 ? 0 : Math.Sqrt(rows.Average(r => (r[i] - mean) * (r[i] - mean)));
        })];
    }

    private static (double Loss, double[] Gradient) Loss(List<MatchLesson> lessons, double[] weights)
    {
        var gradient = weights.Select(w => Penalty * w).ToArray();
        var loss = weights.Sum(w => Penalty * w * w / 2);
        foreach (var (candidates, right) in lessons)
        {
            var sums = candidates.Select(c => Sum(weights, c)).ToArray();
            var most = sums.Max();
            var (all, good) = (0.0, 0.0);
            for (var i = 0; i < sums.Length; i++)
            {
                sums[i] = Math.Exp(sums[i] - most);
                all += sums[i];
                good += right[i] ? sums[i] : 0;
            }

            loss -= Math.Log(good / all);
            for (var i = 0; i < sums.Length; i++)
            {
                var pull = (sums[i] / all) - (right[i] ? sums[i] / good : 0);
                for (var k = 0; k < gradient.Length; k++)
                {
                    gradient[k] += pull * candidates[i][k];
                }
            }
        }

        return (loss, gradient);
    }

    internal static double Sum(IReadOnlyList<double> weights, double[] values)
    {
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            sum += weights[i] * values[i];
        }

        return sum;
    }
}
