using Monitor.Core.Corpus.Sqlite;
using Monitor.Core.Dossiers.Releases;
using Monitor.Core.Model;

namespace Monitor.Tests.Dossiers.Releases;

public sealed class ReleaseFactsTests : IAsyncLifetime
{
    private const string Id = "r1";
    private const string Bio = "Proud patriot. Truth and nothing else, every single day";
    private static readonly DateTimeOffset Begin = new(2018, 1, 31, 12, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = new();
    private SqliteCorpus _corpus = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _corpus = SqliteCorpus.Open(_folder.At("corpus.db"));
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _corpus.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Accounts_are_told_by_creation_language_place_group_and_what_is_hidden()
    {
        await _corpus.Put(
            new()
            {
                Releases = [Release(0)],
                Accounts =
                [
                    .. Enumerable.Range(0, 6).Select(n => User($"1{n}") with { Bio = Bio, Handle = $"truth_speaker{n}", Location = n < 2 ? "Tehran" : n == 2 ? "TEHRAN" : "", Created = PartialDate.Day(2017, 8, 30), Language = "en" }),
                    User("hash") with { Hashed = true, Hidden = ["userid", "handle", "name"], Handle = "hash", Name = "hash", Bio = Bio, Created = PartialDate.Day(2010, 1, 1), Language = "fa" },
                    User("30") with { Hidden = ["bio"], Handle = "ali5" },
                ],
            },
            Cancel);
        var facts = await Facts();
        var accounts = facts.Accounts!;

        Assert.Equal((8L, 1L, 1L), (accounts.Accounts, accounts.Hashed, accounts.CreatedUnknown));
        Assert.Equal([("handle", 7L, 1L, 0L), ("name", 0L, 1L, 7L), ("bio", 7L, 1L, 0L), ("location", 3L, 0L, 5L), ("url", 0L, 0L, 8L)], accounts.Fields.Select(f => (f.Field, f.Shown, f.Hidden, f.Empty)));
        Assert.Equal([new ValueCount("Tehran", 3)], accounts.Places);
        Assert.Equal([("en", 6L), ("", 1L), ("fa", 1L)], accounts.Languages.Select(l => (l.Value, l.Count)));
        Assert.Equal((new DateOnly(2017, 8, 30), 6L), (Assert.Single(accounts.Bursts).Day, accounts.Bursts[0].Accounts));
        Assert.Equal((1L, 7L, 7L), (accounts.Bios.Groups, accounts.Bios.Accounts, accounts.Bios.Of));
        Assert.Equal((Bio, 7L, 5), (accounts.Bios.Largest[0].Value, accounts.Bios.Largest[0].Accounts, accounts.Bios.Largest[0].Examples.Count));
        Assert.Equal(("truth_speaker…", 6L), (Assert.Single(accounts.Stems.Largest).Value, accounts.Stems.Largest[0].Accounts));
        var gaps = string.Join('\n', facts.Unanswerable);
        Assert.Contains("id, handle and name of 1 of 8 accounts", gaps, StringComparison.Ordinal);
        Assert.Contains("hides the bio of 1 of 8", gaps, StringComparison.Ordinal);
        Assert.Contains("No posts of this release were imported", gaps, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Posts_are_told_by_kind_and_month_and_quiet_months_are_named()
    {
        await _corpus.Put(
            new()
            {
                Releases = [Release(6)],
                Accounts = [User("1"), User("2")],
                Posts =
                [
                    Post(1, Begin) with { Hashtags = ["Tag"], Client = "Sample Web" },
                    Post(2, Begin.AddDays(1)) with { IsRepost = true, Hashtags = ["tag"] },
                    Post(3, Begin.AddDays(150)) with { ReplyToPost = "9", Hashtags = ["tag"] },
                    Post(4, null) with { QuotedPost = "9" },
                ],
            },
            Cancel);
        var facts = await Facts();
        var posts = facts.Posts!;

        Assert.Equal((4L, 1L, 1L), (posts.Posts, posts.Accounts, posts.Untimed));
        Assert.Equal(new(1, 1, 1, 1), posts.Kinds);
        Assert.Equal([new DateOnly(2018, 3, 1), new DateOnly(2018, 4, 1), new DateOnly(2018, 5, 1)], posts.QuietMonths);
        Assert.Equal([new ValueCount("tag", 3)], posts.Hashtags);
        Assert.Equal(["", "Sample Web"], posts.Clients.Select(c => c.Value));
        Assert.Contains("2 of the 6 rows of posts", string.Join('\n', facts.Unanswerable), StringComparison.Ordinal);
        Assert.Contains("No post of 1 of the 2 accounts was imported", string.Join('\n', facts.Unanswerable), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facts_are_kept_until_an_import_changes_the_release_and_a_large_one_is_counted_behind_the_page()
    {
        await _corpus.Put(new() { Releases = [Release(ReleaseFactsBook.Small + 1)], Accounts = [User("1")], Posts = [Post(1, Begin)] }, Cancel);
        await using var book = new ReleaseFactsBook(_corpus);
        var first = await book.Current(Id, TimeSpan.Zero, Cancel);
        Assert.NotNull(first);
        var whole = await book.Current(Id, Timeout.InfiniteTimeSpan, Cancel);
        Assert.Equal((1L, 1L, 1L), (whole!.Posts!.Posts, whole.Counted, whole.Accounts!.Accounts));

        await _corpus.Put(new() { Posts = [Post(2, Begin)] }, Cancel);
        Assert.Same(whole.Posts, (await book.Current(Id, Timeout.InfiniteTimeSpan, Cancel))!.Posts);
        await _corpus.Put(new() { Releases = [Release(2)] }, Cancel);
        Assert.Equal(2, (await book.Current(Id, Timeout.InfiniteTimeSpan, Cancel))!.Posts!.Posts);
    }

    [Fact]
    public async Task A_release_that_is_unknown_or_only_announced_has_no_facts()
    {
        await _corpus.Put(new() { Releases = [new(Id, "Title", "twitter")] }, Cancel);
        var facts = await Facts();

        Assert.Null(facts.Accounts);
        Assert.Contains("Nothing of this release was imported", Assert.Single(facts.Unanswerable), StringComparison.Ordinal);
        await using var book = new ReleaseFactsBook(_corpus);
        Assert.Null(await book.Current("none", TimeSpan.Zero, Cancel));
    }

    private static Release Release(long posts) => new(Id, "Title", "twitter") { Versions = [new(1, Begin, []) { Posts = posts }] };

    private static Account User(string id) => new($"twitter:{id}", "twitter", id, new(Id, 1, "users.csv", 2, 0));

    private static Post Post(int n, DateTimeOffset? time) => new($"twitter:p{n}", "twitter:1", "words", time, new(Id, 1, "posts.csv", n + 1, 0));

    private async Task<ReleaseFacts> Facts()
    {
        await using var book = new ReleaseFactsBook(_corpus);
        return (await book.Current(Id, Timeout.InfiniteTimeSpan, Cancel))!;
    }
}
