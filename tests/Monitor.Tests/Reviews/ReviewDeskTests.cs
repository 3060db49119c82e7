using Microsoft.Data.Sqlite;
using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Sqlite;
using Monitor.Core.Ledger;
using Monitor.Core.Model;
using Monitor.Core.Pipeline;
using Monitor.Core.Reviews;

namespace Monitor.Tests.Reviews;

public sealed class ReviewDeskTests : IAsyncLifetime
{
    private const string Words = "The sample platform closed accounts of real people";
    private readonly TemporaryFolder _folder = new();
    private Core.Ledger.Ledger _ledger = null!;
    private SqliteCorpus _corpus = null!;
    private ReviewDesk _desk = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _ledger = Core.Ledger.Ledger.Open(_folder.At("ledger.db"), ManualTime.At("2026-01-02T03:04:05Z"));
        _corpus = SqliteCorpus.Open(_folder.At("corpus.db"));
        _desk = new(_corpus, _ledger, new ReviewOptions()) { Recorded = new VerdictIndex(_corpus, _ledger).Put };
        _ledger.Captures.Record(
            new Capture("w1", "sample", "https://sample.example/a", "https://sample.example/a", DateTimeOffset.UnixEpoch, "text/html", 200, "sha256:00", "sample.warc.gz", 0, 1), CaptureRole.Page);
        await _corpus.Put(Page(Words) with
        {
            Releases = [new("sample-release", "Sample", "twitter") { Versions = [new(1, DateTimeOffset.UnixEpoch, [new("users.csv", 900, new('a', 64), "twitter-users", 3), new("posts.csv", 900, new('b', 64), "twitter-tweets", 3)])] }],
            Accounts = [new("twitter:1", "twitter", "1", new("sample-release", 1, "users.csv", 9, 400)) { Handle = "sample", Name = "A Sample", Bio = "Line\nby\nline" }],
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _corpus.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_was_judged_is_found_by_the_verdict_in_force_also_after_the_corpus_was_emptied()
    {
        var first = (await _desk.Record(new("twitter:1", "operated", "A", "", []), Cancel)).Review!;
        Assert.Equal(1, await Found("operated"));
        await _desk.Record(new("twitter:1", "real person", "A", "", [], first.Sequence), Cancel);
        await _desk.Record(new("twitter:1", "unclear", "B", "", []), Cancel);
        Assert.Equal((0, 1, 1), (await Found("operated"), await Found("\"Real person\""), await Found("unclear")));
        await _corpus.Clear(Cancel);
        await _corpus.Put(new() { Accounts = [new("twitter:1", "twitter", "1", new("sample-release", 1, "users.csv", 9, 400))] }, Cancel);
        Assert.Equal(0, await Found("unclear"));
        await new VerdictIndex(_corpus, _ledger).PutAll(Cancel);
        Assert.Equal((0, 1, 1), (await Found("operated"), await Found("\"Real person\""), await Found("unclear")));

        async Task<long> Found(string verdict) => (await _corpus.Search(new(Core.Corpus.Query.QueryParser.Parse("verdict:" + verdict).Tree!, []), Cancel)).Total;
    }

    [Theory]
    [InlineData("row", "sample-release/1/users.csv:2")]
    [InlineData("row", "sample-release/1/users.csv:9")] // behind line feeds in a bio
    [InlineData("row", "sample-release/1/posts.csv:17")] // behind line feeds in posts
    [InlineData("document", "d1")]
    [InlineData("document", "d1:0-50")]
    [InlineData("capture", "w1")]
    [InlineData("url", "https://sample.example/a")]
    public async Task Evidence_that_exists_is_taken(string kind, string reference) => Assert.Null((await Record(kind, reference)).Error);

    [Theory]
    [InlineData("row", "sample-release/1/users.csv:8", "it has 3 rows")]
    [InlineData("row", "sample-release/1/users.csv:99999", "it has 3 rows")]
    [InlineData("row", "sample-release/1/users.csv:0", "it has 3 rows")]
    [InlineData("row", "sample-release/1/posts.csv:99999", "it has 3 rows")]
    [InlineData("row", "sample-release/2/users.csv:2", "there is 1")]
    [InlineData("row", "sample-release/1/other.csv:2", "there is users.csv, posts.csv")]
    [InlineData("row", "nowhere/1/users.csv:2", "monitor archive list")]
    [InlineData("row", "users.csv", "release/version/file:line")]
    [InlineData("document", "d9", "search for it")]
    [InlineData("document", "d1:0-9999", "is no place in it")]
    [InlineData("document", "d1:5-5", "is no place in it")]
    [InlineData("document", "d1:x-y", "id:start-end")]
    [InlineData("capture", "w9", "no capture")]
    [InlineData("url", "javascript:alert(1)", "no web address")]
    [InlineData("hearsay", "a friend", "row, document, capture or url")]
    [InlineData("row", " ", "needs a reference")]
    public async Task Evidence_that_leads_nowhere_is_refused_with_the_mend(string kind, string reference, string message)
    {
        Assert.Contains(message, (await Record(kind, reference)).Error, StringComparison.Ordinal);
        Assert.Empty(_ledger.Reviews.All());
    }

    [Fact]
    public async Task A_verdict_keeps_the_words_of_a_claim_whose_page_changed()
    {
        await Record("url", "https://sample.example/a");
        await _corpus.Put(Page("Nothing of it is left here"), Cancel);

        Assert.Null(await _corpus.Claim("c1", Cancel));
        Assert.Equal(new Core.Model.Evidence("document", "d1:0-50", Words), Assert.Single(_ledger.Reviews.Of("c1")).Evidence[0]);
    }

    [Fact]
    public async Task A_verdict_keeps_names_and_bio_of_an_account()
    {
        var review = (await _desk.Record(new("twitter:1", "unclear", "A reviewer", "", []), Cancel)).Review!;

        Assert.Equal(new Core.Model.Evidence("row", "sample-release/1/users.csv:9", "A Sample · @sample · Line\nby\nline"), Assert.Single(review.Evidence));
    }

    [Fact]
    public async Task The_noted_end_shows_a_chain_that_was_cut_or_written_anew()
    {
        await Record("document", "d1");
        await Record("capture", "w1");
        var noted = _desk.Check().Head;
        await Record("url", "https://sample.example/a");
        Assert.Equal(2, noted.Count);
        Assert.Equal(noted, ChainMark.Parse(noted.ToString()));
        Assert.Null(_desk.Check(noted).Fault);

        // Whoever writes the ledger's own note of the end anew as well is found by nothing inside it.
        Execute("drop trigger reviews_are_never_deleted; drop trigger review_head_goes_forward; delete from reviews where sequence > 1; update review_head set count = 1, hash = (select hash from reviews)");
        Assert.Null(_desk.Check().Fault);
        Assert.Contains("cut at its end", _desk.Check(noted).Fault, StringComparison.Ordinal);

        await Record("url", "https://sample.example/b");
        Assert.Null(_desk.Check().Fault);
        Assert.Contains("written anew", _desk.Check(noted).Fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("3")]
    [InlineData("3:abc")]
    [InlineData("-3:0000000000000000000000000000000000000000000000000000000000000000")]
    public void A_mark_of_another_form_is_no_mark(string text) => Assert.Null(ChainMark.Parse(text));

    private Task<ReviewResult> Record(string kind, string reference) =>
        _desk.Record(new("c1", "unproven", "A reviewer", "", [new Core.Model.Evidence(kind, reference, "words")]), Cancel);

    /// <summary>A page with one claim; put again with other words it replaces its former self.</summary>
    private static CorpusBatch Page(string words)
    {
        var claim = words == Words ? "c1" : "c2";
        return new()
        {
            Documents = [new("d1", DocumentKind.Article, "https://sample.example/a", words)],
            Claims = [new(claim, words, ClaimKind.Statement, Speaker.Unknown)],
            Appearances = [new("a-" + claim, claim, "d1", 0, words.Length, words, ClaimKind.Statement, "")],
        };
    }

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.At("ledger.db")}");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The statements are the test's own.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
