namespace Monitor.Core.Linking.Checked;

/// <summary>The highest of many scores.</summary>
internal static class TopScores
{
    /// <summary>Best first; equal ones by place. Scores of 0 do not count.</summary>
    public static List<(int Claim, double Score)> Of(float[] scores, int count)
    {
        var best = new PriorityQueue<int, (float Score, int Order)>();
        for (var i = 0; i < scores.Length; i++)
        {
            if (scores[i] <= 0 || (best.Count == count && best.TryPeek(out _, out var least) && scores[i] <= least.Score))
            {
                continue;
            }

            best.Enqueue(i, (scores[i], -i));
            if (best.Count > count)
            {
                best.Dequeue();
            }
        }

        return [.. best.UnorderedItems.Select(b => (b.Element, (double)b.Priority.Score)).OrderByDescending(b => b.Item2).ThenBy(b => b.Element)];
    }
}
