using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Web;

namespace Monitor.Tests.Web;

public sealed class RequestGuardTests(SampleSite sample) : IClassFixture<SampleSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/?q=%22", 400)]
    [InlineData("/claims/" + SampleRecords.ClaimId, 200)]
    [InlineData("/accounts/" + SampleRecords.NamedAccount, 200)]
    [InlineData("/documents/" + SampleRecords.DocumentId, 200)]
    [InlineData("/releases/sample-release", 200)]
    [InlineData("/crawlers", 200)]
    [InlineData("/issues", 200)]
    [InlineData("/searches", 200)]
    [InlineData("/reviews", 200)]
    [InlineData("/claims/unknown", 404)]
    [InlineData("/documents/unknown", 404)]
    [InlineData("/accounts/twitter:unknown", 404)]
    [InlineData("/posts/twitter:unknown", 404)]
    [InlineData("/releases/unknown", 404)]
    [InlineData("/no/such/page", 404)]
    [InlineData("/claims?cursor=broken", 400)]
    [InlineData("/?q=accounts&cursor=broken", 400)]
    [InlineData("/releases/sample-release?cursor=broken", 400)]
    [InlineData("/api/v1/search?q=accounts", 200)]
    [InlineData("/api/v1/openapi.json", 200)]
    [InlineData("/api/v1/claims/unknown", 404)]
    [InlineData("/api/v1/nothing", 404)]
    [InlineData("/api/v1/claims?cursor=broken", 400)]
    [InlineData("/api/v1/reviews?cursor=-1", 400)]
    [InlineData("/api/v1/links", 400)]
    public async Task Every_answer_has_its_status_and_the_headers_that_keep_others_out(string address, int status)
    {
        using var reader = sample.Site.Reader();
        var response = await reader.GetAsync(address, Cancel);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(
            "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("DENY", response.Headers.GetValues("X-Frame-Options").Single());
        Assert.Equal("same-origin", response.Headers.GetValues("Referrer-Policy").Single());
        var media = response.Content.Headers.ContentType!.MediaType;
        Assert.Equal(!address.StartsWith("/api", StringComparison.Ordinal) ? "text/html" : status == 200 ? "application/json" : "application/problem+json", media?.Replace(";charset=utf-8", "", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/claims?cursor=broken")]
    [InlineData("/?q=accounts&cursor=broken")]
    public async Task A_broken_cursor_says_how_to_go_on(string address)
    {
        using var reader = sample.Site.Reader();
        var page = await (await reader.GetAsync(address, Cancel)).Content.ReadAsStringAsync(Cancel);

        Assert.Contains("Go back to the first page", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_foreign_name_on_a_loopback_address_is_not_answered()
    {
        using var reader = sample.Site.Reader();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/claims") { Headers = { Host = "rebound.example" } };
        var response = await reader.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, response.StatusCode);
        Assert.Contains("Open it as http://localhost:", await response.Content.ReadAsStringAsync(Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_the_host_allows_is_answered()
    {
        await using var site = await Site.Start(s => s.AddSingleton(new WebOptions { Hosts = ["monitor.newsroom.example"] }));
        using var reader = site.Reader();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/about") { Headers = { Host = "monitor.newsroom.example" } };

        Assert.Equal(HttpStatusCode.OK, (await reader.SendAsync(request, Cancel)).StatusCode);
    }

    [Fact]
    public async Task The_styles_are_served_for_good_under_their_digest()
    {
        using var reader = sample.Site.Reader();
        var page = await reader.GetStringAsync("/about", Cancel);
        var start = page.IndexOf("/assets/", StringComparison.Ordinal);
        var response = await reader.GetAsync(page[start..page.IndexOf('"', start)], Cancel);

        Assert.Equal("text/css", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }
}
