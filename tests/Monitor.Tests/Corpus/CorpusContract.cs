using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Query;
using Monitor.Core.Model;

namespace Monitor.Tests.Corpus;

/// <summary>What every engine of the corpus must do. A subclass gives the engine.</summary>
public abstract partial class CorpusContract
{
    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>An empty corpus.</summary>
    protected abstract Task<ICorpus> Open();

    /// <summary>A corpus that never held a record, for tests of ranks: an engine may count deleted records in its statistics for a while.</summary>
    protected virtual Task<ICorpus> OpenUnused() => Open();

    protected static Document Doc(string id, string text, string title = "") => new(id, DocumentKind.Article, "https://example.org/" + id, text) { Title = title };

    protected static Claim Said(string id, string text, string speaker = "") => new(id, text, ClaimKind.Quote, new Speaker(speaker));

    protected static Appearance At(string claim, Document document, int start = 0) =>
        new(Ids.Appearance(claim, document.Id, start), claim, document.Id, start, Math.Min(document.Text.Length, start + 4), "text", ClaimKind.Quote, "he") { Published = document.Published };

    protected static RowRef Row(string release, long line = 2) => new(release, 1, "users.csv", line, 100);

    protected static Account User(string userId, string release = "r1", string handle = "", string bio = "") =>
        new(Ids.Account("twitter", userId), "twitter", userId, Row(release)) { Handle = handle, Bio = bio };

    protected static Post Tweet(string id, string account, string text, DateTimeOffset? time = null, string release = "r1") =>
        new(Ids.Post("twitter", id), Ids.Account("twitter", account), text, time, Row(release));

    protected static DateTimeOffset Day(int day) => new(2018, 9, day, 8, 5, 0, TimeSpan.FromHours(3.5));

    protected static Task<SearchPage> Find(ICorpus corpus, string query, params SearchKind[] kinds) => corpus.Search(new SearchRequest(Tree(query), kinds), Cancel);

    protected static QueryNode Tree(string query) => QueryParser.Parse(query) is { Tree: { } tree } parse && parse.Error is null ? tree : throw new ArgumentException(query);

    protected static async Task<string> Ids_(ICorpus corpus, string query, params SearchKind[] kinds) =>
        string.Join(' ', (await Find(corpus, query, kinds)).Hits.Select(h => h.Id).Order(StringComparer.Ordinal));

    [Fact]
    public async Task What_is_put_comes_back_as_it_was()
    {
        await using var corpus = await Open();
        var document = Doc("d1", "متن خبر – with \"quotes\", <b> & 😀\nline") with
        {
            Title = "T",
            Authors = ["A", "B"],
            Handle = "h",
            Published = Day(16),
            Modified = Day(17),
            Language = "fa",
            Site = "Site",
            SourceId = "s",
            Country = "IR",
            Official = true,
            CaptureId = "w1",
            EmbeddedIn = "d0",
            Note = "n",
            Hashtags = ["x"],
            Links = ["https://a"],
            Cuts = [new(CutReason.Advertising, "ad")],
            Posts = [new("d2", "A", "h", "t", new(Day(16), DatePrecision.Minute), "u", ["x"], -1, -1)],
            ClaimReviews = [new("c", "x", PartialDate.Day(2018, 9, 16), "False", "R", null, "u")],
        };
        var claim = Said("c1", "284 accounts", "Twitter") with
        {
            Said = PartialDate.Parse("2018-09"),
            Score = 0.25,
            Handles = ["h"],
            Hashtags = ["t"],
            Parts = [new("number", "284", 0, 3)],
            Quantities = [new(284, "accounts", "", "exactly", "284 accounts") { To = 300 }],
        };
        var appearance = At("c1", document) with { Differences = [new("a", "")] };
        var account = User("0123", handle: "JZarif", bio: "bio") with { Followers = 0, Following = 5, Created = PartialDate.Day(2009, 1, 2), Hidden = ["url"], Flags = ["f"], Name = "N" };
        var post = Tweet("9", "0123", "text", Day(3)) with { Counts = new(0, null, 3, 4), IsRepost = true, Mentions = ["1"], Place = "1,2", Client = "web" };
        var release = new Release("r1", "Iran", "twitter") { Countries = ["IR", "RU"], AnnouncedCounts = [new(770, "accounts", "exactly", true, null)], Versions = [new(1, Day(1), [new("f", 3, "ab", "x", 2)])] };
        var seen = new StatusEvent(account.Id, StatusKind.Suspended, PartialDate.Day(2018, 9, 1), "d", Row("r1"));
        var link = new Link("l1", LinkKind.Account, "c1", account.Id, 0.5, [new("f", "a", "b", 0.5, "t", Row("r1"))]) { Groups = ["student"] };
        var batch = new CorpusBatch { Documents = [document], Claims = [claim], Appearances = [appearance], Accounts = [account], Posts = [post], Releases = [release], StatusEvents = [seen], Links = [link] };
        var put = await corpus.Put(batch, Cancel);
        Assert.All(put.Counts.Values, c => Assert.Equal(new PutCount(1, 0, 0), c));
        Assert.Equal(8, put.Counts.Count);

        Assert.Equivalent(document, await corpus.Document("d1", Cancel), strict: true);
        Assert.Equal(Day(16).Offset, (await corpus.Document("d1", Cancel))!.Published!.Value.Offset);
        Assert.Equivalent(claim, await corpus.Claim("c1", Cancel), strict: true);
        Assert.Equivalent(release, await corpus.Release("r1", Cancel), strict: true);
        Assert.Equivalent(post, await corpus.Post("twitter:9", Cancel), strict: true);
        Assert.Equivalent(account, Assert.Single(await corpus.Accounts("twitter:0123", Cancel)), strict: true);
        Assert.Equivalent(appearance, Assert.Single(await corpus.AppearancesIn("d1", Cancel)), strict: true);
        Assert.Equivalent(seen, Assert.Single(await corpus.StatusEvents(account.Id, Cancel)), strict: true);
        Assert.Equivalent(link, Assert.Single(await corpus.Links(account.Id, LinkKind.Account, Cancel)), strict: true);
        Assert.Empty(await corpus.Links("c1", LinkKind.Release, Cancel));
        Assert.Null(await corpus.Document("none", Cancel));

        var again = await corpus.Put(batch, Cancel);
        Assert.All(again.Counts.Values, c => Assert.Equal(new PutCount(0, 0, 1), c));
        Assert.All(await corpus.Counts(Cancel), c => Assert.Equal(1, c.Value));
        await corpus.Clear(Cancel);
        Assert.All(await corpus.Counts(Cancel), c => Assert.Equal(0, c.Value));
        Assert.Equal("", await Ids_(corpus, "284"));
    }

    [Fact]
    public async Task A_changed_record_takes_the_place_of_the_former()
    {
        await using var corpus = await Open();
        await corpus.Put(new() { Documents = [Doc("d1", "old words")], Accounts = [User("1", bio: "student")] }, Cancel);
        var put = await corpus.Put(new() { Documents = [Doc("d1", "new words"), Doc("d2", "more")], Accounts = [User("1", bio: "presenter"), User("1", "r2")] }, Cancel);
        Assert.Equal(new PutCount(1, 1, 0), put[RecordKind.Document]);
        Assert.Equal(new PutCount(1, 1, 0), put[RecordKind.Account]);
        Assert.Equal("d1", await Ids_(corpus, "new", SearchKind.Documents));
        Assert.Equal("", await Ids_(corpus, "old"));
        Assert.Equal("", await Ids_(corpus, "student"));
        Assert.Equal(["r1", "r2"], (await corpus.Accounts("twitter:1", Cancel)).Select(a => a.Source.Release));
        Assert.Equal("twitter:1", await Ids_(corpus, "presenter"));
    }

    [Fact]
    public async Task A_document_replaces_its_appearances_and_orphaned_claims_go_with_their_links()
    {
        await using var corpus = await Open();
        var (d1, d2) = (Doc("d1", "some text") with { Published = Day(2) }, Doc("d2", "some text") with { Published = Day(1) });
        await corpus.Put(
            new()
            {
                Documents = [d1, d2],
                Claims = [Said("c1", "one"), Said("c2", "two"), Said("c3", "three")],
                Appearances = [At("c1", d1), At("c2", d1, 3), At("c2", d2), At("c1", d1, 5)],
                Links = [new("l1", LinkKind.Account, "c1", "twitter:1", 1, []), new("l2", LinkKind.Claim, "c2", "c1", 1, []), new("l3", LinkKind.Account, "c2", "twitter:1", 1, [])],
            },
            Cancel);
        Assert.Equal(["d2", "d1"], (await corpus.AppearancesOf("c2", Cancel)).Select(a => a.DocumentId));
        Assert.Equal([0, 3, 5], (await corpus.AppearancesIn("d1", Cancel)).Select(a => a.Start));

        await corpus.Put(new() { Documents = [d1] }, Cancel);
        Assert.Null(await corpus.Claim("c1", Cancel));
        Assert.NotNull(await corpus.Claim("c2", Cancel));
        Assert.NotNull(await corpus.Claim("c3", Cancel)); // never had an appearance, so it did not lose one
        Assert.Empty(await corpus.AppearancesIn("d1", Cancel));
        Assert.Equal(["l3"], (await corpus.Links("twitter:1", null, Cancel)).Select(l => l.Id));
        Assert.Equal(["l3"], (await corpus.Links("c2", null, Cancel)).Select(l => l.Id));
        Assert.Equal("", await Ids_(corpus, "one", SearchKind.Claims));
    }

    [Fact]
    public async Task A_batch_that_breaks_a_rule_is_refused_as_a_whole()
    {
        await using var corpus = await Open();
        var d1 = Doc("d1", "some text");
        await AssertRefused(new() { Documents = [d1], Appearances = [At("c9", d1)] }, "c9");
        await AssertRefused(new() { Claims = [Said("c1", "x")], Appearances = [At("c1", d1)] }, "d1");
        await AssertRefused(new() { Documents = [d1], Claims = [Said("c1", "x")], Appearances = [At("c1", d1) with { End = 500 }] }, "500");
        await AssertRefused(new() { Documents = [d1], Claims = [Said("", "x")] }, "claim number 1");
        Assert.All(await corpus.Counts(Cancel), c => Assert.Equal(0, c.Value));

        async Task AssertRefused(CorpusBatch batch, string named)
        {
            var refused = await Assert.ThrowsAsync<CorpusBatchException>(() => corpus.Put(batch, Cancel));
            Assert.Contains(named, refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Links_from_an_id_are_replaced_as_a_whole()
    {
        await using var corpus = await Open();
        static Link To(string target, double score) => new(Ids.Link(LinkKind.Account, "c1", target), LinkKind.Account, "c1", target, score, []);
        await corpus.Put(new() { Links = [To("t:1", 0.1), To("t:2", 0.9)] }, Cancel);
        var put = await corpus.Put(new() { Links = [To("t:2", 0.9), To("t:3", 0.9)], ReplaceLinksFrom = ["c1"] }, Cancel);
        Assert.Equal(new PutCount(1, 0, 1), put[RecordKind.Link]);
        Assert.Equal(["t:2", "t:3"], (await corpus.Links("c1", null, Cancel)).Select(l => l.Target));
    }

    [Fact]
    public async Task Posts_are_found_by_a_whole_hashtag_in_order_of_time()
    {
        await using var corpus = await Open();
        await corpus.Put(
            new()
            {
                Posts =
                [
                    Tweet("b", "1", "late", Day(9)) with { Hashtags = ["YouAreBots"] },
                    Tweet("a", "2", "early #youarebots", Day(2)),
                    Tweet("c", "2", "you are bots", Day(3)),
                    Tweet("d", "2", "more #YouAreBotsToo", Day(4)),
                    Tweet("e", "2", "\"quoted\"", Day(5)) with { Hashtags = ["a\"b"] },
                ],
            },
            Cancel);
        var found = new List<string>();
        await foreach (var post in corpus.PostsWithHashtag("YOUAREBOTS", Cancel))
        {
            found.Add(post.Text);
        }

        Assert.Equal(["early #youarebots", "late"], found);
        await foreach (var post in corpus.PostsWithHashtag("a\"b", Cancel))
        {
            Assert.Equal("\"quoted\"", post.Text);
        }
    }

    [Fact]
    public async Task An_event_told_on_another_line_is_the_same_event_and_the_preferred_row_stays()
    {
        await using var corpus = await Open();
        var told = new StatusEvent("twitter:1", StatusKind.Suspended, PartialDate.Day(2018, 1, 1), "@a", Row("r") with { Line = 7 });
        StatusEvent[] events = [told, told with { Source = told.Source with { Line = 3 } }, told with { Source = told.Source with { Version = 2, Line = 9 } }];
        foreach (var e in events.Append(events[0]))
        {
            await corpus.Put(new() { StatusEvents = [e] }, Cancel);
        }

        await corpus.Put(new() { StatusEvents = [told with { Detail = "@b" }, told with { Source = told.Source with { Release = "other" } }] }, Cancel);
        var stored = await corpus.StatusEvents("twitter:1", Cancel);
        Assert.Equal(["@a other 1:7", "@a r 2:9", "@b r 1:7"], stored.Select(e => $"{e.Detail} {e.Source.Release} {e.Source.Version}:{e.Source.Line}").Order(StringComparer.Ordinal));
        var own = new List<StatusEvent>();
        await foreach (var e in corpus.StatusEventsIn("r", Cancel))
        {
            own.Add(e);
        }

        Assert.Equal(["@a", "@b"], own.Select(e => e.Detail).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Records_are_looked_up_by_what_they_belong_to()
    {
        await using var corpus = await Open();
        await corpus.Put(
            new()
            {
                Accounts = [User("2", "r1", "Some_One"), User("1", "r1", "other"), User("3", "r2", "SOME_ONE")],
                Posts = [Tweet("b", "1", "late", Day(9)), Tweet("a", "1", "early", Day(2)), Tweet("c", "2", "x"), Tweet("d", "1", "undated")],
                StatusEvents = [new("twitter:1", StatusKind.Reinstated, PartialDate.Day(2019, 1, 1), "", Row("r")), new("twitter:1", StatusKind.Suspended, PartialDate.Day(2018, 1, 1), "", Row("r"))],
            },
            Cancel);
        Assert.Equal(["twitter:2", "twitter:3"], (await corpus.AccountsByHandle("@some_one", Cancel)).Select(a => a.Id));
        Assert.Equal(["early", "late", "undated"], await Texts(corpus.PostsOf("twitter:1", Cancel), p => p.Text));
        Assert.Equal(["a", "b", "c", "d"], (await Texts(corpus.PostsIn("r1", Cancel), p => p.Id.Split(':')[1])).Order());
        Assert.Empty(await Texts(corpus.PostsIn("none", Cancel), p => p.Id));
        Assert.Equal(["twitter:1", "twitter:2"], await Texts(corpus.AccountsIn("r1", Cancel), a => a.Id));
        Assert.Equal(3, (await Texts(corpus.AccountsIn(null, Cancel), a => a.Id)).Count);
        Assert.Equal([StatusKind.Suspended, StatusKind.Reinstated], (await corpus.StatusEvents("twitter:1", Cancel)).Select(e => e.Kind));

        static async Task<List<string>> Texts<T>(IAsyncEnumerable<T> records, Func<T, string> text)
        {
            var texts = new List<string>();
            await foreach (var record in records)
            {
                texts.Add(text(record));
            }

            return texts;
        }
    }
}
