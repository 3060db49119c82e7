using Microsoft.Extensions.Logging;
using Monitor.Core.Definitions;
using Monitor.Core.Evidence;
using Monitor.Core.Extraction;
using Monitor.Core.Ledger;

namespace Monitor.Core.Pipeline;

/// <summary>
/// Brings ledger and corpus up to the evidence: records pages that a crash left in the WARC files only, then processes every page that waits.
/// </summary>
public sealed class CatchUp(EvidenceStore evidence, Ledger.Ledger ledger, CaptureProcessor processor, ILogger<CatchUp> log)
{
    private bool _reconciled;

    /// <summary>Catches up; returns how many pages were processed.</summary>
    /// <param name="definitions">For the facts about the sources of the pages.</param>
    /// <param name="progress">Told after each page.</param>
    /// <param name="cancel">Stops between two pages.</param>
    public async Task<int> Run(IReadOnlyList<CrawlerDefinition> definitions, IProgress<CrawlStep>? progress = null, CancellationToken cancel = default)
    {
        Reconcile();
        var facts = definitions.ToDictionary(d => d.Id, Sources.Facts);
        var processed = 0;
        while (ledger.Captures.Waiting() is { Count: > 0 } waiting)
        {
            foreach (var capture in waiting)
            {
                cancel.ThrowIfCancellationRequested();
                var result = await processor.Process(capture, facts.GetValueOrDefault(capture.CrawlerId, SourceFacts.None), cancel);
                progress?.Report(new(capture.CrawlerId, capture.Url, result.Note ?? $"{result.Claims} claims, {result.Links} links"));
                processed++;
            }
        }

        return processed;
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
