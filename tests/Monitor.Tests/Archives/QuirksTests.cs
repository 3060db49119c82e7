using Monitor.Core.Archives;

namespace Monitor.Tests.Archives;

/// <summary>What the published files do that a plain csv file does not, each in a small file written by hand.</summary>
public sealed class QuirksTests : IDisposable
{
    private static readonly string[] All = ReleaseFiles.TweetHeader.Split(',');

    private readonly ReleaseFiles files = new();

    public void Dispose() => files.Dispose();

    /// <summary>The generations differ in the columns at their end and in their order.</summary>
    [Theory]
    [InlineData(31, "")]
    [InlineData(30, "poll_choices")]
    [InlineData(27, "poll_choices,quote_count,reply_count,like_count")]
    public void Tables_of_posts_of_all_generations_are_read(int columns, string missing)
    {
        var header = All.Except(missing.Split(',')).Reverse().ToList();
        var cells = header.Select(c => c switch { "tweetid" => "839501234567890123", "userid" => "12", "tweet_text" => "\"He said \"\"no\"\",\nتمام\"", "is_retweet" => "True", "latitude" => "absent", _ => "" });
        var file = files.Csv("tweets.csv", string.Join(',', header) + "\r\n" + string.Join(',', cells) + "\r\n");
        var told = new ArchiveReader().Detect(file)!;
        var post = Assert.IsType<PostRow>(Assert.Single(ReleaseFiles.Read(file))).Post;

        Assert.Equal(("twitter-tweets", columns, missing), (told.Format, told.Columns, string.Join(',', told.Missing.Order(StringComparer.Ordinal).OrderBy(m => missing.IndexOf(m, StringComparison.Ordinal)))));
        Assert.Equal(("twitter:839501234567890123", "He said \"no\",\nتمام", true, null), (post.Id, post.Text, post.IsRepost, post.Place));
    }

    [Fact]
    public void A_zip_file_of_several_parts_gives_each_part_with_its_own_lines()
    {
        var zip = files.Zip(
            "tweets.zip",
            ("tweets_2.csv", $"{ReleaseFiles.TweetHeader}\n{ReleaseFiles.Tweet("839501234567890124", "1", "b")}\n"),
            ("tweets_1.csv", $"{ReleaseFiles.TweetHeader}\n{ReleaseFiles.Tweet("839501234567890123", "1", "a")}\n"));
        var rows = ArchiveReader.FindIn("tweets.zip", zip).Files.SelectMany(f => ReleaseFiles.Read(f)).Cast<PostRow>().ToList();

        Assert.Equal([("tweets.zip!/tweets_1.csv", 2L, "a"), ("tweets.zip!/tweets_2.csv", 2L, "b")], rows.Select(r => (r.Source.File, r.Source.Line, r.Post.Text)));
    }

    [Fact]
    public void A_file_that_ends_inside_a_record_and_empty_last_records_are_told()
    {
        var cut = ReleaseFiles.Read(files.Csv("cut.csv", $"{ReleaseFiles.TweetHeader}\n{ReleaseFiles.Tweet("1", "1", "a")}\n\"2\",\"1\",\"A,\n"));
        Assert.IsType<PostRow>(cut[0]);
        Assert.Equal((2, 3L, "The file ends inside a quoted field."), (cut.Count, cut[1].Source.Line, Assert.IsType<QuarantinedRow>(cut[1]).Reason));

        var empty = ReleaseFiles.Read(files.Csv("empty.csv", $"{ReleaseFiles.UserHeader}\r\n1,A,aa,,,,,,,\r\n,,,,,,,,,\r\n\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\",\"\"\r\n\r\n"));
        Assert.Equal(["", "Every field is empty.", "Every field is empty."], empty.Select(r => r is QuarantinedRow q ? q.Reason : ""));
    }

    /// <summary>Base64 of SHA-256 has 44 characters; the published files hold 40 to 44.</summary>
    [Theory]
    [InlineData(40)]
    [InlineData(43)]
    [InlineData(44)]
    public void Hashes_in_profile_fields_are_hidden_and_hashes_of_names_are_kept_exactly(int length)
    {
        var hash = new string('a', length - 12) + "B+/3456789x" + "=";
        var account = Assert.IsType<AccountRow>(Assert.Single(ReleaseFiles.Read(files.Csv("users.csv", $"{ReleaseFiles.UserHeader}\n{hash},{hash},{hash},{hash},{ReleaseFiles.Hash64},{hash},1,2,2017-03-06,fa\n")))).Account;

        Assert.Equal((hash, hash, hash, true), (account.UserId, account.Name, account.Handle, account.Hashed));
        Assert.Equal(("", "", ""), (account.Location, account.Bio, account.Url));
        Assert.Equal(["userid", "handle", "name", "bio", "location", "url"], account.Hidden);
    }

    [Fact]
    public void Rounded_ids_are_flagged_and_stay_as_they_are()
    {
        var posts = ReleaseFiles.Read(files.Csv(
            "tweets.csv",
            $"{ReleaseFiles.TweetHeader}\n{ReleaseFiles.Tweet("3.65082069254156E+017", "1", "a")}\n{ReleaseFiles.Tweet("\"8,3949E+17\"", "1", "b", rest: ",\"8,3949E+17\",,false,,,absent,absent,0,0,0,0,[],[],[],")}\n")).Cast<PostRow>().Select(r => r.Post).ToList();

        Assert.StartsWith("twitter:3.65082069254156E+017~", posts[0].Id, StringComparison.Ordinal);
        Assert.StartsWith("twitter:8,3949E+17~", posts[1].Id, StringComparison.Ordinal);
        Assert.Equal("8,3949E+17", posts[1].ReplyToPost);
        Assert.Equal([["mangled-id"], ["mangled-id", "mangled-reference"]], posts.Select(p => p.Flags.Order().ToArray()));
    }
}
