using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Sqlite;
using Monitor.Core.Model;

namespace Monitor.Tests.Dossiers;

/// <summary>A corpus with a made-up release: ordinary accounts, a cluster made in one go, one talkative person, one thin account.</summary>
internal sealed class TestRelease : IAsyncDisposable
{
    public const string Id = "test-release";
    public const int Ordinary = 400;
    public const int Cluster = 12;

    private static readonly DateTimeOffset Begin = new(2016, 1, 4, 0, 0, 0, TimeSpan.Zero); // a Monday
    private readonly string folder = Directory.CreateTempSubdirectory("monitor-dossiers-").FullName;
    private long line = 1;

    private TestRelease() => Corpus = SqliteCorpus.Open(Path.Combine(folder, "corpus.db"));

    public ICorpus Corpus { get; }

    public static async Task<TestRelease> Make()
    {
        var made = new TestRelease();
        var accounts = new List<Account>();
        var posts = new List<Post>();
        for (var i = 0; i < Ordinary; i++)
        {
            var account = made.Account($"1{i:000}", PartialDate.Day(2016, 1, 1) with { Time = Begin.AddDays(-3 * i) }) with { Bio = $"Ordinary bio number {i} with words enough" };
            accounts.Add(account);
            posts.AddRange(Enumerable.Range(0, i % 4 == 0 ? 60 : 0).Select(n => made.Post(account, n, Begin.AddHours(31 * n), $"ordinary account {i} writes text number {n} here today") with { Client = "Twitter Web Client" }));
        }

        for (var i = 0; i < Cluster; i++)
        {
            var account = made.Account($"2{i:000}", PartialDate.Day(2016, 2, 2)) with { Bio = "Proud patriot. Truth and nothing else, every single day" };
            accounts.Add(account);
            posts.AddRange(Enumerable.Range(0, 120).Select(n => made.Post(account, n, Begin.AddMinutes((n * 24 * 60) + (n % 24 * 60)), $"the prepared text number {n % 40} goes out to everybody") with { Client = "twittbot.net" }));
        }

        var person = made.Account("3000", PartialDate.Day(2009, 5, 6)) with { Bio = "Teacher of mathematics in a small town", Handle = "teacher", Name = "A Teacher" };
        posts.AddRange(Enumerable.Range(0, 200).Select(n => made.Post(person, n, Begin.AddDays(n).AddHours(6 + (n % 16)), $"@other{n % 30} I think lesson {n} of today was about something else") with
        {
            Client = "Twitter for Android",
            ReplyToUser = n % 2 == 0 ? $"9{n % 30}" : "",
        }));
        var hash = string.Concat(Enumerable.Repeat("0a1b2c3d", 8));
        var thin = made.Account(hash, PartialDate.Day(2016, 2, 2)) with { Hashed = true, Hidden = ["userid", "handle", "name"], Bio = "Proud patriot. Truth and nothing else, every single day" };
        await made.Corpus.Put(new()
        {
            Releases = [new(Id, "Test release", "twitter") { Announced = PartialDate.Day(2016, 10, 1), Citation = "Test citation", Source = "https://publisher.example/release" }],
            Accounts = [.. accounts, person, thin],
            Posts = posts,
            StatusEvents = [new(person.Id, StatusKind.Suspended, PartialDate.Day(2016, 10, 1), "", made.Row("events.csv"))],
        });
        return made;
    }

    public static string IdOf(string user) => $"twitter:{user}";

    public async ValueTask DisposeAsync()
    {
        await Corpus.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    private RowRef Row(string file) => new(Id, 1, file, ++line, line * 100);

    private Account Account(string user, PartialDate created) => new(IdOf(user), "twitter", user, Row("users.csv"))
    {
        Handle = user,
        Name = user,
        Created = created,
        Followers = 10,
        Following = 10,
    };

    private Post Post(Account account, int number, DateTimeOffset time, string text) =>
        new($"twitter:{account.UserId}{number:0000}", account.Id, text, time, Row("tweets.csv")) { Language = "en", Hashtags = ["tag"], Urls = ["https://news.example/a"] };
}
