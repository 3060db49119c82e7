using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Sqlite;
using Monitor.Core.Dossiers.Activities;
using Monitor.Core.Dossiers.Together;
using Monitor.Core.Model;

namespace Monitor.Tests.Dossiers.Signals;

public sealed class JointPostsTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private ICorpus corpus = null!;

    public ValueTask InitializeAsync()
    {
        corpus = SqliteCorpus.Open(folder.At("corpus.db"));
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await corpus.DisposeAsync();
        folder.Dispose();
    }

    [Theory]
    [InlineData(0, 4, 4)]
    [InlineData(59, 4, 4)]
    [InlineData(60, 4, 0)]
    [InlineData(-59, 4, 4)]
    [InlineData(86_400, 4, 0)]
    public async Task Posts_of_the_same_words_are_shared_and_within_a_minute_joint(int secondsLater, int shared, int joint)
    {
        var own = SamplePosts.Make(4).ToList();
        await Put([.. own, .. own.Select(p => ByOther(p, "twitter:2", secondsLater))]);
        var found = await Find(own);
        Assert.Equal((4, shared, 1, joint, joint), (found.Looked, found.Shared, found.Others, found.Joint, found.WithOne));
        Assert.Equal(8, found.SharedRows.Count);
        Assert.Equal(2 * joint, found.JointRows.Count);
    }

    [Fact]
    public async Task The_post_of_the_same_minute_is_found_among_many_of_the_same_words()
    {
        var own = SamplePosts.Make(1).ToList();
        var others = Enumerable.Range(0, 60).Select(n => ByOther(own[0], $"twitter:o{n}", 3_600 * (n + 1)));
        await Put([.. own, .. others, ByOther(own[0], "twitter:near", 5)]);
        var found = await Find(own);
        Assert.Equal((1, 1), (found.Shared, found.Joint));
    }

    [Fact]
    public async Task The_same_repost_at_the_same_moment_is_joint_and_a_repost_is_no_own_text()
    {
        var own = SamplePosts.Make(3, (p, _) => p with { IsRepost = true, Text = "RT @someone: " + p.Text }).ToList();
        await Put([.. own, .. own.Select(p => ByOther(p, "twitter:2", 10)), .. own.Select(p => ByOther(p, "twitter:3", 10) with { IsRepost = false })]);
        var found = await Find(own);
        Assert.Equal((0, 0, 3, 3), (found.Looked, found.Shared, found.Joint, found.WithOne));
    }

    [Fact]
    public async Task Different_partners_are_told_from_one_and_the_same()
    {
        var own = SamplePosts.Make(3).ToList();
        await Put([.. own, .. own.Select((p, n) => ByOther(p, $"twitter:other{n}", 0))]);
        var found = await Find(own);
        Assert.Equal((3, 3, 1, true), (found.Joint, found.Others, found.WithOne, found.MinutesOnly));
    }

    [Fact]
    public async Task Its_own_repetitions_and_longer_texts_are_nobody_else_s()
    {
        var own = SamplePosts.Make(2).ToList();
        await Put([.. own, ByOther(own[0], "twitter:1", 0), ByOther(own[0], "twitter:2", 0) with { Text = own[0].Text + " and some more" }]);
        var found = await Find(own);
        Assert.Equal((2, 0, 0), (found.Looked, found.Shared, found.Joint));
    }

    private static Post ByOther(Post post, string account, int secondsLater) =>
        post with { Id = $"{post.Id}-{account}-{secondsLater}", AccountId = account, Time = post.Time!.Value.AddSeconds(secondsLater), Source = post.Source with { File = account.Replace(':', '-') } };

    private Task<PutResult> Put(IReadOnlyList<Post> posts) => corpus.Put(new() { Posts = posts });

    private async Task<JointPosts> Find(IEnumerable<Post> own)
    {
        var tally = new TextTally();
        foreach (var post in own)
        {
            tally.Add(post);
        }

        return await new JointPostFinder(corpus).Find("twitter:1", tally, TestContext.Current.CancellationToken);
    }
}
