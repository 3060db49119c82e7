using FsCheck;
using FsCheck.Fluent;
using Monitor.Core.Linking;
using Monitor.Core.Model;

namespace Monitor.Tests.Linking;

public sealed class ClaimLinkerTests
{
    private static readonly Claim Accusation = new("c1", "Chirper closed accounts of real Ruritanians from Iran on Twitter, TV presenters & students among them #OpenChirper", ClaimKind.Post, new("Mina Karimi") { Handle = "minakarimi" })
    {
        Said = PartialDate.Day(2018, 9, 16),
        Hashtags = ["OpenChirper"],
        Handles = ["ceo_of_chirper"],
    };

    [Fact]
    public async Task Accounts_of_the_groups_that_a_claim_names_are_linked_with_row_and_reason()
    {
        var linked = await new ClaimLinker(Sample()).Link(Accusation, TestContext.Current.CancellationToken);
        var student = linked.Links.Single(l => l.Target == "twitter:2");
        Assert.Equal(["student"], student.Groups);
        var reason = student.Reasons.Single(r => r.Feature == "group-in-bio");
        Assert.Equal(("students", "University student", 3L), (reason.ClaimValue, reason.TargetValue, reason.Source!.Line));
        Assert.DoesNotContain(linked.Links, l => l.Target == "twitter:3");
        Assert.True(Score(linked, "twitter:1") > Score(linked, "twitter:4"), "a presenter stands above a journalist");
        Assert.True(Score(linked, "twitter:4") > Score(linked, "twitter:5"), "a journalist stands above a programme page");
        Assert.Contains("media_outlet", linked.Links.Single(l => l.Target == "twitter:5").Groups);
    }

    [Fact]
    public async Task The_release_is_linked_with_its_announced_and_received_counts()
    {
        var corpus = Sample();
        corpus.Claims.Add(new("c2", "Twitter suspended 284 accounts", ClaimKind.Statement, new("Twitter")) { Quantities = [new(284, "accounts", "", "exactly", "284")] });
        corpus.Appearances.Add(new("a1", "c1", "d1", 0, 9, "", ClaimKind.Post, ""));
        corpus.Appearances.Add(new("a2", "c2", "d1", 20, 40, "", ClaimKind.Statement, ""));
        var link = (await new ClaimLinker(corpus).Link(Accusation, TestContext.Current.CancellationToken)).Links.First(l => l.Kind == LinkKind.Release);
        Assert.Equal("sample-iran", link.Target);
        Assert.Contains(link.Reasons, r => r.Feature == "country-and-platform");
        Assert.Contains(link.Reasons, r => r.Feature == "count-in-article" && r.ClaimValue == "284");
        Assert.Contains(link.Reasons, r => r.Feature == "announced-against-received" && r.ClaimValue.Contains("770", StringComparison.Ordinal) && r.TargetValue.Contains('6'));
    }

    [Fact]
    public async Task Coverage_says_what_could_not_be_found()
    {
        var coverage = (await new ClaimLinker(Sample()).Link(Accusation, TestContext.Current.CancellationToken)).Coverage;
        Assert.Contains(coverage.NotFindable, n => n.StartsWith("1 of 6 accounts have hashed ids", StringComparison.Ordinal));
        Assert.Contains(coverage.NotFindable, n => n.Contains("announced-only fits the claim but is not imported", StringComparison.Ordinal));
        Assert.Equal(6, coverage.Funnel[0].Count);
        Assert.Equal(coverage.Funnel.OrderByDescending(f => f.Count).Take(1), coverage.Funnel.Take(1));
    }

    [Fact]
    public async Task A_claim_without_anything_to_compare_has_no_links_and_says_so()
    {
        var linked = await new ClaimLinker(Sample()).Link(new("c9", "It rained.", ClaimKind.Statement, Speaker.Unknown), TestContext.Current.CancellationToken);
        Assert.Empty(linked.Links);
        Assert.Contains(linked.Coverage.NotFindable, n => n.Contains("names no group", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_speakers_and_a_named_handle_and_a_name_in_another_script_are_found()
    {
        var corpus = Sample();
        corpus.Accounts.Add(Account("7", 8, "", "CEO_of_Chirper", "Boss"));
        corpus.Accounts.Add(Account("8", 9, "", "somebody", "مینا کریمی"));
        corpus.Accounts.Add(Account("9", 10, "", "minakar1mi", "Mina Karami-Zand"));
        var links = (await new ClaimLinker(corpus).Link(Accusation, TestContext.Current.CancellationToken)).Links;
        Assert.Contains(links.Single(l => l.Target == "twitter:7").Reasons, r => r.Feature == "handle");
        Assert.Contains(links.Single(l => l.Target == "twitter:8").Reasons, r => r.Feature == "name");
        Assert.DoesNotContain(links, l => l.Target == "twitter:9");
    }

    [Fact]
    public async Task Users_of_the_claims_hashtag_are_linked()
    {
        var corpus = Sample();
        corpus.Posts.Add(new("twitter:p1", "twitter:3", "we want it back #OpenChirper", null, new("sample-iran", 1, "tweets.csv", 2, 9)));
        var links = (await new ClaimLinker(corpus).Link(Accusation, TestContext.Current.CancellationToken)).Links;
        Assert.Contains(links.Single(l => l.Target == "twitter:3").Reasons, r => r.Feature == "hashtag");
    }

    [Fact]
    public async Task Near_same_words_and_shared_numbers_link_claims()
    {
        var corpus = Sample();
        corpus.Claims.Add(new("c3", "Chirper closed the accounts of real Ruritanians from Iran, (including) TV presenters and students", ClaimKind.Quote, new("Karimi, Mina")));
        corpus.Claims.Add(new("c4", "Rain is expected in the north of Iran", ClaimKind.Statement, Speaker.Unknown));
        var links = (await new ClaimLinker(corpus).Link(Accusation, TestContext.Current.CancellationToken)).Links.Where(l => l.Kind == LinkKind.Claim).ToList();
        Assert.Equal("c3", Assert.Single(links).Target);
    }

    [Fact]
    public async Task A_document_links_to_the_release_by_its_counts()
    {
        var document = new Document("d1", DocumentKind.Article, "https://news.example/1", "Twitter said it had removed 770 accounts that it ties to Iran.") { Published = new(2018, 10, 18, 8, 0, 0, TimeSpan.Zero) };
        var links = await new ClaimLinker(Sample()).LinkDocument(document, [], TestContext.Current.CancellationToken);
        Assert.Equal(("sample-iran", LinkKind.Document), (links[0].Target, links[0].Kind));
        Assert.Contains(links[0].Reasons, r => r.Feature == "count" && r.ClaimValue == "770");
    }

    [Theory]
    [InlineData("2018-10-16T22:30:00+03:30", "2018-10-16", "1 day apart")]
    [InlineData("2018-10-17T23:59:00-05:00", "2018-10-17", "the same day")]
    [InlineData("2018-11-19T00:30:00+00:00", "2018-11-19", "33 days apart")]
    public async Task Days_apart_are_those_of_the_dates_shown(string published, string day, string apart)
    {
        var document = new Document("d1", DocumentKind.Article, "https://news.example/1", "Twitter removed 770 accounts.") { Published = DateTimeOffset.Parse(published, System.Globalization.CultureInfo.InvariantCulture) };
        var reason = (await Release(document, "")).Reasons.Single(r => r.Feature.Contains("date", StringComparison.Ordinal));
        Assert.Equal($"The document is of {day}, the announcement of 2018-10-17: {apart}.", reason.Text);
    }

    [Fact]
    public async Task Platform_and_country_are_one_fact_of_the_document()
    {
        var link = await Release(new("d1", DocumentKind.Article, "https://news.example/1", "Twitter removed 770 accounts that it ties to Iran."), "");
        var fact = link.Reasons.Single(r => r.Feature == "country-and-platform");
        Assert.Equal("The document speaks of Iran and of Twitter; the release is of Twitter accounts, and its publisher names IR.", fact.Text);
        Assert.DoesNotContain(link.Reasons, r => r.Feature is "country" or "platform");
        Assert.Equal(.8, link.Score);
    }

    [Fact]
    public async Task Words_of_the_publisher_are_shown_as_written_and_everyday_words_do_not_count()
    {
        const string Text = "Twitter closed real accounts of a group in Iran, and spoke of inauthentic archives and of a coordinated manipulation.";
        var link = await Release(new("d1", DocumentKind.Article, "https://news.example/1", Text), "A real group, removed from the Archives for coordinated inauthentic manipulation.");
        Assert.Equal("The document and the publisher's description share the words coordinated, inauthentic, manipulation.", link.Reasons.Single(r => r.Feature == "publisher-words").Text);
        var everyday = await Release(new("d2", DocumentKind.Article, "https://news.example/2", "In Iran a real group spoke on Twitter."), "A real group.");
        Assert.DoesNotContain(everyday.Reasons, r => r.Feature == "publisher-words");
    }

    private static async Task<Link> Release(Document document, string description)
    {
        var corpus = Sample();
        corpus.Releases[0] = corpus.Releases[0] with { Description = description, AnnouncedCounts = [new(770, "accounts", "exactly", true, null)] };
        return (await new ClaimLinker(corpus).LinkDocument(document, [], TestContext.Current.CancellationToken)).Single(l => l.Target == "sample-iran");
    }

    [Fact]
    public void Order_of_records_does_not_matter_and_every_score_has_reasons()
    {
        var whole = Json(Linked(Sample(), Accusation));
        Check.One(Few, Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
        {
            var random = new Random(seed);
            var corpus = Sample();
            random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(corpus.Accounts));
            random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(corpus.Releases));
            var linked = Linked(corpus, Accusation);
            return Json(linked) == whole && linked.Links.All(l => l.Reasons.Count > 0 && l.Score is > 0 and <= 1);
        }));
    }

    [Fact]
    public void Any_text_can_be_linked() =>
        Check.One(Few, Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
            Linked(Sample(), new("c8", text ?? "", ClaimKind.Statement, new(text ?? ""))).Coverage.Searched.Count > 0));

    /// <summary>A linking asks many queries, and the corpus in memory answers them by reading everything.</summary>
    private static Config Few { get; } = Config.QuickThrowOnFailure.WithMaxTest(15);

    /// <summary>FsCheck's properties are not awaited.</summary>
    private static LinkedClaim Linked(MemoryCorpus corpus, Claim claim) => new ClaimLinker(corpus).Link(claim, CancellationToken.None).GetAwaiter().GetResult();

    private static string Json(LinkedClaim linked) => System.Text.Json.JsonSerializer.Serialize(linked);

    private static double Score(LinkedClaim linked, string target) => linked.Links.Single(l => l.Target == target).Score;

    private static MemoryCorpus Sample()
    {
        var corpus = new MemoryCorpus();
        corpus.Releases.Add(new("sample-iran", "Sample", "twitter")
        {
            Countries = ["IR"],
            Announced = PartialDate.Day(2018, 10, 17),
            AnnouncedCounts = [new(770, "accounts", "exactly", true, null), new(284, "accounts", "exactly", true, PartialDate.Day(2018, 8, 21))],
            Versions = [new(1, default, []) { Accounts = 6, HashedAccounts = 1 }],
        });
        corpus.Releases.Add(new("announced-only", "Announced", "twitter") { Countries = ["IR"], Announced = PartialDate.Day(2018, 8, 21) });
        corpus.Releases.Add(new("elsewhere", "Elsewhere", "facebook") { Countries = ["TH"], Announced = PartialDate.Day(2020, 10, 8) });
        corpus.Accounts.AddRange(
        [
            Account("1", 2, "TV presenter, evenings", "", ""),
            Account("2", 3, "University student, Shiraz", "", ""),
            Account("3", 4, "former student", "", ""),
            Account("4", 5, "خبرنگار", "", ""),
            Account("5", 6, "The news website of the valley", "", ""),
            Account("6", 7, "", "ab12", "ab12") with { Hashed = true, Hidden = ["userid", "handle", "name"] },
        ]);
        return corpus;
    }

    private static Account Account(string id, long line, string bio, string handle, string name) =>
        new("twitter:" + id, "twitter", id, new("sample-iran", 1, "users.csv", line, line * 10)) { Bio = bio, Handle = handle, Name = name };
}
