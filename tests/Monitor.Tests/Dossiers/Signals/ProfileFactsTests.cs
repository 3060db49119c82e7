using Monitor.Core.Dossiers.Signals;
using Monitor.Core.Model;

namespace Monitor.Tests.Dossiers.Signals;

public sealed class ProfileFactsTests
{
    private static readonly Release Announced = new("sample", "Sample release", "twitter") { Announced = PartialDate.Day(2018, 10, 17) };

    [Theory]
    [InlineData("2015-10-17", true)]
    [InlineData("2015-10-18", false)]
    [InlineData("2019-01-01", null)] // made after the announcement: one of the dates is wrong
    [InlineData(null, null)]
    public void Years_before(string? created, bool? holds) => Assert.Equal(holds, Tell("years-before", SamplePosts.Account with { Created = PartialDate.Parse(created) }));

    [Fact]
    public void An_empty_bio_says_something_and_a_hidden_or_unknown_one_nothing()
    {
        Assert.True(Tell("bio-empty", SamplePosts.Account));
        Assert.False(Tell("bio-empty", SamplePosts.Account with { Bio = "Sample" }));
        Assert.Null(Tell("bio-empty", SamplePosts.Account with { Hidden = ["bio"] }));
        Assert.Null(Tell("bio-empty", SamplePosts.Account with { Following = null })); // a list without profiles
        Assert.Null(Tell("bio-empty", SamplePosts.Account with { Created = null }));
    }

    [Theory]
    [InlineData(24L, 500L, true)]
    [InlineData(25L, 500L, false)]
    [InlineData(0L, 499L, false)]
    [InlineData(null, 500L, null)]
    public void Few_follow_back(long? followers, long? following, bool? holds) =>
        Assert.Equal(holds, Tell("few-follow-back", SamplePosts.Account with { Followers = followers, Following = following }));

    [Theory]
    [InlineData("ru", "Texas, USA", true)]
    [InlineData("es", "Texas, USA", false)]
    [InlineData("en", "Tehran", false)]
    [InlineData("ru", "somewhere", null)]
    [InlineData("", "Tehran", null)]
    public void Interface_against_place(string language, string location, bool? holds) =>
        Assert.Equal(holds, Tell("interface-against-place", SamplePosts.Account with { Language = language, Location = location }));

    [Fact]
    public void Hashed_handles_tell_nothing() => Assert.Null(Tell("handle-random", SamplePosts.Account with { Handle = "xQ7bLk2Zp9RtV4w", Hashed = true }));

    private static bool? Tell(string name, Account account)
    {
        var fact = ProfileFact.All.Single(f => f.Name == name);
        return !fact.CanTell(account, Announced) ? null : fact.Is(account, Announced) && fact.Value(account, Announced).Length > 0;
    }
}
