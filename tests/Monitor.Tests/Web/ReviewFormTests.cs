using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Core.Model;
using Monitor.Core.Reviews;

namespace Monitor.Tests.Web;

public sealed partial class ReviewFormTests
{
    private const string Claim = "/claims/" + SampleRecords.ClaimId;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_verdict_with_ticked_evidence_goes_into_the_chain()
    {
        await using var site = await Start();
        using var reader = site.Reader();
        var response = await Send(reader, Claim, ("Form.Verdict", "false"), ("Form.Reviewer", "B. Reviewer"), ("Form.Note", "شواهد <b>"), ("Form.Evidence", $"{SampleRecords.DocumentId}:0-72"),
            ("Form.Evidence", "not-on-this-page"), ("Form.Urls", "https://a.example/1\r\nhttps://a.example/2"), ("Form.Corrects", "1"));

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal($"{Claim}#review-4", response.Headers.Location!.ToString());
        var review = site.Ledger.Reviews.Of(SampleRecords.ClaimId)[^1];
        Assert.Equal(("false", "B. Reviewer", "شواهد <b>", 1L), (review.Verdict, review.Reviewer, review.Note, review.Corrects));
        Assert.Equal(["document", "url", "url"], review.Evidence.Select(e => e.Kind));
        Assert.Equal("The platform removed 284 accounts, among them TV presenters and students", review.Evidence[0].Quote);
        Assert.Null(site.Ledger.Reviews.Verify());
    }

    [Fact]
    public async Task A_verdict_can_be_read_when_its_claim_is_gone()
    {
        await using var site = await Start();
        using var reader = site.Reader();
        await Send(reader, Claim, ("Form.Verdict", "false"), ("Form.Reviewer", "B. Reviewer"));
        foreach (var id in new[] { SampleRecords.DocumentId, "d00000000000000000000002" })
        {
            await site.Corpus.Put(new() { Documents = [(await site.Corpus.Document(id, Cancel))! with { Text = "Withdrawn by the editors." }] }, Cancel);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync(Claim, Cancel)).StatusCode);
        var page = await reader.GetStringAsync("/reviews", Cancel);
        Assert.Contains("The entry keeps them as they were", page, StringComparison.Ordinal);
        Assert.Contains("The platform removed 284 accounts, among them TV presenters and students", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"href=\"{Claim}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verdict_on_an_account_goes_to_the_id_exactly_as_written()
    {
        await using var site = await Start();
        using var reader = site.Reader();
        var response = await Send(reader, "/accounts/" + Uri.EscapeDataString(SampleRecords.HashedAccount), ("Form.Verdict", "unclear"), ("Form.Reviewer", "B. Reviewer"));

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("unclear", Assert.Single(site.Ledger.Reviews.Of(SampleRecords.HashedAccount)).Verdict);
        var followed = await reader.GetStringAsync(response.Headers.Location!, Cancel);
        Assert.Contains("id=\"review-4\"", followed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_published_verdict_stands_on_its_page_as_ClaimReview_and_in_the_feed_until_it_is_withdrawn()
    {
        await using var site = await Start(s => s.AddSingleton(new ReviewOptions { Publisher = "Sample desk", Address = "https://checks.desk.example" }));
        using var reader = site.Reader();
        Assert.DoesNotContain("ld+json", await reader.GetStringAsync(Claim, Cancel), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await Send(reader, Claim + "?handler=Publish", ("entry", "99"), ("publish", "true"), ("person", "An editor"))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await Send(reader, Claim + "?handler=Publish", ("entry", "1"), ("publish", "true"), ("person", "An editor"))).StatusCode);

        var response = await reader.GetAsync(Claim, Cancel);
        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        var review = JsonDocument.Parse(Published().Match(await response.Content.ReadAsStringAsync(Cancel)).Groups[1].Value).RootElement;
        Assert.Equal(("ClaimReview", "Sample desk"), (review.GetProperty("@type").GetString(), review.GetProperty("author").GetProperty("name").GetString()));
        var feed = JsonDocument.Parse(await reader.GetStringAsync("/api/v1/claimreviews", Cancel)).RootElement;
        Assert.Equal(review.GetRawText(), feed.GetProperty("dataFeedElement")[0].GetProperty("item").GetRawText());

        await Send(reader, Claim + "?handler=Publish", ("entry", "1"), ("publish", "false"), ("person", "An editor"));
        Assert.DoesNotContain("ld+json", await reader.GetStringAsync(Claim, Cancel), StringComparison.Ordinal);
        Assert.DoesNotContain("ClaimReview", await reader.GetStringAsync("/api/v1/claimreviews", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_judges_parts_by_themselves()
    {
        await using var site = await Start();
        using var reader = site.Reader();
        var response = await Send(reader, Claim, ("Form.Verdict", "unproven"), ("Form.Reviewer", "B. Reviewer"), ("Form.Evidence", $"{SampleRecords.DocumentId}:0-72"),
            ("Form.Parts[0].Verdict", ""), ("Form.Parts[1].Verdict", "false"), ("Form.Parts[1].Note", "770 by then"), ("Form.Parts[1].Evidence", "1"));

        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        var part = Assert.Single(site.Ledger.Reviews.Of(SampleRecords.ClaimId)[^1].Parts);
        Assert.Equal(("number", "false", "770 by then", $"{SampleRecords.DocumentId}:0-72"), (part.Kind, part.Verdict, part.Note, Assert.Single(part.Evidence)));
        Assert.Contains("770 by then", await reader.GetStringAsync(Claim, Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_verdict_keeps_what_was_typed_and_says_why()
    {
        await using var site = await Start();
        using var reader = site.Reader();
        var response = await Send(reader, Claim, ("Form.Verdict", "rubbish"), ("Form.Reviewer", "B. Reviewer"), ("Form.Note", "kept words"));
        var page = await response.Content.ReadAsStringAsync(Cancel);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
        Assert.Contains("is not on the scale", page, StringComparison.Ordinal);
        Assert.Contains("kept words", page, StringComparison.Ordinal);
        Assert.Equal(SampleRecords.Reviews, site.Ledger.Reviews.All().Count);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.Redirect)]
    public async Task Only_our_own_pages_may_send_a_verdict(string header, string value, HttpStatusCode expected)
    {
        await using var site = await Start();
        using var reader = site.Reader();
        reader.DefaultRequestHeaders.Add(header, value);

        Assert.Equal(expected, (await Send(reader, Claim, ("Form.Verdict", "false"), ("Form.Reviewer", "B. Reviewer"))).StatusCode);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_with_a_page()
    {
        await using var site = await Start();
        using var reader = site.Reader();
        using var form = new FormUrlEncodedContent([new("Form.Verdict", "false"), new("Form.Reviewer", "B. Reviewer")]);
        var response = await reader.PostAsync(Claim, form, Cancel);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("load the page anew", await response.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        Assert.Equal(SampleRecords.Reviews, site.Ledger.Reviews.All().Count);
    }

    [Fact]
    public async Task A_saved_search_is_kept_and_a_wrong_one_is_explained()
    {
        await using var site = await Start();
        using var reader = site.Reader();
        (string, string)[] fields = [("Form.Name", "Zarif’s claims"), ("Form.In", "claims"), ("Form.Recipient", "desk@newsroom.example"), ("Form.Rhythm", "Hourly")];

        var wrong = await Send(reader, "/searches", [.. fields, ("Form.Query", "speaker:\"zarif")]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("cannot be read at position", await wrong.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
        var right = await Send(reader, "/searches", [.. fields, ("Form.Query", "speaker:zarif")]);
        Assert.Equal("/searches#zarifs-claims", right.Headers.Location?.ToString());
        Assert.Equal(("speaker:zarif", Rhythm.Hourly), (site.Ledger.SavedSearches.Get("zarifs-claims")!.Query, site.Ledger.SavedSearches.Get("zarifs-claims")!.Rhythm));

        Assert.Equal(HttpStatusCode.Redirect, (await Send(reader, "/searches?handler=Pause", ("id", "removed"))).StatusCode);
        Assert.Equal("by hand", site.Ledger.SavedSearches.Get("removed")!.Paused);
        await Send(reader, "/searches?handler=Resume", ("id", "removed"));
        Assert.Null(site.Ledger.SavedSearches.Get("removed")!.Paused);
    }

    private static async Task<Site> Start(Action<IServiceCollection>? configure = null)
    {
        var site = await Site.Start(configure);
        await SampleRecords.Put(site);
        return site;
    }

    private static async Task<HttpResponseMessage> Send(HttpClient reader, string address, params (string Name, string Value)[] fields)
    {
        var page = await reader.GetStringAsync(address.Split('?')[0], Cancel);
        var token = Token().Match(page).Groups[1].Value;
        using var form = new FormUrlEncodedContent(fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2)));
        return await reader.PostAsync(address, form, Cancel);
    }

    [GeneratedRegex("<script type=\"application/ld\\+json\">(.*?)</script>")]
    private static partial Regex Published();

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
