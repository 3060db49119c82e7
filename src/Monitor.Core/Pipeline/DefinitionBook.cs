using Monitor.Core.Definitions;
using Monitor.Core.Model;

namespace Monitor.Core.Pipeline;

/// <summary>The definitions and the catalogue of one folder, read once; what could not be read is kept beside them.</summary>
public sealed class DefinitionBook
{
    /// <summary>Reads a <c>crawlers/</c> folder with its <c>releases/</c>.</summary>
    public DefinitionBook(string folder)
    {
        Folder = folder;
        var crawlers = CrawlerDefinitions.Load(folder);
        var releases = ReleaseCatalogue.Load(Path.Combine(folder, "releases"));
        Crawlers = crawlers.Items;
        Releases = releases.Items;
        Errors = [.. crawlers.Errors, .. releases.Errors];
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
