using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Core.Ledger;
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

    [Theory]
    [InlineData("evil.example:5080", HttpStatusCode.MisdirectedRequest)]
    [InlineData("172.17.0.2:5080", HttpStatusCode.MisdirectedRequest)]
    [InlineData("localhost:5080", HttpStatusCode.OK)]
    [InlineData("127.0.0.1:5080", HttpStatusCode.OK)]
    [InlineData("monitor.newsroom.example", HttpStatusCode.OK)]
    public async Task In_a_container_only_loopback_and_listed_names_are_answered(string host, HttpStatusCode expected)
    {
        await using var site = await InContainer(["monitor.newsroom.example"]);
        using var reader = site.Reader();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/login") { Headers = { Host = host } };

        Assert.Equal(expected, (await reader.SendAsync(request, Cancel)).StatusCode);
    }

    [Fact]
    public async Task From_other_machines_nothing_is_shown_while_no_person_is_defined()
    {
        await using var site = await InContainer([]);
        await SampleRecords.Put(site);
        using var reader = site.Reader();
        using var page = new HttpRequestMessage(HttpMethod.Get, "/claims") { Headers = { Host = "localhost" } };
        using var json = new HttpRequestMessage(HttpMethod.Get, "/api/v1/claims") { Headers = { Host = "localhost" } };

        Assert.Equal("/login?back=%2Fclaims", (await reader.SendAsync(page, Cancel)).Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Unauthorized, (await reader.SendAsync(json, Cancel)).StatusCode);
    }

    [Fact]
    public async Task A_rebound_name_records_no_verdict()
    {
        await using var site = await Site.Start();
        await SampleRecords.Put(site);
        using var reader = site.Reader();
        using var form = new FormUrlEncodedContent([new("Form.Verdict", "false"), new("Form.Reviewer", "Nobody")]);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/claims/" + SampleRecords.ClaimId)
        {
            Content = form,
            Headers = { { "Host", "evil.example:5080" }, { "Origin", "http://evil.example:5080" }, { "Sec-Fetch-Site", "same-origin" } },
        };

        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await reader.SendAsync(request, Cancel)).StatusCode);
        Assert.Equal(SampleRecords.Reviews, site.Ledger.Reviews.All().Count);
    }

    [Fact]
    public async Task The_foot_of_a_page_says_truly_who_can_reach_it()
    {
        await using var team = await Team.Start();
        using var editor = await team.As(Role.Editor);
        using var local = sample.Site.Reader();

        var page = await editor.GetStringAsync("/about", Cancel);
        Assert.Contains("Only people who are logged in can read here", page, StringComparison.Ordinal);
        Assert.DoesNotContain("only people at this machine", page, StringComparison.Ordinal);
        Assert.Contains("only people at this machine", await local.GetStringAsync("/about", Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_the_host_allows_is_answered()
    {
        await using var site = await Site.Start(s => s.AddSingleton(new WebOptions { Hosts = ["monitor.newsroom.example"] }));
        using var reader = site.Reader();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/about") { Headers = { Host = "monitor.newsroom.example" } };

        Assert.Equal(HttpStatusCode.OK, (await reader.SendAsync(request, Cancel)).StatusCode);
    }

    /// <summary>A site as behind a port that a container publishes: no connection ends on a loopback address there.</summary>
    private static Task<Site> InContainer(IReadOnlyList<string> hosts) => Site.Start(s => s
        .AddSingleton(new WebOptions { Hosts = hosts })
        .AddSingleton<IStartupFilter>(new ContainerAddresses()));

    private sealed class ContainerAddresses : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            app.Use((context, rest) =>
            {
                context.Connection.LocalIpAddress = IPAddress.Parse("172.17.0.2");
                context.Connection.RemoteIpAddress = IPAddress.Parse("172.17.0.1");
                return rest(context);
            });
            next(app);
        };
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
