using Monitor.Core.Corpus.Sqlite;
using Monitor.Core.Dossiers.Hashtags;
using Monitor.Core.Model;

namespace Monitor.Tests.Dossiers.Hashtags;

public sealed class HashtagBuilderTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Begin = new(2018, 9, 1, 12, 0, 0, TimeSpan.Zero);
    private readonly TemporaryFolder _folder = new();
    private SqliteCorpus _corpus = null!;
    private int _line = 1;

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
    public async Task Uses_are_told_by_account_release_spelling_kind_and_day()
    {
        await _corpus.Put(
            new()
            {
                Accounts = [new("twitter:1", "twitter", "1", new("a", 1, "users.csv", 2, 0)) { Handle = "one", Name = "One" }],
                Posts =
                [
                    Post("1", "a", 0, "#YouAreBots") with { Language = "en", Client = "Sample Web" },
                    Post("2", "a", 0, "RT #youarebots and #Other") with { IsRepost = true },
                    Post("1", "a", 60 * 24, "again", "YOUAREBOTS", "other"),
                    Post("3", "b", 60 * 48, "#YouAreBots @x") with { ReplyToUser = "x" },
                    Post("3", "b", 60 * 49, "#you_are_bots apart"),
                    Post("3", "b", 60 * 50, "#YouAreBotsToo, apart"),
                ],
                Documents = [new Document("d1", DocumentKind.Post, "https://posts.example/1", "They say #YouAreBots") { Title = "A post" }],
            },
            Cancel);
        var d = await Build("#youAREbots");

        Assert.Equal(("youAREbots", 4L, new PostKinds(2, 1, 0, 1)), (d.Tag, d.Uses, d.Kinds));
        Assert.Equal([("YouAreBots", 2L), ("YOUAREBOTS", 1L), ("youarebots", 1L)], d.Spellings.Select(s => (s.Value, s.Count)));
        Assert.Equal([new ValueCount("You_Are_Bots", 1)], d.Near.Select(n => n with { Value = "You_Are_Bots" }));
        Assert.Equal([("twitter:1", 2L), ("twitter:2", 1L), ("twitter:3", 1L)], d.Users.Most.Select(u => (u.AccountId, u.Uses)));
        Assert.Equal("One", d.Users.Most[0].Account!.Name);
        Assert.Equal([("a", 3L), ("b", 1L)], d.Releases.Select(r => (r.Release, r.Uses)));
        Assert.Equal([new ValueCount("Other", 2)], d.Together);
        Assert.Equal((Begin, 3), (d.FirstUses[0].Time, d.PerDay.Count));
        Assert.Equal((1L, 2, 0L), (d.Minutes.Minutes, d.Minutes.Fullest, d.Minutes.Accounts));
        Assert.Equal((1L, 0L), (d.Mentions.Documents, d.Mentions.Claims));
    }

    [Fact]
    public async Task Persian_and_Arabic_letter_forms_are_one_hashtag_in_two_spellings()
    {
        await _corpus.Put(new() { Posts = [Post("1", "a", 0, "x", "ایرانی"), Post("2", "a", 1, "x", "ايراني")] }, Cancel);
        var d = await Build("ایرانی");

        Assert.Equal(2, d.Uses);
        Assert.Equal(["ايراني", "ایرانی"], d.Spellings.Select(s => s.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task An_empty_answer_says_what_was_searched()
    {
        await _corpus.Put(
            new()
            {
                Posts = [Post("1", "a", 0, "hello")],
                Releases =
                [
                    Release("a") with { Versions = [new(1, Begin, []) { Accounts = 10, HashedAccounts = 9, Posts = 1 }] },
                    Release("b") with { Versions = [new(1, Begin, []) { Accounts = 5 }] },
                    Release("c"),
                ],
            },
            Cancel);
        var d = await Build("youarebots");
        var words = string.Join('\n', d.Scope.Sentences);

        Assert.Equal(0, d.Uses);
        Assert.Contains("1 post of 1 release (Title a), from September 2018 to September 2018", words, StringComparison.Ordinal);
        Assert.Contains("9 of the 10 accounts", words, StringComparison.Ordinal);
        Assert.Contains("no posts, are imported of 1 release (Title b)", words, StringComparison.Ordinal);
        Assert.Contains("Nothing is imported of 1 release (Title c)", words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_counted_is_kept_until_an_import_changes_a_release()
    {
        await _corpus.Put(new() { Posts = [Post("1", "a", 0, "#tag")], Releases = [Release("a") with { Versions = [new(1, Begin, []) { Posts = 1 }] }] }, Cancel);
        var builder = new HashtagBuilder(_corpus);
        Assert.Equal(1, (await builder.Build(Hashtag.Read("tag").Tag!, Cancel)).Uses);
        await _corpus.Put(new() { Posts = [Post("2", "a", 1, "#tag")] }, Cancel);
        Assert.Equal(1, (await builder.Build(Hashtag.Read("TAG").Tag!, Cancel)).Uses);
        await _corpus.Put(new() { Releases = [Release("a") with { Versions = [new(1, Begin, []) { Posts = 2 }] }] }, Cancel);
        Assert.Equal(2, (await builder.Build(Hashtag.Read("tag").Tag!, Cancel)).Uses);
    }

    [Fact]
    public void Minutes_are_shared_by_pairs_and_full_ones_only_counted()
    {
        var tally = new MinuteTally();
        for (var minute = 0; minute < 3; minute++)
        {
            tally.Add("b", Begin.AddMinutes(minute));
            tally.Add("a", Begin.AddMinutes(minute).AddSeconds(59));
            tally.Add("a", Begin.AddMinutes(minute).AddSeconds(59));
        }

        for (var account = 0; account <= MinuteTally.MostInMinute; account++)
        {
            tally.Add($"c{account}", Begin.AddMinutes(9));
        }

        var shared = tally.ToShared();
        Assert.Equal((4L, MinuteTally.MostInMinute + 1, 2L, false), (shared.Minutes, shared.Fullest, shared.Accounts, shared.Complete));
        Assert.Equal([new MinutePair("a", "b", 3)], shared.Pairs);
    }

    private static Release Release(string id) => new(id, $"Title {id}", "twitter");

    private Post Post(string user, string release, int minute, string text, params string[] tags) =>
        new($"twitter:{release}{user}-{minute}", $"twitter:{user}", text, Begin.AddMinutes(minute), new(release, 1, "posts.csv", ++_line, 0)) { Hashtags = tags };

    private Task<HashtagDossier> Build(string tag) => new HashtagBuilder(_corpus).Build(Hashtag.Read(tag).Tag!, Cancel);
}
