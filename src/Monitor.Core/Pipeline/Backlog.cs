using Microsoft.Extensions.Logging;
using Monitor.Core.Evidence;
using Monitor.Core.Extraction;
using Monitor.Core.Ledger;

namespace Monitor.Core.Pipeline;

/// <summary>The pages that are in the evidence and not yet in the corpus: those that a crash left in the WARC files only, and those that wait.</summary>
public sealed class Backlog(EvidenceStore evidence, Ledger.Ledger ledger, CaptureProcessor processor, DefinitionBook book, ILogger<Backlog> log)
{
    private bool _reconciled;

    /// <summary>Processes every page that may be processed now; returns how many.</summary>
    /// <param name="progress">Told after each page.</param>
    /// <param name="cancel">Stops between two pages.</param>
    public async Task<int> Run(IProgress<CrawlStep>? progress = null, CancellationToken cancel = default)
    {
        Reconcile();
        var facts = Sources.Known(ledger.Sources, book.Crawlers);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var done = 0;
        while (ledger.Captures.Waiting().Where(c => seen.Add(c.Id)).ToList() is { Count: > 0 } waiting)
        {
            foreach (var capture in waiting)
            {
                cancel.ThrowIfCancellationRequested();
                var result = await processor.Process(capture, facts.GetValueOrDefault(capture.CrawlerId, SourceFacts.None), cancel);
                progress?.Report(new(capture.CrawlerId, capture.Url, result.ToString()));
                if (result.Away)
                {
                    return done;
                }

                done++;
            }
        }

        return done;
    }

    /// <summary>Once a process: what earlier processes wrote and did not record before they ended.</summary>
    private void Reconcile()
    {
        if (_reconciled)
        {
            return;
        }

        foreach (var capture in evidence.All(damaged: d => log.LogWarning("{File} at {Offset}: {Message}", d.File, d.Offset, d.Message)))
        {
            if (ledger.Captures.Record(capture, CaptureRole.Page))
            {
                log.LogWarning("{Url} was captured before a crash and is processed now", capture.Url);
            }
        }

        _reconciled = true;
    }
}
