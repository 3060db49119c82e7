using Monitor.Core.Corpus;
using Monitor.Core.Definitions;
using Monitor.Core.Evidence;
using Monitor.Core.Model;

namespace Monitor.Core.Pipeline;

/// <summary>What a rebuild made.</summary>
/// <param name="Pages">Pages processed.</param>
/// <param name="Files">Release files read.</param>
/// <param name="Claims">Claims linked.</param>
public sealed record RebuildReport(int Pages, int Files, int Claims);

/// <summary>Makes the corpus again from evidence and release files, with the same ids. Verdicts, saved searches and matches stay: nothing is mailed twice.</summary>
public sealed class Rebuild(ICorpus corpus, Ledger.Ledger ledger, ReleaseStore store, ReleaseImport import, CatchUp catchUp, Relink relink)
{
    /// <summary>Empties the corpus and fills it again.</summary>
    public async Task<RebuildReport> Run(
        IReadOnlyList<CrawlerDefinition> crawlers, IReadOnlyList<Release> catalogue, IProgress<string>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(crawlers);
        ArgumentNullException.ThrowIfNull(catalogue);
        await corpus.Clear(cancel);
        ledger.Imports.Forget();
        ledger.Captures.SetAllWaiting();
        await Catalogue.Put(corpus, catalogue, cancel);

        var files = 0;
        foreach (var kept in store.All())
        {
            progress?.Report($"release {kept.ReleaseId}, version {kept.Version}");
            var release = catalogue.FirstOrDefault(r => r.Id == kept.ReleaseId) ?? new Release(kept.ReleaseId, kept.ReleaseId, "unknown") { Unsure = ["no longer in the catalogue"] };
            files += (await import.Read(release, kept, kept.Files, cancel: cancel)).Count;
        }

        var pages = await catchUp.Run(crawlers, progress is null ? null : new Progress<CrawlStep>(s => progress.Report($"page {s.Url}")), cancel);
        return new RebuildReport(pages, files, await relink.Run(cancel: cancel));
    }
}
