namespace Monitor.Commands.Eval;

/// <summary>Figures of answers in order of their score.</summary>
internal static class RankedFigures
{
    /// <summary>
    /// Average precision: the mean over the positives of the precision at their rank (trec_eval's map, one query). Equal scores count by the mean over all orders of one tie
    /// taken as one block, so that no order of the input can gain.
    /// </summary>
    public static double AveragePrecision(IEnumerable<(double Score, bool Positive)> answers)
    {
        var (seen, right, sum) = (0, 0, 0.0);
        foreach (var tie in answers.GroupBy(a => a.Score).OrderByDescending(g => g.Key))
        {
            var (size, positives) = (tie.Count(), tie.Count(t => t.Positive));
            // Expected precision at the j-th place of the tie, times the chance that a positive stands there.
            for (var j = 1; j <= size && positives > 0; j++)
            {
                var before = size == 1 ? 0 : (double)(j - 1) * (positives - 1) / (size - 1);
                sum += (double)positives / size * (right + before + 1) / (seen + j);
            }

            (seen, right) = (seen + size, right + positives);
        }

        return right == 0 ? double.NaN : sum / right;
    }

    /// <summary>Mean average precision to a depth, as the scorers of CLEF CheckThat! count it: the sum of precision at each right answer, over the number of right answers.</summary>
    /// <param name="queries">Ranks of the right answers from 1, in order, and how many there are.</param>
    /// <param name="depth">Answers that count.</param>
    public static double MeanAverage(IEnumerable<(IReadOnlyList<int> Ranks, int Right)> queries, int depth) =>
        queries.Select(q => q.Right == 0 ? 0 : q.Ranks.Where(r => r <= depth).Select((rank, i) => (i + 1.0) / rank).Sum() / q.Right).DefaultIfEmpty(double.NaN).Average();

    /// <summary>F1 of the positive class.</summary>
    public static double F1(IEnumerable<(bool Said, bool Positive)> answers)
    {
        var all = answers.ToList();
        var (said, positive, both) = (all.Count(a => a.Said), all.Count(a => a.Positive), all.Count(a => a.Said && a.Positive));
        return positive == 0 ? double.NaN : 2.0 * both / (said + positive);
    }
}
