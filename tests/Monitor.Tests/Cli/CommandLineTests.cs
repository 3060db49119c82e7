using System.Text.Json;

namespace Monitor.Tests.Cli;

/// <summary>The commands as scripts use them: fields of the JSON lines, exit codes, messages.</summary>
public sealed class CommandLineTests : IDisposable
{
    private const string Page = """
        <!doctype html><html lang="en"><head><title>The harbour office counts 300 boats</title></head><body><article>
        <h1>The harbour office counts 300 boats</h1>
        <p>The harbour office of the sample town said on Monday that it had counted 300 boats in the old basin, more than in any year since it began.</p>
        <p>“We have never seen so many boats in one summer,” the harbour master said. “There were 300 of them, and two had no name at all.”</p>
        <p>The council of the sample town declined to comment. It had announced in the spring that it would remove boats that nobody looks after.</p>
        </article></body></html>
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Extract_and_claims_print_the_documented_fields_and_offsets_that_fit()
    {
        var page = _folder.Put("page.html", Page);
        var document = Assert.Single(await Json("extract", page));
        AssertFields(document, "file", "url", "kind", "title", "authors", "published", "modified", "language", "site", "text", "posts", "claimReviews");

        var text = document.GetProperty("text").GetString()!;
        var claims = await Json("claims", page);
        Assert.NotEmpty(claims);
        foreach (var claim in claims)
        {
            AssertFields(claim, "file", "id", "text", "kind", "speaker", "handle", "said", "start", "end", "score", "quantities", "parts");
            Assert.All(claim.GetProperty("appearances").EnumerateArray(), a =>
                Assert.Equal(a.GetProperty("text").GetString(), text[a.GetProperty("start").GetInt32()..a.GetProperty("end").GetInt32()]));
        }
    }

    [Fact]
    public async Task A_release_is_imported_shown_linked_and_reviewed()
    {
        Demo.SampleFiles.Write(_folder);
        var report = await Json("archive", "import", _folder.At("release"), "--release", "sample-release");
        AssertFields(report[0], "release", "version", "file", "format", "rows", "accounts", "posts", "events", "added", "changed", "unchanged", "quarantined", "hashed", "plain", "seconds");
        Assert.Equal(84, report.Sum(r => r.GetProperty("accounts").GetInt32()));

        var account = Assert.Single(await Json("account", "@sample_presenter"));
        AssertFields(account, "id", "platform", "handle", "names", "release", "outcome", "signals", "timeline", "links");
        var id = account.GetProperty("id").GetString()!;

        var hit = (await Json("search", "sample_presenter", "--in", "accounts"))[0];
        AssertFields(hit, "kind", "id", "title", "text", "score", "highlights", "source", "date");
        Assert.Equal(id, hit.GetProperty("id").GetString());

        Assert.Equal(0, (await Run("review", "add", id, "--verdict", "unclear", "--by", "A reviewer", "--note", "a test")).Code);
        var verified = await Run("review", "verify");
        Assert.StartsWith("1 entry, each as it was written.\nHead: 1:", verified.Output, StringComparison.Ordinal);
        Assert.Equal(0, (await Run("review", "verify", "--expect", verified.Output.Split("Head: ")[1].Trim())).Code);
        var cut = await Run("review", "verify", "--expect", $"2:{new string('0', 64)}");
        Assert.Equal(1, cut.Code);
        Assert.Contains("cut at its end", cut.Output, StringComparison.Ordinal);
        var nowhere = await Run("review", "add", id, "--verdict", "unclear", "--by", "A reviewer", "--evidence", "row=nowhere/1/users.csv:2=words");
        Assert.Equal(2, nowhere.Code);
        Assert.Contains("there is no release 'nowhere'", nowhere.Errors, StringComparison.Ordinal);
        Assert.Equal("unclear", Assert.Single(await Json("review", "list", id)).GetProperty("verdict").GetString());

        var refused = await Run("review", "add", id, "--verdict", "guilty", "--by", "A reviewer");
        Assert.Equal(2, refused.Code);
        Assert.Contains("real person, operated, unclear", refused.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "nowhere.html", "extract", "nowhere.html")]
    [InlineData(1, "is a folder", "extract", "/")]
    [InlineData(2, "nowhere", "archive", "import", "nowhere")]
    [InlineData(2, "^", "search", "speaker:(")]
    [InlineData(2, "There is no data in", "search", "x")]
    [InlineData(2, "There is no data in", "link", "c000")]
    [InlineData(2, "--nonsense", "search", "x", "--nonsense")]
    [InlineData(2, "lies between 1 and 1000", "search", "x", "--limit", "0")]
    [InlineData(2, "'9' not recognized", "search", "x", "--in", "9")]
    [InlineData(2, "'7' not recognized", "alerts", "add", "a", "--query", "x", "--to", "desk@newsroom.example", "--rhythm", "7")]
    [InlineData(2, "no e-mail address", "alerts", "test", "--to", "bad")]
    [InlineData(2, "no definition", "crawl", "nowhere")]
    [InlineData(2, "http or https", "crawlers", "new", "us-y", "--feed", "file:///feed")]
    public async Task A_mistake_is_named_on_stderr_and_ends_with_its_code(int expected, string message, params string[] arguments)
    {
        var (code, output, errors) = await Run(arguments);

        Assert.Equal((expected, ""), (code, output));
        Assert.Contains(message, errors, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cursor_of_nowhere_is_a_mistake_too()
    {
        Demo.SampleFiles.Write(_folder);
        await Json("archive", "import", _folder.At("release"), "--release", "sample-release");
        var (code, _, errors) = await Run("search", "student", "--cursor", "zzz");

        Assert.Equal(2, code);
        Assert.Contains("zzz", errors, StringComparison.Ordinal);
    }

    /// <summary>A Thai machine counts the years of the Buddhist calendar, a Persian one those of the Jalali calendar.</summary>
    [Theory]
    [InlineData("th_TH.UTF-8")]
    [InlineData("fa_IR.UTF-8")]
    public async Task Dates_are_those_of_the_source_whatever_calendar_the_machine_keeps(string locale)
    {
        Demo.SampleFiles.Write(_folder);
        await Json("archive", "import", _folder.At("release"), "--release", "sample-release");
        using var process = MonitorProcess.StartIn(locale, "search", "sample_presenter", "--in", "accounts", "--data", _folder.At("data"), "--config", _folder.At("monitor.yaml"));
        var (code, output, errors) = await process.End();

        Assert.True(code == 0, errors);
        Assert.Contains("2012-04-03", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_is_read_alone()
    {
        var feed = _folder.Put("feed.xml", "<rss version=\"2.0\"><channel><title>Sample</title><item><title>One</title><link>https://wire.example/1</link></item></channel></rss>");

        Assert.Equal("https://wire.example/1", Assert.Single(await Json("feed", feed)).GetProperty("url").GetString());
    }

    [Fact]
    public async Task An_unknown_setting_is_an_error_that_names_it()
    {
        var settings = _folder.Put("monitor.yaml", "mail:\n  hots: smtp.example\n");
        var (code, _, errors) = await MonitorProcess.Run("config", "--config", settings);

        Assert.Equal(2, code);
        Assert.Contains("hots", errors, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Config_hides_secrets()
    {
        var settings = _folder.Put("monitor.yaml", "mail:\n  host: smtp.example\n  password: open sesame\n");
        var (code, output, _) = await MonitorProcess.Run("config", "--config", settings);

        Assert.Equal(0, code);
        Assert.Contains("mail.host: smtp.example", output, StringComparison.Ordinal);
        Assert.DoesNotContain("open sesame", output, StringComparison.Ordinal);
    }

    private static void AssertFields(JsonElement value, params string[] names) => Assert.All(names, n => Assert.True(value.TryGetProperty(n, out _), $"'{n}' is missing in {value}"));

    private async Task<IReadOnlyList<JsonElement>> Json(params string[] arguments)
    {
        var (code, output, errors) = await Run([.. arguments, "--json"]);
        Assert.True(code == 0, errors);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
    }

    private Task<(int Code, string Output, string Errors)> Run(params string[] arguments) =>
        MonitorProcess.Run([.. arguments, "--data", _folder.At("data"), .. File.Exists(_folder.At("monitor.yaml")) ? new[] { "--config", _folder.At("monitor.yaml") } : []]);
}
