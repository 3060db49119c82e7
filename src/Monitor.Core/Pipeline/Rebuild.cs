using Monitor.Core.Corpus;
using Monitor.Core.Dossiers.Coordination;
using Monitor.Core.Evidence;
using Monitor.Core.Model;

namespace Monitor.Core.Pipeline;

/// <summary>What a rebuild made.</summary>
/// <param name="Pages">Pages processed.</param>
/// <param name="Files">Release files read.</param>
/// <param name="Claims">Claims linked.</param>
public sealed record RebuildReport(int Pages, int Files, int Claims);

/// <summary>
/// Makes the corpus again from evidence and release files, with the same ids. Verdicts, saved searches and matches stay, and nobody is told of a page again. How far it has
/// come stands in the ledger: an interrupted rebuild goes on with the next <c>crawl</c> or <c>serve</c>, or starts again when it is asked for again.
/// </summary>
public sealed class Rebuild(
    ICorpus corpus, Ledger.Ledger ledger, ReleaseStore store, ReleaseImport import, Catalogue catalogue, Backlog backlog, Relink relink, DataLocks locks, DefinitionBook book,
    CoordinationBook coordination, VerdictIndex verdicts, CorpusEngine engine)
{
    private const string Work = "rebuild";
    private const string Empty = "empty";
    private const string Releases = "releases";
    private const string Pages = "pages";

    /// <summary>Empties the corpus and fills it again.</summary>
    /// <exception cref="IOException">An import or another rebuild is under way.</exception>
    /// <exception cref="InvalidOperationException">A kept release is described nowhere, so its accounts would get other ids; nothing was changed.</exception>
    public async Task<RebuildReport> Run(IProgress<string>? progress = null, CancellationToken cancel = default)
    {
        using var alone = locks.Importing();
        _ = Kept();
        ledger.Unfinished.Set(Work, Empty);
        return await Phases(progress, cancel);
    }

    /// <summary>Brings an interrupted rebuild to its end. False when another process is at it, or imports.</summary>
    public async Task<bool> GoOn(CancellationToken cancel = default)
    {
        if (ledger.Unfinished.Phase(Work) is null)
        {
            return true;
        }

        using var alone = locks.TryImporting();
        if (alone is null)
        {
            return false;
        }

        await Phases(null, cancel);
        return true;
    }

    /// <summary>True while the corpus lacks releases, so that pages must wait for what they may be linked to.</summary>
    internal static bool ReadsReleases(Ledger.Ledger ledger) => ledger.Unfinished.Phase(Work) is Empty or Releases;

    private async Task<RebuildReport> Phases(IProgress<string>? progress, CancellationToken cancel)
    {
        if (ledger.Unfinished.Phase(Work) is Empty)
        {
            using var turn = await locks.CorpusTurn(cancel);
            await corpus.Clear(cancel);
            engine.TakeMine();
            coordination.Clear();
            ledger.Imports.Forget();
            ledger.Captures.SetAllWaiting();
            ledger.Unfinished.Set(Work, Releases);
        }

        var files = 0;
        if (ledger.Unfinished.Phase(Work) is Releases)
        {
            await catalogue.Put(cancel);
            foreach (var (release, kept) in Kept())
            {
                progress?.Report($"release {kept.ReleaseId}, version {kept.Version}");
                files += (await import.Read(release, kept, kept.Files, cancel: cancel)).Count;
            }

            ledger.Unfinished.Set(Work, Pages);
        }

        var pages = await backlog.Run(progress is null ? null : new PageProgress(progress), cancel);
        var claims = await relink.Run(cancel: cancel);
        await verdicts.PutAll(cancel);
        ledger.Unfinished.End(Work, Pages);
        return new RebuildReport(pages, files, claims);
    }

    /// <summary>Every kept version with its release as the catalogue describes it today, else as it did when it was imported.</summary>
    private IReadOnlyList<(Release Release, KeptRelease Kept)> Kept() =>
    [
        .. store.All().Select(kept => (
            book.Releases.FirstOrDefault(r => r.Id == kept.ReleaseId) ?? store.Described(kept.ReleaseId)
            ?? throw new InvalidOperationException(
                $"The release '{kept.ReleaseId}' is neither in the catalogue ({Path.Combine(book.Folder, "releases")}) nor described beside its files, and without its platform its " +
                $"accounts would get other ids. Put {kept.ReleaseId}.yaml back there. Nothing was changed."),
            kept)),
    ];

    private sealed class PageProgress(IProgress<string> lines) : IProgress<CrawlStep>
    {
        public void Report(CrawlStep value) => lines.Report($"page {value.Url}");
    }
}
