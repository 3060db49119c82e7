using Monitor.Core.Dossiers.Activities;
using Monitor.Core.Dossiers.Signals;
using Monitor.Core.Model;

namespace Monitor.Tests.Dossiers.Signals;

/// <summary>Posts made for one test, and what the facts say of them.</summary>
internal static class SamplePosts
{
    public static readonly DateTimeOffset Monday = new(2016, 3, 7, 0, 0, 0, TimeSpan.Zero);

    public static Account Account { get; } = new("twitter:1", "twitter", "1", new("sample", 1, "users.csv", 2, 0)) { Followers = 10, Following = 10, Created = PartialDate.Day(2015, 1, 1) };

    /// <summary>So many posts with different words, an hour apart unless changed.</summary>
    public static IEnumerable<Post> Make(int count, Func<Post, int, Post>? change = null) => Enumerable.Range(0, count).Select(n =>
    {
        var post = new Post($"twitter:p{n:00000}", "twitter:1", $"sample words of post number {n} with enough of them", Monday.AddHours(n), new("sample", 1, "tweets.csv", n + 2, -1));
        return change is null ? post : change(post, n);
    });

    /// <summary>True or false when the fact can be told of the posts, null when not; a fact that holds has a value and rows.</summary>
    public static bool? Tell(string fact, IEnumerable<Post> posts, Account? account = null, Func<string, bool>? imported = null, bool complete = true)
    {
        var tally = new ActivityTally(account ?? Account, imported ?? (_ => false), complete);
        foreach (var post in posts)
        {
            tally.Add(post);
        }

        var (rule, measures) = (PostFact.All.Single(f => f.Name == fact), tally.ToMeasures());
        if (!rule.CanTell(measures))
        {
            return null;
        }

        if (!rule.Is(measures))
        {
            return false;
        }

        Assert.NotEmpty(rule.Value(measures));
        Assert.NotEmpty(rule.Rows(tally, measures));
        return true;
    }
}
