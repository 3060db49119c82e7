using Monitor.Core.Definitions;

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
    }

    [Fact]
    public void Every_committed_definition_names_its_schema_for_editors() => Assert.All(
        Directory.EnumerateFiles(CommittedDefinitions.Folder, "*.yaml", SearchOption.AllDirectories),
        file => Assert.Equal("# yaml-language-server: $schema=schema.json", File.ReadLines(file).First()));

    [Fact]
    public void The_schema_of_crawlers_is_up_to_date() => UpToDate(Path.Combine(CommittedDefinitions.Folder, "schema.json"), CrawlerDefinitions.JsonSchema());

    private static void UpToDate(string file, string schema) => Assert.True(
        File.Exists(file) && File.ReadAllText(file) == schema,
        $"{file} is out of date: refresh it with 'monitor crawlers schema'");
}
