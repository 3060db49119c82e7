using Monitor.Core.Capturing;
using Monitor.Core.Evidence;

namespace Monitor.Tests.Capturing;

/// <summary>robots.txt and pauses.</summary>
public sealed class PolitenessTests : CapturerBench
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Fact]
    public async Task What_robots_disallows_is_not_asked_for()
    {
        Site.On("/robots.txt", "User-agent: *\nDisallow: /\n\nUser-agent: monitor\nDisallow: /private\n");
        Site.On("/public", "x").On("/way", "302 Found", [], "Location: /private/b");
        await Ends("/private/a", CaptureState.DisallowedByRobots, "says in line 5: Disallow: /private");
        await Ends("/way", CaptureState.DisallowedByRobots, "Disallow: /private");
        Assert.Equal(CaptureState.Captured, (await Capture("/public")).State);
        Assert.Equal(["/way", "/public"], Site.Pages);
        Assert.StartsWith("User-agent: *", System.Text.Encoding.UTF8.GetString(Store.ReadPayload(Assert.Single(Store.All(ExchangeRole.Robots)))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("404 Not Found", CaptureState.Captured, false)]
    [InlineData("403 Forbidden", CaptureState.Captured, false)]
    [InlineData("500 Error", CaptureState.DisallowedByRobots, false)]
    [InlineData("503 Busy", CaptureState.DisallowedByRobots, true)]
    [InlineData("429 Too Many", CaptureState.DisallowedByRobots, true)]
    public async Task Without_a_robots_file_all_is_allowed_but_a_failing_one_forbids_all(string status, CaptureState state, bool saysWhen)
    {
        Site.On("/robots.txt", status, [], "Retry-After: 60").On("/", "x");
        var outcome = await Capture("/");
        Assert.Equal(state, outcome.State);
        Assert.Equal(saysWhen ? Time.GetUtcNow().AddMinutes(1) : null, outcome.RetryAfter);
    }

    [Fact]
    public async Task Robots_is_followed_through_redirects_and_kept_for_a_day()
    {
        Site.On("/robots.txt", "301 Moved", [], "Location: /r2").On("/r2", "User-agent: *\nDisallow: /no").On("/a", "x");
        await Ends("/no", CaptureState.DisallowedByRobots, "Disallow: /no");
        await Ends("/no/2", CaptureState.DisallowedByRobots, "Disallow: /no");
        Assert.Equal(2, Site.Requests.Count);
        Time.Advance(TimeSpan.FromHours(24));
        Site.On("/robots.txt", "User-agent: *\nDisallow: /a");
        await Ends("/a", CaptureState.DisallowedByRobots, "Disallow: /a");
        Assert.Equal(3, Site.Requests.Count);
    }

    [Fact]
    public async Task An_older_robots_holds_on_while_the_new_one_cannot_be_had()
    {
        Site.On("/robots.txt", "User-agent: *\nDisallow: /no").On("/a", "x");
        Assert.Equal(CaptureState.Captured, (await Capture("/a")).State);
        Time.Advance(TimeSpan.FromHours(25));
        Site.On("/robots.txt", "500 Error", Array.Empty<byte>());
        Assert.Equal(CaptureState.Captured, (await Capture("/a")).State);
        Assert.Equal(CaptureState.DisallowedByRobots, (await Capture("/no")).State);
    }

    [Fact]
    public async Task A_failing_robots_is_asked_again_only_after_a_while()
    {
        Site.On("/robots.txt", "500 Error", Array.Empty<byte>()).On("/a", "x");
        await Ends("/a", CaptureState.DisallowedByRobots, "status 500");
        await Ends("/a", CaptureState.DisallowedByRobots, "status 500");
        Assert.Single(Site.Requests);
        Site.On("/robots.txt", "");
        Time.Advance(Options.RobotsRetryTime);
        Assert.Equal(CaptureState.Captured, (await Capture("/a")).State);
    }

    [Fact]
    public async Task Between_two_requests_to_a_host_lies_the_longer_of_both_pauses()
    {
        Site.On("/robots.txt", "User-agent: *\nCrawl-delay: 7").On("/a", "x").On("/b", "x");
        var first = Capturer.Capture(Request("/a") with { Delay = 2 * Second }, Cancel);
        await Time.Waiting(7 * Second);
        Assert.Empty(Site.Pages);
        Time.Advance(7 * Second);
        Assert.Equal(CaptureState.Captured, (await first).State);

        Time.Advance(3 * Second);
        var second = Capturer.Capture(Request("/b") with { Delay = 10 * Second }, Cancel);
        await Time.Waiting(7 * Second);
        Assert.Equal(["/a"], Site.Pages);
        Time.Advance(7 * Second);
        Assert.Equal(CaptureState.Captured, (await second).State);
    }

    [Fact]
    public async Task A_host_gets_one_request_at_a_time()
    {
        var open = 0;
        var most = 0;
        for (var i = 0; i < 12; i++)
        {
            Site.Do($"/{i}", async (stream, cancel) =>
            {
                most = Math.Max(most, Interlocked.Increment(ref open));
                await Task.Yield();
                Interlocked.Decrement(ref open);
                await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx"u8.ToArray(), cancel);
            });
        }

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Capture($"/{i}")));
        Assert.All(outcomes, o => Assert.Equal(CaptureState.Captured, o.State));
        Assert.Equal((1, 13), (most, Site.Requests.Count));
    }
}
