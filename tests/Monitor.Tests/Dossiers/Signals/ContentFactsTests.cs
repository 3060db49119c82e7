using Monitor.Core.Dossiers.Activities;

namespace Monitor.Tests.Dossiers.Signals;

public sealed class ContentFactsTests
{
    [Theory]
    [InlineData(100, 90, true)]
    [InlineData(100, 89, false)]
    [InlineData(49, 49, null)]
    public void Mostly_reposts(int posts, int reposts, bool? holds) =>
        Assert.Equal(holds, SamplePosts.Tell("reposts-mostly", SamplePosts.Make(posts, (p, n) => p with { IsRepost = n < reposts })));

    [Theory]
    [InlineData(50, 10, true)]
    [InlineData(50, 9, false)]
    [InlineData(49, 40, null)]
    public void Repeated_texts(int posts, int repeated, bool? holds) =>
        Assert.Equal(holds, SamplePosts.Tell("texts-repeated", SamplePosts.Make(posts, (p, n) => n < posts - repeated ? p : p with { Text = "Sample words of post number 0, with enough of them! https://t.example/x" })));

    [Theory]
    [InlineData(60, 60, true)]
    [InlineData(60, 3, false)]
    [InlineData(49, 49, null)]
    public void Varied_subjects(int posts, int tags, bool? holds) =>
        Assert.Equal(holds, SamplePosts.Tell("varied-subjects", SamplePosts.Make(posts, (p, n) => p with { Hashtags = [$"tag{n % tags}"] })));

    [Fact]
    public void Links_to_the_platform_itself_are_no_subject() =>
        Assert.Null(SamplePosts.Tell("varied-subjects", SamplePosts.Make(80, (p, n) => p with { Urls = [$"https://twitter.com/someone/status/{n}"] })));

    [Theory]
    [InlineData(100, 10, true)]
    [InlineData(100, 9, false)]
    [InlineData(150, 14, false)] // less than one in ten
    [InlineData(49, 40, null)]
    public void Photos(int posts, int photos, bool? holds) =>
        Assert.Equal(holds, SamplePosts.Tell("photos", SamplePosts.Make(posts, (p, n) => n < photos ? p with { Text = p.Text + " pic.twitter.com/Sample" } : p)));

    [Theory]
    [InlineData(5, false, true)]
    [InlineData(4, false, false)]
    [InlineData(30, true, false)] // another's places
    public void Places(int places, bool reposted, bool holds) => Assert.Equal(
        holds,
        SamplePosts.Tell("places-told", SamplePosts.Make(100, (p, n) => n < places ? p with { Place = "1.5,2.5", IsRepost = reposted } : p)));

    [Fact]
    public void A_check_in_tells_a_place() =>
        Assert.True(SamplePosts.Tell("places-told", SamplePosts.Make(60, (p, n) => n < 5 ? p with { Urls = ["https://www.swarmapp.com/c/sample"] } : p)));

    [Theory]
    [InlineData(new long[] { 30 }, 1)] // one subject
    [InlineData(new long[] { 29 }, 0)] // fewer uses than are drawn
    [InlineData(new long[] { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 }, 30)] // every use a new one
    [InlineData(new long[] { 30, 30 }, 2)] // two: one is hardly ever missed
    public void Expected_variety_does_not_grow_with_posts(long[] counts, double expected) => Assert.Equal(expected, SubjectTally.Expected(counts), 6);

    [Fact]
    public void Expected_variety_agrees_with_the_formula_for_two_draws() =>
        Assert.Equal(2 - ((3.0 / 6 * 2 / 5) + (3.0 / 6 * 2 / 5)), SubjectTally.Expected([3, 3], 2), 9); // 2 − the chance that both are of one kind
}
