using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Activities;

/// <summary>What an account posts about, as far as hashtags and the hosts of its links tell.</summary>
internal sealed class SubjectTally
{
    /// <summary>
    /// Uses that are drawn to compare accounts of different size (rarefaction, Hurlbert 1971, Ecology 52:577): the number of different subjects, and an entropy too,
    /// grows with the number of posts alone.
    /// </summary>
    public const int Drawn = 30;

    private readonly ValueCounter hashtags = new(StringComparer.OrdinalIgnoreCase);
    private readonly ValueCounter hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly ValueCounter pages = new();
    private readonly Dictionary<string, RowRef> firsts = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<ValueCount> Hashtags => hashtags.Most();

    public IReadOnlyList<ValueCount> Hosts => hosts.Most();

    public IReadOnlyList<ValueCount> Pages => pages.Most();

    /// <summary>Rows with different subjects.</summary>
    public IReadOnlyList<RowRef> Rows => [.. firsts.Values.Distinct()];

    public void Add(Post post)
    {
        foreach (var tag in post.Hashtags)
        {
            hashtags.Add(tag);
            Example("#" + tag, post);
        }

        foreach (var url in post.Urls)
        {
            pages.Add(url);
            var host = Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host : "";
            hosts.Add(host);
            if (IsSubject(host))
            {
                Example(host, post);
            }
        }
    }

    public SubjectMeasures ToMeasures()
    {
        var counts = hashtags.Counts.Select(c => c.Value).Concat(hosts.Counts.Where(h => IsSubject(h.Key)).Select(h => h.Value)).ToList();
        return new((int)counts.Sum(), Expected(counts));
    }

    /// <summary>Different values expected among so many uses drawn at random without putting back; 0 when there are fewer uses.</summary>
    internal static double Expected(IReadOnlyCollection<long> counts, int drawn = Drawn)
    {
        var all = counts.Sum();
        if (all < drawn)
        {
            return 0;
        }

        var expected = 0.0;
        foreach (var count in counts)
        {
            var none = 1.0;
            for (var k = 0; k < drawn && none > 0; k++)
            {
                none *= Math.Max(0, all - count - k) / (double)(all - k);
            }

            expected += 1 - none;
        }

        return expected;
    }

    /// <summary>Links to the platform itself are quotes and pictures, not subjects.</summary>
    private static bool IsSubject(string host) =>
        host.Length > 0 && !host.Equals("twitter.com", StringComparison.OrdinalIgnoreCase) && !host.Equals("t.co", StringComparison.OrdinalIgnoreCase);

    private void Example(string subject, Post post)
    {
        if (firsts.Count < RowExamples.Limit)
        {
            firsts.TryAdd(subject, post.Source);
        }
    }
}
