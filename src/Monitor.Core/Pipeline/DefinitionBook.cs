using Monitor.Core.Definitions;
using Monitor.Core.Model;

namespace Monitor.Core.Pipeline;

/// <summary>The definitions and the catalogue of one folder, read once; what could not be read is kept beside them.</summary>
public sealed class DefinitionBook
{
    /// <summary>Reads a <c>crawlers/</c> folder with its <c>releases/</c>.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="furtherCatalogues">More folders of catalogue entries, such as the program's own beside the demo's.</param>
    public DefinitionBook(string folder, params IReadOnlyList<string> furtherCatalogues)
    {
        Folder = folder;
        var crawlers = CrawlerDefinitions.Load(folder);
        var catalogues = furtherCatalogues.Prepend(Path.Combine(folder, "releases")).Select(ReleaseCatalogue.Load).ToList();
        Crawlers = crawlers.Items;
        Releases = [.. catalogues.SelectMany(c => c.Items).DistinctBy(r => r.Id)];
        Errors = [.. crawlers.Errors, .. catalogues.SelectMany(c => c.Errors)];
    }

    /// <summary>Where they stand.</summary>
    public string Folder { get; }

    /// <summary>Crawler definitions that are sound.</summary>
    public IReadOnlyList<CrawlerDefinition> Crawlers { get; }

    /// <summary>Catalogue entries that are sound.</summary>
    public IReadOnlyList<Release> Releases { get; }

    /// <summary>What is wrong with the others.</summary>
    public IReadOnlyList<DefinitionError> Errors { get; }
}
