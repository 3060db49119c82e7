using Microsoft.Extensions.DependencyInjection;
using Monitor.Core.Ledger;

namespace Monitor.Tests.Pipeline;

public sealed class CrawlTests : IAsyncDisposable
{
    private const string Closed = "User-agent: *\nDisallow: /closed\n";
    private readonly Newsroom _room = new();

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task A_definition_that_is_being_crawled_is_not_crawled_a_second_time()
    {
        var (asked, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        _room.Define().Site.Do("/feed.xml", async (stream, cancel) =>
        {
            asked.SetResult();
            await go.Task;
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), cancel);
        });
        var first = _room.Crawl();
        await asked.Task.WaitAsync(TestContext.Current.CancellationToken);

        _room.Open();
        var second = await _room.Crawl();
        go.SetResult();

        Assert.Equal("skipped", second.State);
        Assert.NotEqual("skipped", (await first).State);
        Assert.Single(_room.Ledger.Runs.Latest());
        Assert.Single(_room.Site.Pages);
    }

    [Fact]
    public async Task Dead_links_never_keep_new_pages_out_and_are_asked_less_and_less()
    {
        _room.Define(maxPages: 2).Feed("/feed.xml", "/dead-1", "/dead-2", "/dead-3", "/good").Missing("/dead-1").Missing("/dead-2").Missing("/dead-3").Article("/good", 1);

        Assert.Equal((2, 2), Counts(await _room.Crawl()));
        Assert.Equal((2, 1), Counts(await _room.Crawl()));
        Assert.Equal(["/dead-1", "/dead-2", "/dead-3", "/good"], Asked().Order());
        Assert.Equal((0, 0), Counts(await _room.Crawl()));

        _room.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal((2, 2), Counts(await _room.Crawl()));
        Assert.Equal(6, Asked().Count());
    }

    [Fact]
    public async Task A_page_that_answers_again_closes_its_issue()
    {
        _room.Define().Feed("/feed.xml", "/late").Missing("/late");
        await _room.Crawl();
        Assert.Equal("page-error", Assert.Single(_room.Ledger.Issues.Open("wire")).Kind);

        _room.Article("/late", 1);
        _room.Time.Advance(TimeSpan.FromMinutes(1));
        var run = await _room.Crawl();

        Assert.Equal((1, 0), Counts(run));
        Assert.Empty(_room.Ledger.Issues.Open());
        Assert.Empty(_room.Ledger.BackOff.Urls("wire"));
    }

    [Fact]
    public async Task A_page_that_robots_txt_closes_is_no_failure_and_the_feed_is_asked_conditionally()
    {
        _room.Define().Feed("/feed.xml", "/closed", "/open").Article("/closed", 1).Article("/open", 2).Site.On("/robots.txt", Closed);

        var run = await _room.Crawl();
        Assert.Equal((1, 0), Counts(run));
        Assert.Equal("robots-disallowed", Assert.Single(_room.Ledger.Issues.Open("wire")).Kind);

        await _room.Crawl();
        Assert.Contains("If-None-Match: \"1\"", _room.Site.Requests.Last(r => r.Contains("/feed.xml", StringComparison.Ordinal)), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_dead_feed_backs_off_alone_and_the_yield_of_the_others_is_judged()
    {
        _room.Define(least: 5, feeds: ["/feed.xml", "/dead.xml"]).Feed("/feed.xml", "/good").Missing("/dead.xml").Article("/good", 1);

        var run = await _room.Crawl();
        Assert.Equal("done", run.State);
        Assert.Null(_room.Ledger.BackOff.Of("wire"));
        Assert.Equal(_room.Site.Url("/dead.xml"), Assert.Single(_room.Ledger.Issues.Open("wire")).Place);

        _room.Site.On("/feed.xml", "<rss version=\"2.0\"><channel><title>Wire</title></channel></rss>", "Content-Type: application/rss+xml");
        await _room.Crawl();
        Assert.Single(_room.Site.Pages, "/dead.xml");
        Assert.Contains(_room.Ledger.Issues.Open("wire"), i => i.Kind == "yield-low");

        _room.Feed("/dead.xml", "/good");
        _room.Time.Advance(TimeSpan.FromMinutes(1));
        await _room.Crawl();
        Assert.DoesNotContain(_room.Ledger.Issues.Open("wire"), i => i.Kind == "source-failing");
    }

    [Fact]
    public async Task A_source_of_which_no_feed_answers_backs_off()
    {
        _room.Define().Missing("/feed.xml");

        Assert.Equal("failed", (await _room.Crawl()).State);
        Assert.Equal(1, _room.Ledger.BackOff.Of("wire")!.Failures);

        // Asked for all the same when somebody wants it now.
        _room.Feed("/feed.xml", "/good").Article("/good", 1);
        Assert.Equal("done", (await _room.Crawl()).State);
        Assert.Null(_room.Ledger.BackOff.Of("wire"));
    }

    private static (int Captured, int Failed) Counts(Run run) => (run.Captured, run.Failed);

    private IEnumerable<string> Asked() => _room.Site.Pages.Where(p => p != "/feed.xml");
}
