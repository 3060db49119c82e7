namespace Monitor.Tests.Dossiers.Signals;

public sealed class NetworkFactsTests
{
    [Theory]
    [InlineData(1_000, 10, true, true)]
    [InlineData(999, 5, true, false)]
    [InlineData(1_000, 11, true, false)]
    [InlineData(5_000, 0, true, null)] // no posts may mean that their file is not here
    [InlineData(5_000, 10, false, null)] // nor is it told from a part of the posts
    public void Growth_without_posts(long followers, int posts, bool complete, bool? holds) => Assert.Equal(
        holds, SamplePosts.Tell("growth-without-posts", SamplePosts.Make(posts), SamplePosts.Account with { Followers = followers }, complete: complete));
}
