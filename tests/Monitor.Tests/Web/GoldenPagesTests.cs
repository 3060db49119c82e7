using System.Text.RegularExpressions;

namespace Monitor.Tests.Web;

/// <summary>The main pages as they are sent, one tag a line.</summary>
public sealed partial class GoldenPagesTests(SampleSite sample) : IClassFixture<SampleSite>
{
    [Theory]
    [InlineData("home", "/")]
    [InlineData("search", "/?q=accounts")]
    [InlineData("search-empty", "/?q=nothinglikethis&in=claims")]
    [InlineData("search-mistake", "/?q=speaker%3A%22zarif")]
    [InlineData("claims", "/claims")]
    [InlineData("claim", "/claims/" + SampleRecords.ClaimId)]
    [InlineData("account", "/accounts/" + SampleRecords.NamedAccount)]
    [InlineData("account-hashed", "/accounts/twitter:q%2BZr%2F7%2F%2Fw%3D%3D%252F")]
    [InlineData("document", "/documents/" + SampleRecords.DocumentId)]
    [InlineData("document-persian", "/documents/d00000000000000000000002")]
    [InlineData("post", "/posts/twitter:5000")]
    [InlineData("releases", "/releases")]
    [InlineData("release", "/releases/sample-release")]
    [InlineData("release-announced", "/releases/sample-announcement")]
    [InlineData("hashtags", "/hashtags")]
    [InlineData("hashtag", "/hashtags/Sample")]
    [InlineData("hashtag-empty", "/hashtags/YouAreBots")]
    [InlineData("hashtag-mistake", "/hashtags/you%20are%20bots")]
    [InlineData("samples", "/samples")]
    [InlineData("sample", "/samples/" + SampleRecords.SampleId)]
    [InlineData("release-coordination", "/releases/sample-release/coordination?trace=hashtag")]
    [InlineData("release-coordination-announced", "/releases/sample-announcement/coordination")]
    [InlineData("crawlers", "/crawlers")]
    [InlineData("issues", "/issues")]
    [InlineData("searches", "/searches")]
    [InlineData("reviews", "/reviews")]
    [InlineData("about", "/about")]
    [InlineData("api", "/api")]
    [InlineData("not-found", "/claims/nothing")]
    public async Task A_page_is_as_it_was_accepted(string name, string address)
    {
        using var reader = sample.Site.Reader();
        var response = await reader.GetAsync(address, TestContext.Current.CancellationToken);
        var actual = Normalise(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Golden.Check(actual, "Web", name + ".html");
    }

    /// <summary>Blanks between words count as one, every tag begins a line; the digest of the styles, the form's token and other rooms' sentences are masked.</summary>
    private static string Normalise(string html)
    {
        html = Sentences().Replace(html, "$1…$2");
        html = Token().Replace(html, "value=\"TOKEN\"");
        html = Styles().Replace(html, "/assets/monitor.css");
        html = Blanks().Replace(html, " ");
        return html.Replace("<", "\n<", StringComparison.Ordinal).Replace(" \n", "\n", StringComparison.Ordinal).Trim() + "\n";
    }

    /// <summary>What other rooms write: outcome, signals, timeline, missing, coverage and the evidence made of them. Their own tests watch over the words.</summary>
    [GeneratedRegex(
        """
        (id="evidence-title">|<ul\x20class="signals">|<section\x20id="(?:timeline|missing|coverage)"[^>]*>|<summary>Evidence\x20on\x20this\x20page|<p\x20class="outcome">)
        .*?
        (</h2>|</section>|</details>|</li>\s*</ol>)
        """,
        RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Sentences();

    [GeneratedRegex("value=\"CfDJ8[^\"]*\"")]
    private static partial Regex Token();

    [GeneratedRegex(@"/assets/monitor\.[0-9a-f]+\.css")]
    private static partial Regex Styles();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
