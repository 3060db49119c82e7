using Monitor.Core.Reviews;

namespace Monitor.Core.Pipeline;

/// <summary>
/// Brings the corpus up to evidence, release files and catalogue, whatever ended before it was done: goes on with a rebuild, puts the catalogue, processes every page that
/// waits, makes links anew that are due. What has nothing to do costs nothing, so whoever works on a data folder begins with it.
/// </summary>
public sealed class CatchUp(Rebuild rebuild, Catalogue catalogue, VerdictIndex verdicts, Backlog backlog, Relink relink)
{
    private bool _hasCatalogue;

    /// <summary>Catches up; returns how many pages were processed.</summary>
    /// <param name="progress">Told after each page.</param>
    /// <param name="cancel">Stops between two pages.</param>
    public async Task<int> Run(IProgress<CrawlStep>? progress = null, CancellationToken cancel = default)
    {
        if (!await rebuild.GoOn(cancel))
        {
            return 0;
        }

        if (!_hasCatalogue)
        {
            await catalogue.Put(cancel);
            await verdicts.PutAll(cancel); // one may have been recorded just before a crash
            _hasCatalogue = true;
        }

        var pages = await backlog.Run(progress, cancel);
        await relink.RunIfDue(cancel: cancel);
        return pages;
    }
}
