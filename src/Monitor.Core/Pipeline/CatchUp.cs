using Monitor.Core.Definitions;
using Monitor.Core.Evidence;
using Monitor.Core.Extraction;
using Monitor.Core.Ledger;
using Monitor.Core.Model;

namespace Monitor.Core.Pipeline;

/// <summary>
/// Brings ledger and corpus up to the evidence: records captures that a crash left in the WARC files only, then processes every page that waits.
/// </summary>
public sealed class CatchUp(EvidenceStore evidence, Ledger.Ledger ledger, CaptureProcessor processor)
{
    /// <summary>Catches up; returns how many pages were processed.</summary>
    /// <param name="definitions">For the facts about the sources of the pages.</param>
    /// <param name="progress">Told after each page.</param>
    /// <param name="cancel">Stops between two pages.</param>
    public async Task<int> Run(IReadOnlyList<CrawlerDefinition> definitions, IProgress<CrawlStep>? progress = null, CancellationToken cancel = default)
    {
        RecordStrays(definitions);
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

    private void RecordStrays(IReadOnlyList<CrawlerDefinition> definitions)
    {
        var discovery = definitions.SelectMany(d => d.Discover).Select(r => r.Feed ?? r.List!).ToHashSet(StringComparer.Ordinal);
        foreach (var capture in evidence.All().Where(c => ledger.Captures.Get(c.Id) is null))
        {
            ledger.Captures.Record(capture, Role(capture, discovery));
        }
    }

    private static CaptureRole Role(Capture capture, HashSet<string> discovery) =>
        discovery.Contains(capture.Url) ? CaptureRole.Discovery
        : Uri.TryCreate(capture.Url, UriKind.Absolute, out var uri) && uri.AbsolutePath == "/robots.txt" ? CaptureRole.Robots
        : CaptureRole.Page;
}
