using Monitor.Core.Definitions;
using Monitor.Core.Model;

namespace Monitor.Tests.Definitions;

public sealed class CrawlerDefinitionsTests : IDisposable
{
    private const string Good = """
        # yaml-language-server: $schema=schema.json
        name: Example Wire
        publisher: Example Wire Ltd
        country: US
        language: en
        kind: article
        official: false
        homepage: https://example.org/
        discover:
          - feed: https://example.org/rss
            include: /news/
          - list: https://example.org/world
            links: main h2 a[href]
        schedule: 30m
        yield: { min: 5, max: 200 }
        maxPages: 20
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("definitions").FullName;

    [Fact]
    public void A_good_file_gives_its_definition_with_the_stem_as_id()
    {
        var set = Load(Good);

        Assert.Empty(set.Errors);
        var definition = Assert.Single(set.Items);
        Assert.Equal("us-example", definition.Id);
        Assert.Equal(DocumentKind.Article, definition.Kind);
        Assert.Equal(20, definition.MaxPages);
        Assert.Equal(2, definition.DelaySeconds);
        Assert.Equal("main h2 a[href]", definition.Discover[1].Links);
        Assert.Equal(200, definition.Yield.Max);
    }

    [Theory]
    [InlineData("schedule: 30m", "schedul: 30m", 14, "unknown key 'schedul'", "did you mean 'schedule'?")]
    [InlineData("maxPages: 20", "max_pages: 20", 16, "unknown key 'max_pages'", "did you mean 'maxPages'?")]
    [InlineData("maxPages: 20", "colour: red", 16, "unknown key 'colour'", "known keys are name,")]
    [InlineData("maxPages: 20", "maxPages: many", 16, "'maxPages' is 'many', not a whole number", "digits")]
    [InlineData("maxPages: 20", "maxPages: \"20\"", 16, "is the text '20'", "remove the quotation marks")]
    [InlineData("maxPages: 20", "maxPages: 0", 16, "'maxPages' is 0", "from 1 to 10000")]
    [InlineData("maxPages: 20", "maxPages:", 16, "'maxPages' has no value", "write a value")]
    [InlineData("maxPages: 20", "name: Again", 16, "'name' stands twice, first on line 2", "keep one")]
    [InlineData("name: Example Wire", "name: 24", 2, "'name' is the number 24, not text", "write \"24\"")]
    [InlineData("country: US", "country: USA", 4, "no ISO 3166-1 alpha-2 country", "XX for none")]
    [InlineData("language: en", "language: English", 5, "no BCP 47 language", "fa, en")]
    [InlineData("kind: article", "kind: articles", 6, "'kind' is 'articles'", "did you mean 'article'?")]
    [InlineData("kind: article", "kind: post", 6, "'kind' is 'post'", "one of article, statement, factcheck")]
    [InlineData("official: false", "official: no", 7, "'official' is 'no', not true or false", "write true or false")]
    [InlineData("homepage: https://example.org/", "homepage: ftp://example.org/", 8, "scheme 'ftp' is not fetched", "http")]
    [InlineData("homepage: https://example.org/", "homepage: example.org", 8, "no absolute url", "https://")]
    [InlineData("homepage: https://example.org/", "homepage: https://me:secret@example.org/", 8, "user name or password", "remove")]
    [InlineData("schedule: 30m", "schedule: often", 14, "schedule 'often'", "15m, 2h, 1d")]
    [InlineData("schedule: 30m", "schedule: '* * * * * ?'", 14, "more than once a minute", "15m")]
    [InlineData("include: /news/", "include: '([a-z'", 11, "no regular expression", "escape")]
    [InlineData("include: /news/", "include: '(?=news)x'", 11, "needs backtracking", "look-around")]
    [InlineData("include: /news/", "list: https://example.org/\n    links: a", 11, "both 'feed' and 'list'", "keep one")]
    [InlineData("    links: main h2 a[href]\n", "", 12, "'list' without 'links'", "add a line 'links: …'")]
    [InlineData("links: main h2 a[href]", "links: 'main >> ['", 13, "no CSS selector", "main h2")]
    [InlineData("  - feed: https://example.org/rss\n    include: /news/", "  - include: /news/", 10, "neither 'feed' nor 'list'", "add")]
    [InlineData("yield: { min: 5, max: 200 }", "yield: { min: 5, max: 2 }", 15, "'min' 5 is above 'max' 2", "swap")]
    [InlineData("yield: { min: 5, max: 200 }", "yield: { min: 5 }", 15, "key 'max' is missing below 'yield'", "max")]
    [InlineData("yield: { min: 5, max: 200 }", "yield: 5", 15, "'yield' is '5', not a group of keys", "min: …, max: …")]
    [InlineData("publisher: Example Wire Ltd\n", "", 2, "key 'publisher' is missing", "add a line 'publisher: …'")]
    [InlineData("name: Example Wire", "name: [a, b]", 2, "'name' is a list, not one value", "one value")]
    [InlineData("name: Example Wire", "name: &n Example Wire", 2, "anchor '&n'", "not allowed")]
    [InlineData("name: Example Wire", "name: *n", 2, "alias '*n'", "write the value out")]
    [InlineData("name: Example Wire", "name: !!str Example", 2, "tag", "remove it")]
    [InlineData("maxPages: 20", "maxPages: 20\n---\nname: B", 17, "a second document", "one definition")]
    [InlineData("name: Example Wire", "name: \"Example", 2, "not valid YAML", "quotation")]
    public void A_bad_file_is_refused_with_line_and_mend(string good, string bad, int line, string message, string mend)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        var set = Load(Good.Replace(good, bad, StringComparison.Ordinal));

        Assert.Empty(set.Items);
        var error = Assert.Single(set.Errors);
        Assert.Equal(line, error.Line);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.Contains(mend, error.Mend, StringComparison.Ordinal);
        Assert.EndsWith("us-example.yaml", error.File, StringComparison.Ordinal);
    }

    [Fact]
    public void One_bad_file_does_not_stop_the_others()
    {
        File.WriteAllText(Path.Combine(folder, "ir-bad.yaml"), "name: [");
        File.WriteAllText(Path.Combine(folder, "ir-empty.yaml"), "");
        File.WriteAllText(Path.Combine(folder, "ir-other.yml"), Good);
        File.WriteAllText(Path.Combine(folder, "Us Wire.yaml"), Good);
        File.WriteAllBytes(Path.Combine(folder, "ir-bytes.yaml"), [0x6e, 0x3a, 0x20, 0xff, 0xfe]);
        File.WriteAllText(Path.Combine(folder, "ir-long.yaml"), new string('#', 70_000));

        var set = Load(Good);

        Assert.Equal("us-example", Assert.Single(set.Items).Id);
        Assert.Equal(
            ["Us Wire.yaml", "ir-bad.yaml", "ir-bytes.yaml", "ir-empty.yaml", "ir-long.yaml", "ir-other.yml"],
            set.Errors.Select(e => Path.GetFileName(e.File)));
    }

    [Fact]
    public void All_errors_of_a_file_are_told_at_once_in_the_order_of_its_lines()
    {
        var set = Load(Good.Replace("country: US", "country: us", StringComparison.Ordinal).Replace("min: 5", "min: -5", StringComparison.Ordinal) + "\nextra: 1");

        Assert.Equal([4, 15, 17], set.Errors.Select(e => e.Line));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_error_not_an_exception() =>
        Assert.Contains("does not exist", Assert.Single(CrawlerDefinitions.Load(Path.Combine(folder, "none")).Errors).Message, StringComparison.Ordinal);

    [Fact]
    public void An_error_reads_as_a_link_with_its_reason_and_mend() =>
        Assert.Equal("crawlers/a.yaml:7: unknown key 'x'; did you mean 'y'?", new DefinitionError("crawlers/a.yaml", 7, "unknown key 'x'", "did you mean 'y'?").ToString());

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private DefinitionSet<CrawlerDefinition> Load(string text)
    {
        File.WriteAllText(Path.Combine(folder, "us-example.yaml"), text);
        return CrawlerDefinitions.Load(folder);
    }
}
