using Monitor.Core.Definitions.Strict;

namespace Monitor.Core.Definitions;

/// <summary>Reads crawler definitions strictly: a file that says something Monitor does not understand is left out and named, never half obeyed.</summary>
public static class CrawlerDefinitions
{
    /// <summary>All definitions of a folder, files ending in <c>.yaml</c>; folders below are not read.</summary>
    public static DefinitionSet<CrawlerDefinition> Load(string folder)
    {
        var set = DefinitionFolder.Load<CrawlerDefinition>(folder);
        return new([.. set.Items.Select(i => i.Record with { Id = i.Id })], set.Errors);
    }

    /// <summary>One definition, whose id is the stem of the file.</summary>
    public static DefinitionSet<CrawlerDefinition> LoadFile(string file)
    {
        var errors = new List<DefinitionError>();
        return DefinitionFolder.LoadFile<CrawlerDefinition>(file, errors) is { } item
            ? new([item.Record with { Id = item.Id }], errors)
            : new([], errors);
    }

    /// <summary>The JSON Schema (draft-07) of a definition, for completion in editors: the text of <c>crawlers/schema.json</c>.</summary>
    /// <exception cref="FileNotFoundException">The documentation file that the descriptions come from is not beside the program.</exception>
    public static string JsonSchema() => JsonSchemaWriter.Write(typeof(CrawlerDefinition), "Crawler definition");
}
