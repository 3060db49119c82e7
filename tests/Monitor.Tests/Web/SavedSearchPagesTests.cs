using System.Net;
using System.Text.RegularExpressions;
using Monitor.Core.Ledger;
using Monitor.Core.Model;

namespace Monitor.Tests.Web;

public sealed partial class SavedSearchPagesTests : IAsyncLifetime
{
    private Site _site = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _site = await Site.Start();
        await SampleRecords.Put(_site);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task One_click_from_anywhere_ends_the_mails_and_looking_does_not()
    {
        var address = "/unsubscribe/" + _site.Ledger.SavedSearches.Keys("removed").Unsubscribe;
        using var reader = _site.Reader();

        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync(address, Cancel)).StatusCode);
        Assert.Null(_site.Ledger.SavedSearches.Get("removed")!.Unsubscribed);

        // As a mail program does it (RFC 8058, section 3.2): no cookies, no token, from another site.
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]) };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        request.Headers.Add("Origin", "https://mail.example");
        Assert.Equal(HttpStatusCode.OK, (await reader.SendAsync(request, Cancel)).StatusCode);

        Assert.Equal((_site.Time.Now, "its reader ended the mails by one click"), (_site.Ledger.SavedSearches.Get("removed")!.Unsubscribed, _site.Ledger.SavedSearches.Get("removed")!.Paused));
        Assert.Contains("No more mails", await reader.GetStringAsync(address, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_without_the_secret_ends_or_reads_anything()
    {
        var keys = _site.Ledger.SavedSearches.Keys("removed");
        using var reader = _site.Reader();

        Assert.Equal(HttpStatusCode.NotFound, (await reader.PostAsync("/unsubscribe/removed", null, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.PostAsync("/unsubscribe/" + keys.Feed, null, Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync($"/feeds/{keys.Feed}.atom", Cancel)).StatusCode);
        Assert.Null(_site.Ledger.SavedSearches.Get("removed")!.Unsubscribed);
    }

    [Theory]
    [InlineData("atom", "application/atom+xml")]
    [InlineData("rss", "application/rss+xml")]
    [InlineData("json", "application/feed+json")]
    public async Task A_feed_tells_the_messages_and_costs_nothing_when_there_is_nothing_new(string format, string mediaType)
    {
        var search = _site.Ledger.SavedSearches.Get("removed")! with { Id = "by-feed", Feed = true };
        _site.Ledger.SavedSearches.Put(search);
        _site.Ledger.Outbox.Record(null, [("by-feed", SampleRecords.ClaimId, "claims")]);
        _site.Ledger.Outbox.Gather([new GatherOrder(search, DeliveryKind.Matches, null)], "monitor.example");
        var address = $"/feeds/{_site.Ledger.SavedSearches.Keys("by-feed").Feed}.{format}";
        using var reader = _site.Reader();

        var first = await reader.GetAsync(address, Cancel);
        Assert.Equal((HttpStatusCode.OK, mediaType), (first.StatusCode, first.Content.Headers.ContentType!.MediaType));
        var text = await first.Content.ReadAsStringAsync(Cancel);
        Assert.True(text.Contains("/claims/" + SampleRecords.ClaimId, StringComparison.Ordinal), text);

        using var again = new HttpRequestMessage(HttpMethod.Get, address);
        again.Headers.TryAddWithoutValidation("If-None-Match", first.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.NotModified, (await reader.SendAsync(again, Cancel)).StatusCode);

        _site.Ledger.SavedSearches.RenewFeedKey("by-feed");
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(address, Cancel)).StatusCode);
    }

    [Fact]
    public async Task The_form_tells_how_often_before_it_saves_and_then_saves_everything()
    {
        using var reader = _site.Reader();
        (string, string)[] fields =
        [
            ("Form.Name", "Daily news"), ("Form.Query", "accounts"), ("Form.In", "claims"), ("Form.Recipient", "desk@newsroom.example"), ("Form.Feed", "true"), ("Form.Rhythm", "Weekly"),
            ("Form.At", "07:30"), ("Form.Zone", "Asia/Tehran"), ("Form.Day", "Saturday"), ("Form.Language", "fa"), ("Form.Expires", "2026-12-31"), ("Form.NothingNew", "true"), ("Form.StormLimit", "7"),
        ];
        var preview = await Post(reader, "/searches?handler=Preview", fields);
        Assert.Matches("It would have matched <strong>[0-9]+</strong> in the last 30 days, and [1-9][0-9]* of any time", await preview.Content.ReadAsStringAsync(Cancel));
        Assert.Null(_site.Ledger.SavedSearches.Get("daily-news"));

        Assert.Equal(HttpStatusCode.Redirect, (await Post(reader, "/searches", fields)).StatusCode);
        var saved = _site.Ledger.SavedSearches.Get("daily-news")!;
        Assert.Equal(
            ("accounts", "desk@newsroom.example", true, Rhythm.Weekly, new TimeOnly(7, 30), "Asia/Tehran", DayOfWeek.Saturday, "fa", true, 7),
            (saved.Query, saved.Recipient, saved.Feed, saved.Rhythm, saved.At, saved.Zone, saved.Day, saved.Language, saved.NothingNew, saved.StormLimit));
        Assert.Equal(ManualTime.At("2026-12-31T20:30:00Z").Now, saved.Expires);
    }

    [Theory]
    [InlineData("Form.Webhook", "http://169.254.169.254/latest", "not a public address")]
    [InlineData("Form.Zone", "Mars/Olympus", "no time zone")]
    [InlineData("Form.In", "statements", "name the speaker")]
    [InlineData("Form.Expires", "2020-01-01", "later day")]
    [InlineData("Form.Recipient", "", "at least one way")]
    public async Task What_cannot_work_is_not_saved_and_says_why(string field, string value, string why)
    {
        using var reader = _site.Reader();
        var fields = new Dictionary<string, string> { ["Form.Name"] = "New", ["Form.Query"] = "accounts", ["Form.In"] = "claims", ["Form.Recipient"] = "desk@newsroom.example", ["Form.Rhythm"] = "Daily" };
        fields[field] = value;

        var answer = await Post(reader, "/searches", [.. fields.Select(f => (f.Key, f.Value))]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(why, await answer.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Null(_site.Ledger.SavedSearches.Get("new"));
    }

    private static async Task<HttpResponseMessage> Post(HttpClient reader, string address, params (string Name, string Value)[] fields)
    {
        var token = Token().Match(await reader.GetStringAsync("/searches", Cancel)).Groups[1].Value;
        using var content = new FormUrlEncodedContent([.. fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value)), new("__RequestVerificationToken", token)]);
        return await reader.PostAsync(address, content, Cancel);
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
