using Monitor.Core.Corpus;
using Monitor.Core.Model;

namespace Monitor.Tests.Corpus;

public abstract partial class CorpusContract
{
    [Theory]
    [InlineData("real", "d1")]
    [InlineData("REAL Iranians", "d1")]
    [InlineData("\"real Iranian\"", "d1")]
    [InlineData("\"Iranians real\"", "")]
    [InlineData("#YouAreBots", "d1")]
    [InlineData("youarebots", "d1")]
    [InlineData("bots", "d1")]
    [InlineData("\"you are bots\"", "d1")]
    [InlineData("@jzarif", "d1")]
    [InlineData("@zarif", "")]
    [InlineData("#bots", "")]
    [InlineData("4779", "d1 d2")]
    [InlineData("۴۷۷۹", "d1 d2")]
    [InlineData("4,779 -iranians", "d2")]
    [InlineData("-iranians", "d2 d3")]
    [InlineData("-(iranians OR حساب)", "d3")]
    [InlineData("حساب", "d2")]
    [InlineData("\"حساب ها\"", "d2")]
    [InlineData("كاربري", "d2")]
    [InlineData("ابراهیم_رئیسی", "d2")]
    [InlineData("#ابراهیم_رییسی", "d2")]
    [InlineData("#snake_case", "d3")]
    [InlineData("@a_b", "d3")]
    [InlineData("a_b", "d3")]
    [InlineData("cnet.com", "d3")]
    [InlineData("https://cnet.com/news/x", "d3")]
    [InlineData("外交", "d3")]
    [InlineData("交外", "")]
    [InlineData("iran*", "d1")]
    [InlineData("suspended*", "d1")]
    [InlineData("#you*", "d1")]
    [InlineData("headline", "d3")]
    [InlineData("speaker:jane", "d3")]
    [InlineData("speaker:headline", "")]
    [InlineData("handle:JANE_D", "d3")]
    [InlineData("handle:@jane_d", "d3")]
    [InlineData("hashtag:extra", "d2")]
    [InlineData("#extra", "d2")]
    [InlineData("source:S-1", "d1")]
    [InlineData("country:ir", "d2")]
    [InlineData("lang:pt", "d3")]
    [InlineData("lang:pt-br", "d3")]
    [InlineData("kind:post", "d3")]
    [InlineData("from:2018-09-02 to:2018-09-03", "d2 d3")]
    [InlineData("on:2018-09-02", "d2")]
    [InlineData("from:2019", "")]
    [InlineData("id:d2", "d2")]
    [InlineData("iranians OR country:IR", "d1 d2")]
    [InlineData("(iranians OR country:IR) -id:d1", "d2")]
    [InlineData("the real of iranians", "d1")]
    [InlineData("\"with the\"", "")]
    [InlineData("& —", "")]
    [InlineData("real & —", "d1")]
    [InlineData("c++ \"' OR 1\"", "")]
    [InlineData("release:r1", "")]
    [InlineData("suspedned~", "d1")]
    [InlineData("suspendedd~", "d1")]
    [InlineData("suspened~", "d1")]
    [InlineData("suspenbed~", "d1")]
    [InlineData("sxspenbed~", "")]
    [InlineData("#YouAreBot~", "d1")]
    [InlineData("#YouAeBot~", "")]
    [InlineData("jzarrif~", "d1")]
    [InlineData("ri~", "")]
    [InlineData("-iranian~", "d2 d3")]
    [InlineData("real NEAR/3 twitter", "d1")]
    [InlineData("accounts NEAR/1 twitter", "")]
    [InlineData("twitter NEAR/2 \"iranians accounts\"", "d1")]
    [InlineData("twitter NEAR/1 \"iranians accounts\"", "")]
    [InlineData("all NEAR/1 #YouAreBots", "d1")]
    [InlineData("real -(real NEAR/5 accounts)", "")]
    [InlineData("verdict:false", "")]
    [InlineData("", "d1 d2 d3")]
    public async Task Documents_are_found(string query, string ids)
    {
        await using var corpus = await Open();
        await corpus.Put(
            new()
            {
                Documents =
                [
                    Doc("d1", "Twitter suspended real Iranians’ accounts, 4,779 in all. #YouAreBots said @JZarif") with { SourceId = "s-1", Published = Day(1) },
                    Doc("d2", "توییتر ۴٬۷۷۹ حساب‌های کاربری را بست #ابراهیم_رئیسی") with { Country = "IR", Language = "fa", Published = Day(2), Hashtags = ["Extra"] },
                    Doc("d3", "中国外交部 https://www.cnet.com/news/x?y=1 #snake_case @a_b", "A headline") with
                    {
                        Kind = DocumentKind.Post, Authors = ["Jane Doe"], Handle = "Jane_D", Language = "pt-BR", Published = Day(3),
                    },
                ],
            },
            Cancel);
        Assert.Equal(ids, await Ids_(corpus, query, SearchKind.Documents));
    }

    [Theory]
    [InlineData("zarif", SearchKind.Claims, "c1")]
    [InlineData("speaker:\"javad zarif\" accounts", SearchKind.Claims, "c1")]
    [InlineData("kind:quote on:2018-09", SearchKind.Claims, "c1")]
    [InlineData("country:ir", SearchKind.Claims, "c1")]
    [InlineData("aB+/=c9", SearchKind.Accounts, "twitter:aB+/=c9")]
    [InlineData("Ab+/=c9", SearchKind.Accounts, "")]
    [InlineData("handle:aB+/=c9", SearchKind.Accounts, "twitter:aB+/=c9")]
    [InlineData("id:aB+/=c9", SearchKind.Accounts, "twitter:aB+/=c9")]
    [InlineData("id:twitter:77", SearchKind.Accounts, "twitter:77")]
    [InlineData("77", SearchKind.Accounts, "twitter:77")]
    [InlineData("handle:IRNews", SearchKind.Accounts, "twitter:77")]
    [InlineData("news", SearchKind.Accounts, "twitter:77")]
    [InlineData("speaker:nima", SearchKind.Accounts, "twitter:77")]
    [InlineData("tehran student", SearchKind.Accounts, "twitter:77")]
    [InlineData("followers:>1000", SearchKind.Accounts, "twitter:77")]
    [InlineData("followers:<=5,000 platform:Twitter release:R1", SearchKind.Accounts, "twitter:77")]
    [InlineData("-followers:>1000", SearchKind.Accounts, "twitter:aB+/=c9")]
    [InlineData("bio:student", SearchKind.Accounts, "twitter:77")]
    [InlineData("bio:stud*", SearchKind.Accounts, "twitter:77")]
    [InlineData("bio:\"students of tehran\"", SearchKind.Accounts, "twitter:77")]
    [InlineData("bio:shiraz", SearchKind.Accounts, "")]
    [InlineData("bio:nima", SearchKind.Accounts, "")]
    [InlineData("location:shiraz", SearchKind.Accounts, "twitter:77")]
    [InlineData("location:tehran", SearchKind.Accounts, "")]
    [InlineData("shiraz", SearchKind.Accounts, "twitter:77")]
    [InlineData("name:nima", SearchKind.Accounts, "twitter:77")]
    [InlineData("name:student", SearchKind.Accounts, "")]
    [InlineData("-bio:student", SearchKind.Accounts, "twitter:aB+/=c9")]
    [InlineData("bio:hello", SearchKind.Posts, "")]
    [InlineData("hello source:r1", SearchKind.Posts, "twitter:p1")]
    [InlineData("id:p1", SearchKind.Posts, "twitter:p1")]
    [InlineData("8,3949E+17", SearchKind.Posts, "twitter:8,3949E+17~p0")]
    [InlineData("\"8,3949E+17\" rounded", SearchKind.Posts, "twitter:8,3949E+17~p0")]
    [InlineData("p1", SearchKind.Posts, "")]
    [InlineData("country:ru", SearchKind.Releases, "r1")]
    [InlineData("r1", SearchKind.Releases, "r1")]
    [InlineData("removal lang:en", SearchKind.Releases, "")]
    public async Task Other_kinds_are_found(string query, SearchKind kind, string ids)
    {
        await using var corpus = await Open();
        await corpus.Put(
            new()
            {
                Claims = [Said("c1", "284 accounts", "Javad Zarif") with { Speaker = new Speaker("Javad Zarif") { Country = "IR" }, Said = PartialDate.Day(2018, 9, 16) }, Said("c2", "other", "Twitter")],
                Accounts =
                [
                    User("aB+/=c9", handle: "aB+/=c9") with { Name = "aB+/=c9", Hashed = true, Hidden = ["userid", "handle", "name"] },
                    User("77", handle: "IRNews", bio: "Students of Tehran") with { Name = "Nima", Location = "Shiraz", Followers = 4999 },
                ],
                Posts = [Tweet("p1", "77", "Hello world", Day(1)), Tweet("p2", "77", "Bye", Day(1), "r2"), Tweet("8,3949E+17~p0", "77", "Rounded", Day(1), "r2") with { Flags = ["mangled-id"] }],
                Releases = [new("r1", "The removal", "twitter") { Countries = ["IR", "RU"] }],
            },
            Cancel);
        Assert.Equal(ids, await Ids_(corpus, query, kind));
    }

    [Fact]
    public async Task A_hit_shows_the_original_words_with_what_matched()
    {
        await using var corpus = await Open();
        var filler = string.Concat(Enumerable.Repeat("words that fill the page and mean nothing. ", 30));
        await corpus.Put(new() { Documents = [Doc("d1", filler + "Then “Twitter’s” #RealIranians came, 4,779 real Iranians. " + filler, "Title") with { SourceId = "s", Published = Day(1) }] }, Cancel);
        var hit = Assert.Single((await Find(corpus, "twitter 4779 #realiranians \"real iranian\"")).Hits);
        Assert.Equal(["Twitter", "#RealIranians", "4,779", "real Iranians"], hit.Highlights.Select(h => h.Of(hit.Text)));
        Assert.InRange(hit.Text.Length, 100, 300);
        Assert.Equal(("Title", "s", SearchKind.Documents, Day(1)), (hit.Title, hit.Source, hit.Kind, hit.Date));
        Assert.True(hit.Score > 0);
    }

    [Fact]
    public async Task Verdicts_are_found_by_counted_and_kept_when_the_record_comes_again()
    {
        await using var corpus = await Open();
        await corpus.Put(new() { Verdicts = [new("c1", ["false", "mostly false"])], Claims = [Said("c1", "one"), Said("c2", "two")], Accounts = [User("1"), User("1", "r2"), User("2")] }, Cancel);
        await corpus.Put(new() { Verdicts = [new("c2", ["False"]), new("twitter:1", ["operated"]), new("none", ["true"])] }, Cancel);
        await corpus.Put(new() { Claims = [Said("c1", "one again"), Said("c2", "two again")] }, Cancel);
        Assert.Equal("c1 c2", await Ids_(corpus, "verdict:FALSE", SearchKind.Claims));
        Assert.Equal("c1", await Ids_(corpus, "verdict:\"Mostly false\" again", SearchKind.Claims));
        Assert.Equal("twitter:1 twitter:1", await Ids_(corpus, "verdict:operated", SearchKind.Accounts));
        Assert.Equal("twitter:2", await Ids_(corpus, "-verdict:operated", SearchKind.Accounts));
        var page = await corpus.Search(new(Tree(""), [SearchKind.Claims, SearchKind.Accounts]) { Facets = ["verdict"] }, Cancel);
        Assert.Equal([("false", 2), ("operated", 2), ("mostly false", 1)], page.Facets["verdict"].Select(v => (v.Value.ToLowerInvariant(), v.Count)));
        await corpus.Put(new() { Verdicts = [new("c1", ["true"]), new("c2", [])] }, Cancel);
        Assert.Equal("", await Ids_(corpus, "verdict:false", SearchKind.Claims));
        Assert.Equal("c1", await Ids_(corpus, "verdict:true"));
    }

    [Fact]
    public async Task Claims_are_sorted_by_the_outlets_that_they_appeared_in()
    {
        await using var corpus = await Open();
        var documents = Enumerable.Range(0, 5).Select(i => Doc($"d{i}", "some word") with { SourceId = i < 2 ? "s0" : "", Site = i == 2 ? "Site" : "", Url = $"https://host{i}.example/" }).ToList();
        await corpus.Put(
            new()
            {
                Documents = documents,
                Claims = [Said("c1", "word one"), Said("c2", "word two"), Said("c3", "word three")],
                Appearances = [At("c1", documents[0]), At("c1", documents[1]), At("c2", documents[0], 1), At("c2", documents[2]), At("c2", documents[3]), At("c3", documents[4]), At("c3", documents[3], 1)],
            },
            Cancel);
        Assert.Equal([("c2", 3), ("c3", 2), ("c1", 1)], await Spread(SearchKind.Claims));
        Assert.Equal(["c2", "c3", "c1", "d4", "d3", "d2", "d1", "d0"], (await Spread()).Select(h => h.Id));
        await corpus.Put(new() { Documents = [documents[2], documents[3]], Claims = [Said("c1", "word one")], Appearances = [At("c1", documents[3])] }, Cancel);
        Assert.Equal([("c1", 2), ("c3", 1), ("c2", 1)], await Spread(SearchKind.Claims));

        async Task<List<(string Id, int? Outlets)>> Spread(params SearchKind[] kinds)
        {
            var hits = new List<(string, int?)>();
            for (string? cursor = null; ;)
            {
                var page = await corpus.Search(new(Tree("word"), kinds) { Sort = SearchSort.Spread, Limit = 2, Cursor = cursor }, Cancel);
                hits.AddRange(page.Hits.Select(h => (h.Id, h.Outlets)));
                cursor = page.Next;
                if (cursor is null)
                {
                    return hits;
                }
            }
        }
    }

    [Fact]
    public async Task Hits_are_counted_by_period_of_UTC()
    {
        await using var corpus = await Open();
        await corpus.Put(
            new()
            {
                Documents = [Doc("d1", "word") with { Published = new(2018, 1, 1, 1, 0, 0, TimeSpan.FromHours(3.5)) }, Doc("d2", "word"), Doc("d3", "other") with { Published = Day(1) }],
                Posts = [Tweet("1", "1", "word", Day(16)), Tweet("2", "1", "word", Day(17)), Tweet("3", "1", "word", Day(17))],
            },
            Cancel);
        Assert.Equal([new("2017", 1), new("2018", 3)], await Bars(DateStep.Year));
        Assert.Equal([new("2017-12", 1), new("2018-09", 3)], await Bars(DateStep.Month));
        Assert.Equal([new("2017-12-31", 1), new("2018-09-16", 1), new("2018-09-17", 2)], await Bars(DateStep.Day));
        Assert.Empty((await Find(corpus, "word")).Histogram);

        async Task<IReadOnlyList<ValueCount>> Bars(DateStep step) => (await corpus.Search(new(Tree("word"), []) { Limit = 1, Histogram = step }, Cancel)).Histogram;
    }

    [Fact]
    public async Task Recency_puts_the_newer_of_equals_first_and_leaves_the_rest_to_relevance()
    {
        await using var corpus = await OpenUnused();
        await corpus.Put(
            new()
            {
                Documents =
                [
                    Doc("new", "word and six words more here") with { Published = Day(30) }, Doc("none", "word and six words more here"), Doc("old", "word and six words more here") with { Published = Day(2) },
                    Doc("best", "word word word", "word") with { Published = Day(28) }, Doc("other", "nothing of it"), Doc("others", "nothing of it"), Doc("more", "nothing of it"),
                ],
            },
            Cancel);
        var request = new SearchRequest(Tree("word"), []) { Recency = new(Day(30), TimeSpan.FromDays(5)) };
        Assert.Equal(["best", "new", "old", "none"], (await corpus.Search(request, Cancel)).Hits.Select(h => h.Id));
        var paged = new List<string>();
        for (string? cursor = null; ;)
        {
            var page = await corpus.Search(request with { Limit = 1, Cursor = cursor }, Cancel);
            paged.AddRange(page.Hits.Select(h => h.Id));
            cursor = page.Next;
            if (cursor is null)
            {
                break;
            }
        }

        Assert.Equal(["best", "new", "old", "none"], paged);
    }

    [Fact]
    public async Task Near_identical_hits_are_folded_and_each_is_reached_once()
    {
        await using var corpus = await Open();
        const string Text = "Twitter has shuttered accounts of real Iranians, including TV presenters and students, said the minister";
        await corpus.Put(
            new()
            {
                Posts = [.. Enumerable.Range(0, 8).Select(i => Tweet($"a{i}", "1", $"{Text} https://t.co/{i}abc", Day(9 + i))), Tweet("b", "1", Text.Replace("Twitter", "Facebook", StringComparison.Ordinal).Replace("minister", "paper", StringComparison.Ordinal), Day(3)), Tweet("c", "1", "accounts", Day(2))],
                Documents = [Doc("d1", Text) with { Published = Day(1) }],
            },
            Cancel);
        var request = new SearchRequest(Tree("accounts"), []) { Fold = true, Limit = 2, Sort = SearchSort.Newest };
        var first = await corpus.Search(request, Cancel);
        Assert.Equal(["twitter:a7", "twitter:b"], first.Hits.Select(h => h.Id));
        Assert.Equal(["twitter:a6", "twitter:a5", "twitter:a4", "twitter:a3", "twitter:a2", "twitter:a1", "twitter:a0"], first.Hits[0].Similar.Select(h => h.Id));
        Assert.Equal(new SimilarHit(SearchKind.Posts, "twitter:a6", "twitter:1", "r1", Day(15)), first.Hits[0].Similar[0]);
        Assert.Empty(first.Hits[1].Similar);
        var second = await corpus.Search(request with { Cursor = first.Next }, Cancel);
        Assert.Equal(["twitter:c", "d1"], second.Hits.Select(h => h.Id));
        Assert.Null(second.Next);
        Assert.Equal(11, second.Total);
        Assert.Empty((await corpus.Search(request with { Fold = false, Limit = 20 }, Cancel)).Hits.SelectMany(h => h.Similar));
    }

    [Fact]
    public async Task For_a_misspelt_word_the_commonest_word_one_slip_away_is_suggested_as_texts_write_it()
    {
        await using var corpus = await Open();
        await corpus.Put(new() { Documents = [Doc("d1", "Suspended accounts"), Doc("d2", "suspended"), Doc("d3", "Ministers"), Doc("d4", "suspects")], Posts = [Tweet("1", "1", "the ministers")] }, Cancel);
        var page = await corpus.Search(new(Tree("ministerrs -foreigm (suspemded OR accounts)"), []) { Suggest = true }, Cancel);
        Assert.Equal(["ministerrs", "suspemded"], page.Suggestions.Select(s => s.Word));
        Assert.Equal(["ministers", "suspended"], page.Suggestions.Select(s => s.Suggestion.ToLowerInvariant()));
        Assert.Equal("ministerrs -foreigm (suspended OR accounts)", page.Suggestions[1].Query, ignoreCase: true);
        Assert.Empty((await corpus.Search(new(Tree("ministerrs"), []), Cancel)).Suggestions);
        Assert.Empty((await corpus.Search(new(Tree("zzzzzz accounts"), []) { Suggest = true }, Cancel)).Suggestions);
    }

    [Fact]
    public async Task Titles_weigh_more_than_text()
    {
        await using var corpus = await OpenUnused();
        await corpus.Put(new() { Documents = [Doc("d1", "suspended accounts", "Other words"), Doc("d2", "other words", "Suspended accounts"), Doc("d3", "nothing", "of it")] }, Cancel);
        var page = await Find(corpus, "suspended accounts");
        Assert.Equal(["d2", "d1"], page.Hits.Select(h => h.Id));
        Assert.True(page.Hits[0].Score > page.Hits[1].Score);
    }

    [Fact]
    public async Task Facets_count_all_hits()
    {
        await using var corpus = await Open();
        await corpus.Put(
            new()
            {
                Documents = [.. Enumerable.Range(0, 30).Select(i => Doc($"d{i}", "word") with { Country = i % 3 == 0 ? "IR" : "US", SourceId = $"s{i % 2}", Language = i == 0 ? "fa" : "en" })],
                Releases = [new("r1", "word", "twitter") { Countries = ["IR", "RU"] }],
            },
            Cancel);
        var page = await corpus.Search(new(Tree("word"), []) { Limit = 5, Facets = ["country", "source", "platform"] }, Cancel);
        Assert.Equal((5, 31L), (page.Hits.Count, page.Total));
        Assert.Equal([new("US", 20), new("IR", 11), new("RU", 1)], page.Facets["country"]);
        Assert.Equal([new("s0", 15), new("s1", 15)], page.Facets["source"]);
        Assert.Equal([new("twitter", 1)], page.Facets["platform"]);
        await Assert.ThrowsAsync<ArgumentException>(() => corpus.Search(new(Tree("word"), []) { Facets = ["colour"] }, Cancel));
    }

    [Theory]
    [InlineData(SearchSort.Relevance, "word")]
    [InlineData(SearchSort.Newest, "word")]
    [InlineData(SearchSort.Oldest, "word")]
    [InlineData(SearchSort.Relevance, "")]
    [InlineData(SearchSort.Newest, "-other")]
    [InlineData(SearchSort.Oldest, "lang:en OR word")]
    [InlineData(SearchSort.Spread, "word")]
    public async Task Paging_gives_every_hit_once_and_in_the_order_of_one_large_page(SearchSort sort, string query)
    {
        await using var corpus = await Open();
        var random = new Random(7);
        string Words() => string.Join(' ', Enumerable.Range(0, 1 + random.Next(4)).Select(_ => random.Next(3) == 0 ? "other" : "word"));
        DateTimeOffset? Date() => random.Next(4) == 0 ? null : Day(1 + random.Next(5));
        await corpus.Put(
            new()
            {
                Documents = [.. Enumerable.Range(0, 60).Select(i => Doc($"d{i:00}", Words()) with { Published = Date(), Language = "en" })],
                Posts = [.. Enumerable.Range(0, 60).Select(i => Tweet($"{i:00}", "1", Words(), Date()))],
                Claims = [.. Enumerable.Range(0, 40).Select(i => Said($"c{i:00}", Words()) with { Said = Date() is { } d ? new(d, DatePrecision.Day) : null })],
            },
            Cancel);
        var request = new SearchRequest(Tree(query), []) { Sort = sort, Limit = 1000 };
        var whole = await corpus.Search(request, Cancel);
        Assert.Null(whole.Next);
        Assert.Equal(whole.Total, whole.Hits.Count);
        var paged = new List<SearchHit>();
        for (string? cursor = null; ;)
        {
            var page = await corpus.Search(request with { Limit = 7, Cursor = cursor }, Cancel);
            Assert.Equal(whole.Total, page.Total);
            paged.AddRange(page.Hits);
            cursor = page.Next;
            if (cursor is null)
            {
                break;
            }
        }

        Assert.Equal(whole.Hits.Select(h => (h.Kind, h.Id)), paged.Select(h => (h.Kind, h.Id)));
        if (sort is SearchSort.Newest or SearchSort.Oldest)
        {
            var dates = paged.Select(h => h.Date).ToList();
            var sorted = sort == SearchSort.Newest ? dates.OrderByDescending(d => d ?? DateTimeOffset.MinValue) : dates.OrderBy(d => d ?? DateTimeOffset.MaxValue);
            Assert.Equal(sorted, dates);
        }
    }

    [Fact]
    public async Task Limits_and_cursors_that_cannot_be_are_refused()
    {
        await using var corpus = await Open();
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => corpus.Search(new(Tree("a"), []) { Limit = 0 }, Cancel));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => corpus.Search(new(Tree("a"), []) { Limit = 1001 }, Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => corpus.Search(new(Tree("a"), []) { Cursor = "nonsense!" }, Cancel));
    }
}
