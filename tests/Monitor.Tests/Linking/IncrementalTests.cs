using FsCheck;
using FsCheck.Fluent;
using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Sqlite;
using Monitor.Core.Linking;
using Monitor.Core.Linking.Accounts;
using Monitor.Core.Model;
using Monitor.Core.Pipeline;

namespace Monitor.Tests.Linking;

/// <summary>Links made step by step are those made from scratch, and those found by reading every account.</summary>
public sealed class IncrementalTests
{
    private static readonly Config Few = Config.QuickThrowOnFailure.WithMaxTest(12);

    private static readonly string[] Bios =
        ["TV presenter, evenings", "University student", "former student", "خبرنگار", "The news website of the valley", "I like #OpenChirper", "", "student and journalist", "https://valley.example", "teacher"];

    private static readonly string[] Names = ["Mina Karimi", "مینا کریمی", "Karimi, Mina", "Mina Zand", "Bob Stone", "Robert Stone", "Роберт Стоун", "", "M. Karimi"];

    private static readonly string[] Texts =
    [
        "Chirper closed accounts of Iranians on Twitter, TV presenters and students among them", "Mina Karimi told the valley that Twitter removed 12 accounts from Iran",
        "It rained all night on the hills of the north", "Robert Stone wrote for valleynews.example on Twitter", "Students in Thailand use Twitter", "Journalists are on Twitter",
        "We want the open chirper garden market back before winter comes",
    ];

    [Fact]
    public void Linking_step_by_step_ends_as_linking_from_scratch() => Check.One(Few, Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        StepByStep(seed).GetAwaiter().GetResult();
        return true;
    }));

    [Fact]
    public void Looking_up_finds_what_reading_every_account_finds() => Check.One(Few, Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        LookedUp(seed).GetAwaiter().GetResult();
        return true;
    }));

    [Fact]
    public async Task A_renamed_account_is_found_by_its_old_handle_with_the_rename_as_reason()
    {
        var corpus = new MemoryCorpus();
        var row = new RowRef("sample-iran", 1, "events.csv", 7, 70);
        corpus.Accounts.Add(new("twitter:1", "twitter", "1", new("sample-iran", 1, "users.csv", 2, 9)) { Handle = "new_name" });
        corpus.Accounts.Add(new("twitter:2", "twitter", "2", new("sample-iran", 1, "users.csv", 3, 19)) { Handle = "o1d_name" });
        corpus.Events.Add(new("twitter:1", StatusKind.Renamed, PartialDate.Day(2018, 1, 2), "@old_name → @new_name", row));
        var claim = new Claim("c1", "What @old_name said is false", ClaimKind.Post, Speaker.Unknown) { Handles = ["old_name"], Said = PartialDate.Day(2017, 5, 5) };
        var links = (await new ClaimLinker(corpus).Link(claim, TestContext.Current.CancellationToken)).Links;
        var reason = Assert.Single(Assert.Single(links, l => l.Kind == LinkKind.Account).Reasons, r => r.Feature == "former-handle");
        Assert.Equal(("@old_name", "@old_name → @new_name", row), (reason.ClaimValue, reason.TargetValue, reason.Source));
        var later = await new ClaimLinker(corpus).Link(claim with { Said = PartialDate.Day(2019, 5, 5) }, TestContext.Current.CancellationToken);
        Assert.Contains("another account may have had the handle", later.Links[0].Reasons[0].Text, StringComparison.Ordinal);
        Assert.True(later.Links[0].Score < links[0].Score);
    }

    [Fact]
    public async Task Nearly_the_same_words_in_a_post_and_what_became_of_the_account_are_told()
    {
        var corpus = new MemoryCorpus();
        corpus.Accounts.Add(new("twitter:1", "twitter", "1", new("sample-iran", 1, "users.csv", 2, 9)));
        corpus.Posts.Add(new("twitter:p1", "twitter:1", "we want the open chirper garden market back, before winter comes", null, new("sample-iran", 1, "tweets.csv", 4, 44)));
        corpus.Events.Add(new("twitter:1", StatusKind.Suspended, PartialDate.Day(2018, 8, 21), "", new("sample-iran", 1, "events.csv", 3, 30)));
        var claim = new Claim("c1", Texts[6], ClaimKind.Post, Speaker.Unknown) { Said = PartialDate.Day(2018, 9, 16) };
        var reasons = Assert.Single((await new ClaimLinker(corpus).Link(claim, TestContext.Current.CancellationToken)).Links, l => l.Kind == LinkKind.Account).Reasons;
        Assert.Equal(4, Assert.Single(reasons, r => r.Feature == "same-words-in-post").Source!.Line);
        Assert.Contains("suspended (2018-08-21)", Assert.Single(reasons, r => r.Feature == "status-at-claim").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_says_how_rare_it_is_in_the_release()
    {
        var corpus = new MemoryCorpus();
        corpus.Releases.Add(Release("sample-iran", "IR", 3));
        corpus.Accounts.AddRange(Enumerable.Range(1, 3).Select(n => Account(n, "sample-iran", n == 1 ? Bios[1] : Bios[9], "")));
        var reasons = (await new ClaimLinker(corpus).Link(new("c1", Texts[0], ClaimKind.Post, Speaker.Unknown), TestContext.Current.CancellationToken)).Links.Single(l => l.Target == "twitter:1").Reasons;
        Assert.Contains("1 of 3 accounts of sample-iran name it", Assert.Single(reasons, r => r.Feature == "group-in-bio").Text, StringComparison.Ordinal);
    }

    private static async Task StepByStep(int seed)
    {
        var random = new Random(seed);
        using var folder = new TemporaryFolder();
        var steps = Steps(random);
        var states = new List<string>();
        foreach (var stepwise in (bool[])[true, false])
        {
            var data = new DataFolder(folder.At(stepwise ? "steps" : "scratch"));
            await using var corpus = SqliteCorpus.Open(data.Corpus);
            var linker = new ClaimLinker(corpus);
            var ledger = Core.Ledger.Ledger.Open(data.Ledger, TimeProvider.System);
            var relink = new Relink(corpus, linker, ledger, new Core.Alerting.AlertMatcher(ledger, TimeProvider.System), new DataLocks(data), TimeProvider.System);
            foreach (var step in steps)
            {
                await corpus.Put(step);
                if (stepwise)
                {
                    await relink.Run();
                }
            }

            await relink.Run();
            if (stepwise)
            {
                Assert.Equal(0, await relink.Run());
            }

            states.Add(await Links(corpus));
        }

        Assert.Equal(states[1], states[0]);
    }

    private static async Task<string> Links(SqliteCorpus corpus)
    {
        var lines = new List<string>();
        await foreach (var claim in corpus.AllClaims())
        {
            lines.AddRange((await corpus.Links(claim.Id)).Where(l => l.From == claim.Id && l.Kind != LinkKind.Claim).Select(l => System.Text.Json.JsonSerializer.Serialize(l)));
        }

        return string.Join('\n', lines);
    }

    /// <summary>Claims first, then releases with their accounts, posts and renames one by one, one of them in two parts.</summary>
    private static List<CorpusBatch> Steps(Random random)
    {
        var document = new Document("d1", DocumentKind.Article, "https://news.example/1", string.Join(' ', Texts));
        List<Claim> claims = [.. Texts.Select((t, i) => Claim(random, i, t))];
        List<CorpusBatch> steps =
        [
            new()
            {
                Documents = [document],
                Claims = claims,
                Appearances = [.. claims.Select((c, i) => new Appearance($"a{i}", c.Id, "d1", i, i + 9, "", c.Kind, ""))],
            },
            new() { Releases = [.. Catalogue.Select(c => Release(c.Id, c.Country, 0))] },
        ];
        foreach (var (id, country) in Catalogue.Concat(Catalogue.Take(1)))
        {
            List<Account> accounts = [.. Enumerable.Range(0, 1 + random.Next(9)).Select(_ => Account(random.Next(12), id, Bios[random.Next(Bios.Length)], Names[random.Next(Names.Length)])).DistinctBy(a => a.Key)];
            var number = accounts[0].Source.Line;
            steps.Add(new()
            {
                Accounts = accounts,
                AccountMarks = [.. accounts.Select(AccountMarker.Of)],
                Posts = random.Next(2) == 0 ? [] : [new(Ids.Post("twitter", $"{id}{number}"), accounts[0].Id, Texts[random.Next(Texts.Length)] + " #OpenChirper", null, accounts[0].Source) { Hashtags = ["OpenChirper"] }],
                StatusEvents = random.Next(2) == 0 ? [] : [new(accounts[^1].Id, random.Next(2) == 0 ? StatusKind.Renamed : StatusKind.Suspended, PartialDate.Day(2018, 3, 3), "@user3 → @user9", accounts[^1].Source)],
                Releases = [Release(id, country, accounts.Count + random.Next(1_000)) is var release ? release with { Versions = [release.Versions[0] with { Posts = 1 }] } : null!],
            });
        }

        return steps;
    }

    private static async Task LookedUp(int seed)
    {
        var random = new Random(seed);
        var corpus = new MemoryCorpus();
        corpus.Releases.Add(Release("r-iran", "IR", 9));
        corpus.Accounts.AddRange(Enumerable.Range(0, 30).Select(n => Account(n, "r-iran", Bios[random.Next(Bios.Length)], Names[random.Next(Names.Length)])));
        var claim = Claim(random, 0, Texts[random.Next(2)]);
        var found = (await new ClaimLinker(corpus).Link(claim)).Links.Where(l => l.Kind == LinkKind.Account).Select(l => l.Target).Order(StringComparer.Ordinal);
        var groups = GroupFinder.InClaim(claim.Text).Select(m => m.Group).ToHashSet();
        groups.UnionWith(groups.Contains("presenter_broadcaster") ? ["journalist_media", "media_outlet"] : []);
        var names = (string[])[claim.Speaker.Name, claim.Text.StartsWith("Mina", StringComparison.Ordinal) ? "Mina Karimi" : "-"];
        var read = corpus.Accounts.Where(a =>
            GroupFinder.InAccount(a).Groups.Any(groups.Contains) || a.Handle == claim.Speaker.Handle
            || names.Any(n => n.Contains(' ', StringComparison.Ordinal) && Core.Text.Names.Compare(n, a.Name).Verdict == Core.Text.NameVerdict.Same)
            || (claim.Hashtags.Count > 0 && a.Bio.Contains('#', StringComparison.Ordinal)));
        Assert.Equal(read.Select(a => a.Id).Order(StringComparer.Ordinal), found);
    }

    private static readonly (string Id, string Country)[] Catalogue = [("r-iran", "IR"), ("r-thai", "TH"), ("r-late", "IR")];

    private static Claim Claim(Random random, int number, string text) => new($"c{number}", text, ClaimKind.Quote, new(Names[random.Next(Names.Length)]) { Handle = random.Next(2) == 0 ? $"user{random.Next(12)}" : null })
    {
        Hashtags = random.Next(3) == 0 ? ["OpenChirper"] : [],
        Said = PartialDate.Day(2018, 9, 16),
        Language = "en",
    };

    private static Release Release(string id, string country, long accounts) => new(id, "Sample", "twitter")
    {
        Countries = [country],
        Announced = PartialDate.Day(2018, 10, 17),
        Versions = accounts == 0 ? [] : [new(1, DateTimeOffset.UnixEpoch, []) { Accounts = accounts }],
    };

    private static Account Account(int number, string release, string bio, string name) =>
        new($"twitter:{number}", "twitter", $"{number}", new(release, 1, "users.csv", number + 2, number * 10)) { Bio = bio, Handle = $"user{number}", Name = name };
}
