using Monitor.Core.Definitions.Strict;
using Monitor.Core.Model;

namespace Monitor.Core.Definitions;

/// <summary>Reads the catalogue of releases as strictly as crawler definitions: what was announced, when, by whom, with which numbers and files.</summary>
public static class ReleaseCatalogue
{
    /// <summary>All entries of a folder, files ending in <c>.yaml</c>; the id of a release is the stem of its file. No entry has versions yet.</summary>
    public static DefinitionSet<Release> Load(string folder)
    {
        var set = DefinitionFolder.Load<ReleaseEntry>(folder);
        var known = set.Items.Select(i => i.Id).ToHashSet(StringComparer.Ordinal);
        var strays = set.Items.SelectMany(i => i.Record.Related.Where(r => !known.Contains(r)).Select(r => Stray(folder, i.Id, r, known)));
        return new([.. set.Items.Select(i => i.Record.ToRelease(i.Id))], [.. set.Errors, .. strays]);
    }

    /// <summary>The JSON Schema (draft-07) of an entry, for completion in editors: the text of <c>crawlers/releases/schema.json</c>.</summary>
    /// <exception cref="FileNotFoundException">The documentation file that the descriptions come from is not beside the program.</exception>
    public static string JsonSchema() => JsonSchemaWriter.Write(typeof(ReleaseEntry), "Release");

    private static DefinitionError Stray(string folder, string id, string related, IEnumerable<string> known) => new(
        Path.Combine(folder, id + ".yaml"),
        0,
        $"'related' names the release '{related}', which has no entry",
        NearestWord.Of(related, known) is { } nearest ? $"did you mean '{nearest}'?" : "add the entry, or remove the name");
}
