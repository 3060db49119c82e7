using Monitor.Core.Corpus;

namespace Monitor.Core.Pipeline;

/// <summary>
/// Brings the corpus up to evidence, release files and catalogue, whatever ended before it was done: goes on with a rebuild, puts the catalogue, processes every page that
/// waits, makes links anew that are due. What has nothing to do costs nothing, so whoever works on a data folder begins with it.
/// </summary>
public sealed class CatchUp(Rebuild rebuild, Catalogue catalogue, VerdictIndex verdicts, Backlog backlog, Relink relink, CorpusEngine engine, CorpusOutage outage)
{
    private bool _hasCatalogue;

    /// <summary>Catches up; returns how many pages were processed. While the corpus is away it does what it can, which is nothing, and says so among the issues.</summary>
    /// <param name="progress">Told after each page.</param>
    /// <param name="cancel">Stops between two pages.</param>
    public async Task<int> Run(IProgress<CrawlStep>? progress = null, CancellationToken cancel = default)
    {
        if (engine.Elsewhere() is not null)
        {
            return 0;
        }

        try
        {
            return await Steps(progress, cancel);
        }
        catch (CorpusAwayException e)
        {
            outage.Note(e);
            return 0;
        }
    }

    private async Task<int> Steps(IProgress<CrawlStep>? progress, CancellationToken cancel)
    {
        if (!await rebuild.GoOn(cancel))
        {
            return 0;
        }

        if (!_hasCatalogue)
        {
            await catalogue.Put(cancel);
            outage.Over();
            _hasCatalogue = true;
        }

        if (verdicts.IsBehind)
        {
            await verdicts.PutAll(cancel);
        }

        var pages = await backlog.Run(progress, cancel);
        await relink.RunIfDue(cancel: cancel);
        return pages;
    }
}
