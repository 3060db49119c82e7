using Monitor.Core.Dossiers.Coordination.Chance;
using Monitor.Core.Dossiers.Coordination.Traces;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Coordination;

/// <summary>
/// Finds the rows of joint actions: the posts of both accounts are read again and held against each other, which needs no references in the traces and checks the
/// finding on the rows themselves.
/// </summary>
internal sealed class ExampleFinder(Func<string, CancellationToken, IAsyncEnumerable<Post>> postsOf)
{
    /// <summary>Joint actions shown of an edge.</summary>
    private const int Most = 5;

    /// <summary>Posts read of an account at most; enough for all but a few machines.</summary>
    private const int MostPosts = 200_000;

    private readonly TextWords words = new();
    private readonly Dictionary<string, List<Acted>> read = [];

    /// <summary>The network with examples on its first edges.</summary>
    public async Task<CoordinationNetwork> Add(CoordinationNetwork network, int edges, CancellationToken cancel)
    {
        var done = new List<CoordinationEdge>(network.Edges);
        var releases = network.Releases.ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < Math.Min(edges, done.Count); i++)
        {
            var a = await Actions(done[i].A, network.Trace, releases, cancel);
            var b = await Actions(done[i].B, network.Trace, releases, cancel);
            done[i] = done[i] with { Examples = Joint(a, b, TimeGrid.Of(network.Precision, network.Window)) };
        }

        return network with { Edges = done };
    }

    private static List<JointAction> Joint(List<Acted> a, List<Acted> b, TimeGrid grid)
    {
        var found = new List<JointAction>();
        var (from, met) = (0, new HashSet<(object, long)>());
        foreach (var x in a)
        {
            while (from < b.Count && b[from].Cell(grid) + grid.Reach < x.Cell(grid))
            {
                from++;
            }

            for (var j = from; j < b.Count && b[j].Cell(grid) <= x.Cell(grid) + grid.Reach; j++)
            {
                var y = b[j];
                if (x.Same(y) && met.Add((x.Object, x.Time.ToUnixTimeSeconds() / 3_600)))
                {
                    found.Add(new(x.Object, x.Post, x.Time, x.Row, y.Post, y.Time, y.Row));
                    if (found.Count == Most)
                    {
                        return found;
                    }
                }
            }
        }

        return found;
    }

    private async Task<List<Acted>> Actions(string account, CoordinationTrace trace, HashSet<string> releases, CancellationToken cancel)
    {
        if (read.TryGetValue(account, out var known))
        {
            return known;
        }

        var actions = new List<Acted>();
        await foreach (var post in postsOf(account, cancel).Take(MostPosts).WithCancellation(cancel))
        {
            if (post.Time is not { } time || (releases.Count > 0 && !releases.Contains(post.Source.Release)))
            {
                continue;
            }

            if (trace == CoordinationTrace.Text)
            {
                uint[] set = post.IsRepost || TextWords.IsRepost(post.Text) || TextWords.IsShareButton(post.Text) ? [] : words.Of(post.Text);
                if (set.Length > 0)
                {
                    actions.Add(new(post.Text, time, post.Id, post.Source, set));
                }
            }
            else if (TraceObject.Of(post, trace, out _) is { } found)
            {
                actions.Add(new(found, time, post.Id, post.Source, null));
            }
        }

        actions.Sort((x, y) => x.Time.CompareTo(y.Time) is not 0 and var order ? order : string.CompareOrdinal(x.Post, y.Post));
        return read[account] = actions;
    }

    private sealed record Acted(string Object, DateTimeOffset Time, string Post, RowRef Row, uint[]? Words)
    {
        public long Cell(TimeGrid grid) => Time.ToUnixTimeSeconds() / grid.Unit;

        public bool Same(Acted other) => Words is null ? Object == other.Object : TextClasses.Similar(Words, other.Words);
    }
}
