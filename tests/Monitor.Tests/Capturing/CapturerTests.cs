using System.IO.Compression;
using System.Text;
using Monitor.Core.Capturing;
using Monitor.Core.Evidence;

namespace Monitor.Tests.Capturing;

public sealed class CapturerTests : CapturerBench
{
    [Fact]
    public async Task A_page_is_captured_byte_for_byte_and_stands_in_evidence()
    {
        byte[] arabic = [.. "<p>"u8, 0xd8, 0xdb, 0xed, 0xc7, .. "</p>"u8];
        Site.On("/a?b=c", "200 OK", arabic, "Content-Type: text/html; charset=windows-1256", "ETag: \"v1\"", "Last-Modified: Wed, 12 Jun 2019 10:00:00 GMT");
        var outcome = await Capture(" " + Site.Url("/a?b=c#part") + " ");
        Assert.Equal((CaptureState.Captured, "", true), (outcome.State, outcome.Message, outcome.IsText));
        Assert.Equal(arabic, outcome.Payload);
        Assert.Equal(("\"v1\"", "Wed, 12 Jun 2019 10:00:00 GMT"), (outcome.ETag, outcome.LastModified));
        var capture = outcome.Capture!;
        Assert.Equal((Site.Url("/a?b=c#part"), Site.Url("/a?b=c"), "text/html; charset=windows-1256", 200, "sample", Time.GetUtcNow()),
            (capture.Url, capture.FinalUrl, capture.MediaType, capture.Status, capture.CrawlerId, capture.Time));
        Assert.Equal(capture, Assert.Single(Store.All()));
        Assert.Equal(arabic, Store.ReadPayload(capture));
        var head = Site.Requests.Last();
        Assert.Contains($"Host: {Site.Authority}\r\n", head, StringComparison.Ordinal);
        Assert.Matches("User-Agent: Monitor/[0-9.]+\r\n", head);
        Assert.DoesNotContain("Cookie", head, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Heads_are_kept_as_they_went_over_the_wire()
    {
        const string Head = "HTTP/1.1 200 Very  fine\r\nserver:x\r\nX-Mixed-Case:  \tv \r\nContent-Type: text/plain\r\nTransfer-Encoding: chunked\r\n\r\n";
        Site.Raw("/", "HTTP/1.1 103 Early Hints\r\nLink: </s.css>\r\n\r\n" + Head + "3\r\nabc\r\n2;x=y\r\nde\r\n0\r\n\r\n");
        var outcome = await Capture("/");
        Assert.Equal("abcde", Encoding.ASCII.GetString(outcome.Payload));
        var bytes = Evidence.IndependentWarcReader.Read(WarcFile(outcome));
        var request = bytes.Last(r => r.Fields["WARC-Type"] == "request");
        var response = bytes.Last(r => r.Fields["WARC-Type"] == "response");
        Assert.Equal(Site.Requests.Last(), Encoding.Latin1.GetString(request.Block));
        Assert.Equal(Head.Replace("Transfer", "X-Archive-Orig-Transfer", StringComparison.Ordinal) + "abcde", Encoding.Latin1.GetString(response.Block));
        Assert.Equal("127.0.0.1", response.Fields["WARC-IP-Address"]);
    }

    [Fact]
    public async Task A_compressed_body_is_given_unpacked_and_kept_packed()
    {
        var packed = Gzip("<p>#YouAreBots</p>"u8.ToArray());
        Site.On("/", "200 OK", packed, "Content-Type: text/html", "Content-Encoding: gzip");
        var outcome = await Capture("/");
        Assert.Equal("<p>#YouAreBots</p>", Encoding.UTF8.GetString(outcome.Payload));
        Assert.Equal(outcome.Payload, Store.ReadPayload(outcome.Capture!));
        Assert.Equal(packed, Evidence.IndependentWarcReader.Read(WarcFile(outcome))[^1].Block[^packed.Length..]);
    }

    [Fact]
    public async Task Redirects_are_followed_and_each_is_evidence()
    {
        Site.On("/old", "301 Moved", [], "Location: /mid?x=1#frag").On("/mid?x=1", "307 Go", [], $"Location: {Site.Url("/صفحه")}").On("/%D8%B5%D9%81%D8%AD%D9%87", "here");
        var outcome = await Capture("/old");
        Assert.Equal(CaptureState.Captured, outcome.State);
        Assert.Equal((Site.Url("/old"), Site.Url("/%D8%B5%D9%81%D8%AD%D9%87")), (outcome.Capture!.Url, outcome.Capture.FinalUrl));
        Assert.Equal([outcome.Capture], Store.All());
        Assert.Equal([(301, Site.Url("/old")), (307, Site.Url("/mid?x=1"))], Store.All(ExchangeRole.Redirect).Select(c => (c.Status, c.FinalUrl)));
        Assert.Equal([404], Store.All(ExchangeRole.Robots).Select(c => c.Status));
    }

    [Fact]
    public async Task A_feed_is_kept_apart_from_pages()
    {
        Site.On("/feed", "<rss/>", "Content-Type: application/rss+xml");
        var outcome = await Capturer.Capture(Request("/feed") with { Role = ExchangeRole.Discovery }, Cancel);
        Assert.True(outcome.IsText);
        Assert.Empty(Store.All());
        Assert.Equal([outcome.Capture], Store.All(ExchangeRole.Discovery));
    }

    [Fact]
    public async Task An_unchanged_page_is_not_fetched_again()
    {
        Site.Raw("/", "HTTP/1.1 304 Not Modified\r\nETag: \"v2\"\r\n\r\n");
        var outcome = await Capturer.Capture(Request("/") with { ETag = "\"v1\"", LastModified = "Wed, 12 Jun 2019 10:00:00 GMT" }, Cancel);
        Assert.Equal((CaptureState.NotModified, null, "\"v2\""), (outcome.State, outcome.Capture, outcome.ETag));
        Assert.Contains("If-None-Match: \"v1\"\r\n", Site.Requests.Last(), StringComparison.Ordinal);
        Assert.Contains("If-Modified-Since: Wed, 12 Jun 2019 10:00:00 GMT\r\n", Site.Requests.Last(), StringComparison.Ordinal);
        Assert.Empty(Store.All());
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("Thu, 13 Jun 2019 12:05:00 GMT", 300)]
    [InlineData("soon", null)]
    [InlineData("99999999999", 30 * 86400)]
    public async Task An_error_status_is_evidence_and_says_when_to_come_again(string retryAfter, int? seconds)
    {
        Site.On("/", "503 Busy", "sorry"u8.ToArray(), "Content-Type: text/html", "Retry-After: " + retryAfter);
        var outcome = await Capture("/");
        Assert.Equal((CaptureState.ErrorStatus, 503), (outcome.State, outcome.Capture!.Status));
        Assert.Equal(seconds is { } s ? Time.GetUtcNow().AddSeconds(s) : null, outcome.RetryAfter);
        Assert.Equal("sorry"u8, Store.ReadPayload(outcome.Capture));
    }

    [Fact]
    public async Task What_is_no_text_is_evidence_too()
    {
        Site.On("/a.pdf", "%PDF", "Content-Type: application/pdf");
        var outcome = await Capture("/a.pdf");
        Assert.Equal((CaptureState.Captured, false), (outcome.State, outcome.IsText));
        Assert.Single(Store.All());
    }

    [Fact]
    public async Task The_caller_can_stop_it()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        Site.Do("/", async (_, cancel) =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, cancel);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Capturer.Capture(Request("/"), stop.Token));
        Site.On("/", "again");
        Assert.Equal(CaptureState.Captured, (await Capture("/")).State);
    }

    [Fact]
    public void Options_out_of_range_are_named()
    {
        var error = Assert.Throws<ArgumentException>(() => new Capturer(Store, Time, new CapturerOptions { SentBytes = 1 }));
        Assert.StartsWith("SentBytes is 1; it must lie between 1024 and ", error.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Capturer(Store, Time, new CapturerOptions { Contact = "a\r\nb" }));
        Assert.EndsWith(" (+https://desk.example)", new CapturerOptions { Contact = "https://desk.example" }.UserAgent, StringComparison.Ordinal);
    }

    internal static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    private string WarcFile(CaptureOutcome outcome) => Path.Combine(Folder, outcome.Capture!.WarcFile);
}
