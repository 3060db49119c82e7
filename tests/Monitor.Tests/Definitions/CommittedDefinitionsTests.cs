using Monitor.Core.Definitions;
using Monitor.Core.Definitions.Strict;
using Monitor.Core.Model;

namespace Monitor.Tests.Definitions;

public sealed class CommittedDefinitionsTests
{
    [Fact]
    public void Every_committed_definition_loads()
    {
        var set = CrawlerDefinitions.Load(CommittedDefinitions.Folder);

        Assert.Empty(set.Errors);
        Assert.Distinct(set.Items.Select(d => d.Id));
        Assert.Distinct(set.Items.SelectMany(d => d.Discover).Select(r => r.Feed ?? r.List));
        Assert.All(set.Items, d => Assert.False(d.LocalTestSource));
        Assert.All(set.Items, d => Assert.Contains("Nothing was fetched", d.Notes, StringComparison.Ordinal));
        Assert.True(set.Items.Count >= 24, "a desk wants at least 24 sources");
        Assert.Superset(new HashSet<string> { "fa", "en", "ar", "es", "fr", "de", "he" }, set.Items.Select(d => d.Language).ToHashSet());
        Assert.Superset(new HashSet<string> { "IR", "IL", "US", "GB", "VE" }, set.Items.Where(d => d.Kind == DocumentKind.Article).Select(d => d.Country).ToHashSet());
        Assert.True(set.Items.Count(d => d.Kind == DocumentKind.Factcheck) >= 5, "fact-checkers in several languages");
        Assert.Contains(set.Items, d => d is { Id: "ir-mfa", Official: true, Kind: DocumentKind.Statement });
    }

    [Fact]
    public void Every_committed_definition_names_its_schema_for_editors() => Assert.All(
        Directory.EnumerateFiles(CommittedDefinitions.Folder, "*.yaml", SearchOption.AllDirectories),
        file => Assert.Equal("# yaml-language-server: $schema=schema.json", File.ReadLines(file).First()));

    [Fact]
    public void The_schema_of_crawlers_is_up_to_date() => UpToDate(Path.Combine(CommittedDefinitions.Folder, "schema.json"), CrawlerDefinitions.JsonSchema());

    [Fact]
    public void The_schema_of_releases_is_up_to_date() => UpToDate(Path.Combine(CommittedDefinitions.Releases, "schema.json"), ReleaseCatalogue.JsonSchema());

    [Fact]
    public void The_schema_of_mappings_is_up_to_date() => UpToDate(Path.Combine(CommittedDefinitions.Mappings, "schema.json"), TableMappings.JsonSchema());

    [Fact]
    public void The_read_me_explains_every_key()
    {
        var text = File.ReadAllText(Path.Combine(CommittedDefinitions.Folder, "README.md"));

        Assert.All(
            new[] { typeof(CrawlerDefinition), typeof(DiscoveryRule), typeof(ExpectedYield), typeof(ReleaseEntry), typeof(CountEntry), typeof(TableMapping), typeof(AccountColumns), typeof(PostColumns), typeof(EventColumns), typeof(EventWord) }.SelectMany(t => RecordShape.Of(t).Keys),
            key => Assert.Contains($"`{key.Name}", text, StringComparison.Ordinal));
    }

    private static void UpToDate(string file, string schema) => Assert.True(
        File.Exists(file) && File.ReadAllText(file) == schema,
        $"{file} is out of date: refresh it with 'monitor crawlers schema'");
}
