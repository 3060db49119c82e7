using System.Net;
using System.Text.Json;

namespace Monitor.Tests.Web;

public sealed class ApiTests(SampleSite sample) : IClassFixture<SampleSite>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_claim_has_the_fields_of_the_command_line_and_its_appearances_and_links()
    {
        var json = await Get("/api/v1/claims/" + SampleRecords.ClaimId);
        var claim = json.GetProperty("claim");

        Assert.Equal("quote", claim.GetProperty("kind").GetString());
        Assert.Equal("2018-08-22", claim.GetProperty("said").GetString());
        Assert.Equal("accounts", claim.GetProperty("quantities")[0].GetProperty("unit").GetString());
        Assert.Equal("284", json.GetProperty("appearances")[1].GetProperty("differences")[0].GetProperty("before").GetString());
        Assert.Contains(json.GetProperty("links").EnumerateArray(), l => l.GetProperty("target").GetString() == SampleRecords.NamedAccount);
    }

    [Fact]
    public async Task An_account_is_found_under_its_id_exactly_as_written()
    {
        var json = await Get("/api/v1/accounts/" + Uri.EscapeDataString(SampleRecords.HashedAccount));

        Assert.Equal(SampleRecords.HashedAccount, json.GetProperty("id").GetString());
        Assert.Equal(JsonValueKind.String, json.GetProperty("outcome").ValueKind);
        Assert.Equal("sample-release", json.GetProperty("sightings")[0].GetProperty("row").GetProperty("release").GetString());
    }

    [Fact]
    public async Task A_search_pages_by_cursor_through_every_hit_once()
    {
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await Get("/api/v1/search?in=posts&q=sample&sort=newest&limit=5" + (cursor is null ? "" : "&cursor=" + Uri.EscapeDataString(cursor)));
            Assert.Equal(12, page.GetProperty("total").GetInt64());
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!));
            cursor = page.GetProperty("next").GetString();
        }
        while (cursor is not null);

        Assert.Equal(Enumerable.Range(0, 12).Reverse().Select(n => $"twitter:{5000 + n}"), seen);
    }

    [Fact]
    public async Task A_wrong_query_is_a_problem_with_its_place_and_mend()
    {
        using var reader = sample.Site.Reader();
        var response = await reader.GetAsync("/api/v1/search?q=(open", Cancel);
        var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel)).RootElement;

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(JsonValueKind.Number, problem.GetProperty("position").ValueKind);
        Assert.NotEmpty(problem.GetProperty("mend").GetString()!);
    }

    [Fact]
    public async Task A_record_that_the_caller_has_is_not_sent_again()
    {
        using var reader = sample.Site.Reader();
        var first = await reader.GetAsync("/api/v1/releases/sample-release", Cancel);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/releases/sample-release") { Headers = { { "If-None-Match", first.Headers.ETag!.ToString() } } };

        Assert.Equal(HttpStatusCode.NotModified, (await reader.SendAsync(again, Cancel)).StatusCode);
    }

    [Theory]
    [InlineData("claims", 1)]
    [InlineData("documents", 3)]
    [InlineData("accounts", 2)]
    [InlineData("releases", 2)]
    [InlineData("posts", 12)]
    [InlineData("searches", 1)]
    [InlineData("issues", 1)]
    [InlineData("reviews", 3)]
    [InlineData("samples", 1)]
    [InlineData("crawlers", 0)]
    public async Task Every_noun_has_a_list(string noun, int total) => Assert.Equal(total, (await Get($"/api/v1/{noun}")).GetProperty("total").GetInt64());

    [Fact]
    public async Task Hashtags_samples_and_the_facts_of_a_release_are_given_as_their_pages_show_them()
    {
        Assert.Equal(12, (await Get("/api/v1/hashtags/SAMPLE")).GetProperty("uses").GetInt64());
        Assert.Equal(0, (await Get("/api/v1/hashtags/nothing")).GetProperty("uses").GetInt64());
        Assert.Equal(1, (await Get($"/api/v1/samples/{SampleRecords.SampleId}")).GetProperty("sample").GetProperty("disputed").GetInt32());
        var facts = await Get("/api/v1/releases/sample-release/facts");
        Assert.Equal((2, 12), (facts.GetProperty("accounts").GetProperty("accounts").GetInt32(), facts.GetProperty("posts").GetProperty("posts").GetInt32()));
        using var reader = sample.Site.Reader();
        Assert.Equal(HttpStatusCode.BadRequest, (await reader.GetAsync("/api/v1/hashtags/you%20are%20bots", Cancel)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/api/v1/samples/none", Cancel)).StatusCode);
    }

    [Fact]
    public async Task The_description_names_every_route()
    {
        var paths = (await Get("/api/v1/openapi.json")).GetProperty("paths").EnumerateObject().Select(p => p.Name).ToList();

        string[] nouns = ["claims", "documents", "accounts", "posts", "releases", "search", "searches", "links", "crawlers", "issues", "reviews", "samples", "hashtags/{tag}"];
        Assert.All(nouns, n => Assert.Contains($"/api/v1/{n}", paths));
        Assert.DoesNotContain(paths, p => !p.StartsWith("/api/v1/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_for_people_names_every_route_of_the_description()
    {
        using var reader = sample.Site.Reader();
        var page = await reader.GetStringAsync("/api", Cancel);
        var paths = (await Get("/api/v1/openapi.json")).GetProperty("paths").EnumerateObject().Select(p => p.Name);

        Assert.All(paths, p => Assert.Contains($"<code>{p}</code>", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_post_and_a_saved_search_are_found_under_their_ids()
    {
        Assert.Equal("posts.csv", (await Get("/api/v1/posts/twitter:5000")).GetProperty("source").GetProperty("file").GetString());
        var search = await Get("/api/v1/searches/removed");
        Assert.Equal("daily", search.GetProperty("rhythm").GetString());
        Assert.DoesNotContain("@", search.ToString(), StringComparison.Ordinal);
    }

    private async Task<JsonElement> Get(string address)
    {
        using var reader = sample.Site.Reader();
        return JsonDocument.Parse(await reader.GetStringAsync(address, Cancel)).RootElement;
    }
}
