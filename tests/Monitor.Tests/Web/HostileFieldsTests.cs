using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Monitor.Tests.Web;

/// <summary>Foreign words stay words, whatever field they stand in.</summary>
public sealed class HostileFieldsTests
{
    private static readonly string[] UrlAttributes = ["href", "src", "action", "formaction", "xlink:href", "data", "poster", "srcset", "ping"];
    private static readonly string[] Forbidden = ["script", "img", "iframe", "object", "embed", "base", "style", "foreignobject", "animate", "video", "audio", "applet", "frame"];

    private static readonly string LongTag = new('x', 7_000);

    private static readonly string[] Pages =
    [
        "/", "/?q=" + "%22%3E%3Cscript%3Ealert(1)%3C/script%3E", "/?q=alert", "/?q=alert&in=claims&sort=oldest", "/?q=speaker:%22%3Cscript%3E", "/?q=%3Cscript%3E&in=%3Cscript%3E", "/?q=a&sort=%3Cscript%3E",
        "/?q=a&cursor=%3Cscript%3E", "/claims", "/documents", "/accounts", "/releases", "/claims/" + HostileRecords.ClaimId, "/documents/" + HostileRecords.DocumentId,
        "/documents/" + HostileRecords.PostDocumentId, "/accounts/" + Uri.EscapeDataString(HostileRecords.AccountId), "/posts/" + Uri.EscapeDataString(HostileRecords.PostId), "/releases/" + HostileRecords.ReleaseId,
        "/hashtags", "/hashtags/" + "%3Cscript%3Ealert(1)%3C%2Fscript%3E", "/hashtags/" + "%E2%80%AEstobeRAuoY%22%3E%3Csvg", "/hashtags/%22%27%3E%3Cimg%20src%3Dx%3E", "/hashtags/%23", "/hashtags?tag=%2F%2Fevil.example",
        "/hashtags/" + LongTag, "/hashtags/sample-hostile", "/samples", "/samples/" + HostileRecords.SampleId, "/samples/%3Cscript%3E",
        "/crawlers", "/issues", "/issues?subject=%3Cscript%3Ealert(1)%3C/script%3E", "/searches", "/searches?query=%22%3E%3Cscript%3E", "/reviews", "/about", "/claims/%3Cscript%3E", "/%3Cscript%3Ealert(1)%3C/script%3E",
    ];

    [Fact]
    public async Task No_field_of_any_page_becomes_markup_or_a_script_address()
    {
        await using var site = await Site.Start();
        await HostileRecords.Put(site);
        using var reader = site.Reader();
        foreach (var page in Pages)
        {
            var response = await reader.GetAsync(page, TestContext.Current.CancellationToken);
            Assert.True(response.StatusCode != HttpStatusCode.InternalServerError, $"{page} failed");
            Clean(page, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("/claims/" + HostileRecords.ClaimId, "claim", "speaker", "speaker-handle", "office", "country", "quantity", "unit", "of", "qualifier", "part", "part-kind", "before", "after", "speaker-text", "title", "site", "reason", "claim-value", "target-value", "group", "bio", "name", "handle", "verdict", "reviewer", "note", "quote", "reference")]
    [InlineData("/documents/" + HostileRecords.DocumentId, "title", "author", "site", "text", "second", "note", "embed-author", "embed-handle", "embed-text", "reviewed", "claimant", "rating", "checker", "cut", "media", "digest", "warc", "release-title", "source")]
    [InlineData("/releases/" + HostileRecords.ReleaseId, "release-title", "platform", "release-country", "count-of", "count-qualifier", "citation", "description", "unsure", "file-name", "related", "file", "sha", "format", "claim", "title", "name")]
    [InlineData("/hashtags/sample-hostile", "name", "tag-two", "client", "post", "release-title")]
    [InlineData("/samples/" + HostileRecords.SampleId, "where", "stratum", "verdict", "reviewer", "bio")]
    [InlineData("/issues", "issue-kind", "issue-subject", "issue-place", "issue-message")]
    [InlineData("/searches", "search-name", "recipient", "paused", "smtp-error", "host")]
    public async Task What_was_written_can_be_read(string page, params string[] fields)
    {
        await using var site = await Site.Start();
        await HostileRecords.Put(site);
        using var reader = site.Reader();
        var document = new HtmlParser().ParseDocument(await reader.GetStringAsync(page, TestContext.Current.CancellationToken));

        Assert.All(fields, f => Assert.True(document.Body!.TextContent.Contains($"alert('{f}')", StringComparison.Ordinal), $"{page} does not show the field {f}"));
    }

    [Fact]
    public async Task The_account_and_its_post_can_be_read_under_their_own_ids()
    {
        await using var site = await Site.Start();
        await HostileRecords.Put(site);
        using var reader = site.Reader();

        var account = await reader.GetStringAsync("/accounts/" + Uri.EscapeDataString(HostileRecords.AccountId), TestContext.Current.CancellationToken);
        Assert.Contains("alert(&#x27;bio&#x27;)", account, StringComparison.Ordinal);
        var post = await reader.GetStringAsync("/posts/" + Uri.EscapeDataString(HostileRecords.PostId), TestContext.Current.CancellationToken);
        Assert.Contains("alert(&#x27;client&#x27;)", post, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_a_person_or_their_browser_sends_becomes_markup()
    {
        const string Script = "\"><script>alert('me')</script>";
        await using var team = await Team.Start();
        team.Site.Ledger.Sessions.Begin("Sample Administrator", Script, new());
        team.Site.Ledger.Tokens.Make(team.Site.Ledger.People.Get("Sample Administrator")!, Script, Core.Ledger.Role.Reader, null, new(Script, Script));
        team.Site.Ledger.Audit.Append(new(Script, Script), Script, Script, Script);
        team.Site.Ledger.Issues.Report(new Core.Model.Issue(Script, Script, Script, Script, team.Site.Time.Now));
        team.Site.Ledger.Runs.Finish(team.Site.Ledger.Runs.Start("<script>") with { State = Script, Message = Script });
        team.Site.Ledger.BackOff.Failed("<script>", Script, url: "javascript:alert('me')");
        var issue = new Core.Model.Issue(Script, Script, Script, Script, team.Site.Time.Now).Id;
        using var administrator = await team.As(Core.Ledger.Role.Administrator);
        string[] pages =
        [
            "/me", "/people", "/audit", "/audit?person=" + Uri.EscapeDataString(Script), "/issues/" + issue, "/issues/" + Uri.EscapeDataString(Script), "/crawlers/" + Uri.EscapeDataString("<script>"),
            "/login?back=" + Uri.EscapeDataString(Script),
        ];
        foreach (var page in pages)
        {
            Clean(page, await (await administrator.GetAsync(page, TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        using var nobody = team.Site.Reader();
        Clean("/login", await (await Team.LogIn(nobody, Script, Script, Script)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Clean("/people", await (await Team.Send(administrator, "/people", "/people?handler=Add", ("Name", Script), ("Role", Script), ("Password", Team.Password))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        Clean("/me", await (await Team.Send(administrator, "/me", "/me?handler=Token", ("TokenName", Script + "\n"), ("Scope", Script), ("Days", Script))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static void Clean(string page, string html)
    {
        foreach (var element in new HtmlParser().ParseDocument(html).All)
        {
            Assert.True(!Forbidden.Contains(element.LocalName.ToLowerInvariant()), $"{page} holds <{element.LocalName}>");
            Assert.All(element.Attributes, a => Check(page, element, a));
        }
    }

    private static void Check(string page, IElement element, IAttr attribute)
    {
        var where = $"{page}: <{element.LocalName} {attribute.Name}=\"{attribute.Value}\">";
        Assert.True(!attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase), where);
        Assert.True(attribute.Name is not ("style" or "srcdoc"), where);
        if (UrlAttributes.Contains(attribute.Name) && !(element.LocalName == "link" && attribute.Value == "data:,"))
        {
            Assert.Matches("^(/|#|https?://)", attribute.Value);
        }
    }
}
