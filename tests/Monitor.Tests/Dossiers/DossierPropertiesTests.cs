using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Sqlite;
using Monitor.Core.Dossiers;
using Monitor.Core.Model;
using Monitor.Tests.Dossiers.Signals;

namespace Monitor.Tests.Dossiers;

public sealed class DossierPropertiesTests
{
    /// <summary>Each run makes corpora on disk.</summary>
    private static readonly Config Few = Config.QuickThrowOnFailure.WithMaxTest(12);

    private static readonly Release Release = new("sample", "Sample release", "twitter") { Announced = PartialDate.Day(2018, 10, 17) };

    [Fact]
    public void The_order_of_rows_does_not_change_the_dossier() =>
        Check.One(Few, Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
        {
            var (accounts, posts) = Rows(seed, 60);
            var random = new Random(seed);
            var one = Dossier(accounts, posts);
            var other = Dossier([.. accounts.OrderBy(_ => random.Next())], [.. posts.OrderBy(_ => random.Next())]);
            return JsonSerializer.Serialize(one) == JsonSerializer.Serialize(other);
        }));

    [Fact]
    public void An_unrelated_account_never_makes_thin_data_speak() =>
        Check.One(Few, Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed =>
        {
            var (accounts, posts) = Rows(seed, OutcomeRule.LeastPosts - 1);
            var own = posts.Where(p => p.AccountId == "twitter:1").ToList();
            return Dossier([accounts[0]], own).Outcome == DossierOutcome.NotEnoughEvidence && Dossier(accounts, posts).Outcome == DossierOutcome.NotEnoughEvidence;
        }));

    /// <summary>The account and three others, which may share its day, its bio, its handle's stem and its words.</summary>
    private static (List<Account> Accounts, List<Post> Posts) Rows(int seed, int posts)
    {
        var random = new Random(seed);
        string[] bios = ["", "Teacher of mathematics, keeper of bees in the hills", "Teacher of mathematics, keeper of birds in the hills"];
        string[] places = ["", "Tehran", "USA", "London / Paris"];
        string[] clients = ["", "Twitter Web Client", "twittbot.net", "Sample Client 3"];
        var accounts = Enumerable.Range(1, 4).Select(n => SamplePosts.Account with
        {
            Id = $"twitter:{n}",
            UserId = $"{n}",
            Handle = $"harbour{random.Next(50, 60)}",
            Bio = bios[random.Next(3)],
            Location = places[random.Next(4)],
            Created = PartialDate.Day(2015, 1, random.Next(1, 3)),
            Source = new("sample", 1, "users.csv", n + 1, n * 100),
        }).ToList();
        var all = accounts.SelectMany(a => SamplePosts.Make(posts, (p, n) => p with
        {
            Id = $"{a.Id}p{n:000}",
            AccountId = a.Id,
            Text = $"sample words of post number {random.Next(40)} with enough of them",
            Time = random.Next(20) == 0 ? null : SamplePosts.Monday.AddMinutes(random.Next(60_000)),
            Client = clients[random.Next(4)],
            ReplyToUser = random.Next(3) == 0 ? $"{random.Next(1, 30)}" : "",
            Hashtags = [$"tag{random.Next(30)}"],
            Source = new("sample", 1, "tweets.csv", (int.Parse(a.UserId, System.Globalization.CultureInfo.InvariantCulture) * 1000) + n, -1),
        })).ToList();
        return (accounts, all);
    }

    private static Dossier Dossier(IReadOnlyList<Account> accounts, IReadOnlyList<Post> posts)
    {
        using var folder = new TemporaryFolder();
        ICorpus corpus = SqliteCorpus.Open(folder.At("corpus.db"));
        try
        {
            corpus.Put(new() { Releases = [Release], Accounts = accounts, Posts = posts }).GetAwaiter().GetResult();
            return new DossierBuilder(corpus).Build("twitter:1").GetAwaiter().GetResult()!;
        }
        finally
        {
            corpus.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }
}
