using Monitor.Core.Definitions;
using Monitor.Core.Extraction;

namespace Monitor.Core.Pipeline;

/// <summary>What a definition tells extraction about the pages of its source.</summary>
internal static class Sources
{
    public static SourceFacts Facts(CrawlerDefinition definition) =>
        new(definition.Id, definition.Publisher, definition.Country, definition.Language, definition.Official, definition.Kind);
}
