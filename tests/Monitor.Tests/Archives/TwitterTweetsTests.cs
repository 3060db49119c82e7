using Monitor.Core.Archives;
using Monitor.Core.Archives.Values;
using Monitor.Core.Model;

namespace Monitor.Tests.Archives;

public sealed class TwitterTweetsTests : IDisposable
{
    private readonly ReleaseFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void A_row_becomes_a_post_and_its_author_comes_along_once()
    {
        var full = "71,72,73,True,81,82,1.5,2.5,3,4,5.0,6,\"['one', 'two']\",[http://x.example/a],\"['9']\",";
        var file = files.Csv("t.csv", $"{ReleaseFiles.TweetHeader}\n{ReleaseFiles.Tweet("839501234567890123", "7", "\"Hi,\nyou\"", rest: full)}\n{ReleaseFiles.Tweet("839501234567890124", "7", "again")}\n");
        var rows = ReleaseFiles.Read(file).Cast<PostRow>().ToList();

        var post = rows[0].Post;
        Assert.Equal(("twitter:839501234567890123", "twitter:7", "Hi,\nyou"), (post.Id, post.AccountId, post.Text));
        Assert.Equal(new DateTimeOffset(2017, 3, 8, 15, 19, 0, TimeSpan.Zero), post.Time);
        Assert.Equal(("71", "72", "73", true, "81", "82"), (post.ReplyToUser, post.ReplyToPost, post.QuotedPost, post.IsRepost, post.RepostedUser, post.RepostedPost));
        Assert.Equal(new(5, 4, 6, 3), post.Counts);
        Assert.Equal(["one", "two"], post.Hashtags);
        Assert.Equal(["http://x.example/a"], post.Urls);
        Assert.Equal(["9"], post.Mentions);
        Assert.Equal("1.5,2.5", post.Place);
        Assert.Empty(post.Flags);
        Assert.Contains(AccountPreference.FromPost, rows[0].Author!.Flags);
        Assert.Null(rows[1].Author);
        Assert.Null(rows[1].Post.Place);
        Assert.Equal(4, rows[1].Source.Line);
    }

    [Fact]
    public void Posts_that_share_a_rounded_id_stay_two_posts()
    {
        var file = files.Csv("t.csv", $"{ReleaseFiles.TweetHeader}\n{ReleaseFiles.Tweet("8.3949E+17", "7", "a")}\n{ReleaseFiles.Tweet("\"8,3949E+017\"", "7", "b")}\n{ReleaseFiles.Tweet("8.3949E+17", "7", "c")}\n");
        var posts = ReleaseFiles.Read(file).Cast<PostRow>().Select(r => r.Post).ToList();

        Assert.All(posts, p => Assert.Equal(["mangled-id"], p.Flags));
        Assert.Equal(3, posts.Select(p => p.Id).Distinct().Count());
        Assert.StartsWith("twitter:8,3949E+017~", posts[1].Id, StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_whose_time_is_not_the_row_s_is_flagged()
    {
        var file = files.Csv("t.csv", $"{ReleaseFiles.TweetHeader}\n{ReleaseFiles.Tweet("839501234567", "7", "a")}\n");
        Assert.Equal(["id-contradicts-time"], Assert.IsType<PostRow>(Assert.Single(ReleaseFiles.Read(file))).Post.Flags);
    }

    [Fact]
    public void A_table_with_fewer_columns_is_read_and_says_what_it_lacks()
    {
        var file = files.Csv("t.csv", $"score,tweet_text,tweet_time,tweetid,user_screen_name\n1,hi,2017-03-08 15:19,839501234567890123,{ReleaseFiles.Hash64}\n2,ho,2017-03-08 15:19,839501234567890124,Plain_Name\n");
        var detected = new ArchiveReader().Detect(file)!;
        var rows = ReleaseFiles.Read(file).Cast<PostRow>().ToList();

        Assert.Equal(("twitter-tweets", 5), (detected.Format, detected.Columns));
        Assert.Contains("userid", detected.Missing);
        Assert.Equal(["score"], detected.Unknown);
        Assert.Equal([$"twitter:{ReleaseFiles.Hash64}", "twitter:@plain_name"], rows.Select(r => r.Post.AccountId));
        Assert.Equal(["userid-from-handle", "from-post"], rows[0].Author!.Flags);
        Assert.Equal(["no-user-id", "from-post"], rows[1].Author!.Flags);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("''", "")]
    [InlineData("[]", "")]
    [InlineData("['a', 'b c']", "a|b c")]
    [InlineData("[\"it's\", 'b']", "it's|b")]
    [InlineData(@"['it\'s \u06a9\n', '\\']", "it's \u06a9\n|\\")]
    [InlineData("[8marzo, X]", "8marzo|X")]
    [InlineData("['سلام']", "سلام")]
    [InlineData("['a'", null)]
    [InlineData("['a]", null)]
    [InlineData("['a' 'b']", null)]
    [InlineData("word", null)]
    public void Lists_are_read_in_all_spellings(string text, string? expected)
    {
        var values = PythonList.Parse(text);
        Assert.Equal(expected, values is null ? null : string.Join('|', values));
    }

    [Theory]
    [InlineData("3.65082069254156E+017", true)]
    [InlineData("8,3949E+17", true)]
    [InlineData("4.60719053544235e+17", true)]
    [InlineData("9E+17", true)]
    [InlineData("123.0", true)]
    [InlineData("839501234567890123", false)]
    [InlineData("", false)]
    [InlineData("@handle", false)]
    [InlineData("0a1b2c3d", false)]
    [InlineData("12e", false)]
    public void Rounded_ids_are_recognised(string id, bool mangled) => Assert.Equal(mangled, MangledId.Is(id));
}
