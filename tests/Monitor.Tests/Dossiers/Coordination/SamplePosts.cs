using Monitor.Core.Dossiers.Coordination;
using Monitor.Core.Model;

namespace Monitor.Tests.Dossiers.Coordination;

/// <summary>Made-up posts by account, object and second.</summary>
internal static class SamplePosts
{
    public static readonly DateTimeOffset Begin = new(2018, 3, 5, 0, 0, 0, TimeSpan.Zero);

    private static int _number;

    /// <summary>A repost of a post at so many seconds from the begin.</summary>
    public static Post Repost(string account, string of, long second) => Plain(account, "RT @someone: words", second) with { IsRepost = true, RepostedPost = of };

    /// <summary>A post with a link.</summary>
    public static Post Link(string account, string url, long second) => Plain(account, "words", second) with { Urls = [url] };

    /// <summary>A post of its own.</summary>
    public static Post Plain(string account, string text, long second)
    {
        var n = Interlocked.Increment(ref _number);
        return new($"twitter:{n}", $"twitter:{account}", text, Begin.AddSeconds(second), new("sample", 1, "posts.csv", n, -1));
    }

    /// <summary>Posts of a lone account that give the release times to the second.</summary>
    public static IEnumerable<Post> Seconds() => Enumerable.Range(0, 400).Select(i => Plain("clock", "tick", (i * 3_607L) + 1));

    /// <summary>The network of posts that are all reposts.</summary>
    public static Task<CoordinationNetwork> Network(IEnumerable<Post> posts, CoordinationTrace trace = CoordinationTrace.Repost, CoordinationOptions? options = null) =>
        CoordinationFinder.Find(Stream(posts), trace, ["sample"], options, TestContext.Current.CancellationToken);

    /// <summary>As a stream.</summary>
    public static async IAsyncEnumerable<Post> Stream(IEnumerable<Post> posts)
    {
        foreach (var post in posts)
        {
            yield return post;
        }

        await Task.CompletedTask;
    }
}
