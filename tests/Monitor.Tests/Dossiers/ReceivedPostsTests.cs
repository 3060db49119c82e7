using Monitor.Core.Dossiers;
using Monitor.Core.Model;

namespace Monitor.Tests.Dossiers;

public sealed class ReceivedPostsTests
{
    [Theory]
    [InlineData(1_000, 900, true)]
    [InlineData(1_000, 899, false)]
    public void Announced_posts_are_held_against_received_ones(long announced, long received, bool all) =>
        Assert.Equal(all, ReceivedPosts.AreAll(new("a", "A", "twitter") { AnnouncedCounts = [new(announced, "tweets", "exactly", true, null)], Versions = [Version("users.csv", received)] }));

    [Theory]
    [InlineData("sample_tweets_csv_hashed.zip!/sample_tweets_csv_hashed.csv", true)]
    [InlineData("some_other.csv", false)]
    public void A_listed_file_of_posts_has_to_be_there(string received, bool all) =>
        Assert.Equal(all, ReceivedPosts.AreAll(new("a", "A", "twitter") { FileNames = ["sample_tweets_csv_hashed.zip", "sample_users.csv"], Versions = [Version(received, 5)] }));

    [Fact]
    public void What_nobody_announced_cannot_be_missing()
    {
        Assert.True(ReceivedPosts.AreAll(null));
        Assert.True(ReceivedPosts.AreAll(new("a", "A", "twitter")));
    }

    private static ReleaseVersion Version(string file, long posts) => new(1, DateTimeOffset.UnixEpoch, [new(file, 1, "00", "twitter-tweets", posts)]) { Posts = posts };
}
