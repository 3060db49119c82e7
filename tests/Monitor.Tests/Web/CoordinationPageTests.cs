using System.Net;
using System.Text.Json;
using System.Xml.Linq;
using Monitor.Core.Model;

namespace Monitor.Tests.Web;

/// <summary>The page, the API and the files of a network, with pairs in it.</summary>
public sealed class CoordinationPageTests : IAsyncLifetime
{
    private const string Hostile = "twitter:<script>alert(1)</script>&\"'";
    private Site site = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        site = await Site.Start();
        var begin = new DateTimeOffset(2018, 3, 5, 9, 0, 0, TimeSpan.Zero);
        var line = 1;
        Post Link(string account, int target, DateTimeOffset time) => new($"twitter:{++line}", account, "Sample words", time, new("sample-release", 1, "posts.csv", line, -1)) { Urls = [$"https://sample.example/{target}?<b>"] };
        await site.Corpus.Put(
            new()
            {
                Releases =
                [
                    new("sample-release", "Sample release", "twitter") { Versions = [new(1, begin, []) { Posts = 24 }] },
                    new("large-release", "Large release", "twitter") { Versions = [new(1, begin, []) { Posts = 5_000_000 }] },
                ],
                Accounts = [new("twitter:1", "twitter", "1", new("sample-release", 1, "users.csv", 2, -1)) { Handle = "sample_one", Name = "Sample One" }],
                Posts = [.. Enumerable.Range(0, 8).SelectMany(i => new[] { Link("twitter:1", i, begin.AddHours(i * 5).AddSeconds(7)), Link(Hostile, i, begin.AddHours(i * 5).AddSeconds(9)), Link("twitter:3", 100 + i, begin.AddHours(i)) })],
            },
            Cancel);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task The_page_shows_pairs_with_their_rows_and_escapes_foreign_ids()
    {
        var page = await Get("/releases/sample-release/coordination?trace=link&window=10");

        Assert.Contains("8 joint actions of all pairs", page, StringComparison.Ordinal);
        Assert.Contains("sample-release v1, posts.csv, line 2", page, StringComparison.Ordinal);
        Assert.Contains("Sample One", page, StringComparison.Ordinal);
        Assert.Contains("<svg", page, StringComparison.Ordinal);
        Assert.Contains("not of guilt", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("?<b>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        Assert.Contains("/api/v1/releases/sample-release/coordination.csv?trace=link&amp;window=10", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_release_leads_to_it() =>
        Assert.Contains("href=\"/releases/sample-release/coordination\"", await Get("/releases/sample-release"), StringComparison.Ordinal);

    [Fact]
    public async Task A_large_release_that_was_not_measured_says_how_to()
    {
        Assert.Contains("monitor coordination --release large-release --trace reply --window 60", await Get("/releases/large-release/coordination?trace=reply&window=60"), StringComparison.Ordinal);
        using var reader = site.Reader();
        Assert.Equal(HttpStatusCode.NotFound, (await reader.GetAsync("/api/v1/releases/large-release/coordination", Cancel)).StatusCode);
    }

    [Fact]
    public async Task The_api_gives_figures_caveats_and_files()
    {
        using var json = JsonDocument.Parse(await Get("/api/v1/releases/sample-release/coordination?trace=link"));
        var edge = Assert.Single(json.RootElement.GetProperty("edges").EnumerateArray());
        Assert.Equal(("twitter:1", Hostile, 8, 8), (edge.GetProperty("a").GetString(), edge.GetProperty("b").GetString(), edge.GetProperty("joint").GetInt32(), edge.GetProperty("aFirst").GetInt32()));
        Assert.NotEmpty(json.RootElement.GetProperty("caveats").EnumerateArray());
        Assert.NotEmpty(edge.GetProperty("examples").EnumerateArray());

        Assert.Contains("\"twitter:1\",\"twitter:<script>", await Get("/api/v1/releases/sample-release/coordination.csv?trace=link"), StringComparison.Ordinal);
        var graph = XDocument.Parse(await Get("/api/v1/releases/sample-release/coordination.graphml?trace=link"));
        Assert.Equal(2, graph.Descendants().Count(e => e.Name.LocalName == "node"));
    }

    [Theory]
    [InlineData("/releases/nowhere/coordination", HttpStatusCode.NotFound)]
    [InlineData("/releases/sample-release/coordination?trace=nothing", HttpStatusCode.NotFound)]
    [InlineData("/releases/sample-release/coordination?window=0", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/releases/nowhere/coordination", HttpStatusCode.NotFound)]
    [InlineData("/api/v1/releases/sample-release/coordination?trace=nothing", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/releases/sample-release/coordination?window=99999", HttpStatusCode.BadRequest)]
    [InlineData("/api/v1/releases/sample-release/coordination?trace=7", HttpStatusCode.BadRequest)]
    public async Task Mistakes_are_answered_as_such(string address, HttpStatusCode expected)
    {
        using var reader = site.Reader();
        Assert.Equal(expected, (await reader.GetAsync(address, Cancel)).StatusCode);
    }

    private async Task<string> Get(string address)
    {
        using var reader = site.Reader();
        var answer = await reader.GetAsync(address, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Cancel);
    }
}
