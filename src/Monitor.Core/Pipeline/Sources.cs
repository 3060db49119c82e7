using System.Text.Json;
using System.Text.Json.Serialization;
using Monitor.Core.Definitions;
using Monitor.Core.Extraction;
using Monitor.Core.Ledger;

namespace Monitor.Core.Pipeline;

/// <summary>What a definition tells extraction about the pages of its source, and how the ledger keeps it for the time when the definition is gone.</summary>
internal static class Sources
{
    private static readonly JsonSerializerOptions Json = new() { Converters = { new JsonStringEnumConverter() } };

    public static SourceFacts Facts(CrawlerDefinition definition) =>
        new(definition.Id, definition.Publisher, definition.Country, definition.Language, definition.Official, definition.Kind);

    public static void Keep(SourceBook book, CrawlerDefinition definition) => book.Keep(definition.Id, JsonSerializer.Serialize(Facts(definition), Json));

    /// <summary>The facts of every known source by id: as its definition says today, else as it said when the source was last crawled.</summary>
    public static IReadOnlyDictionary<string, SourceFacts> Known(SourceBook book, IEnumerable<CrawlerDefinition> definitions)
    {
        var known = book.All().ToDictionary(s => s.Key, s => JsonSerializer.Deserialize<SourceFacts>(s.Value, Json)!);
        foreach (var definition in definitions)
        {
            known[definition.Id] = Facts(definition);
        }

        return known;
    }
}
