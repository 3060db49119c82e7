using Microsoft.Extensions.Logging;
using Monitor.Core.Capturing;
using Monitor.Core.Definitions;
using Monitor.Core.Discovery;
using Monitor.Core.Evidence;
using Monitor.Core.Ledger;

namespace Monitor.Core.Pipeline;

/// <summary>A step of a crawl, for progress.</summary>
/// <param name="Crawler">Definition id.</param>
/// <param name="Url">What was fetched.</param>
/// <param name="Message">What came of it.</param>
public sealed record CrawlStep(string Crawler, string Url, string Message);

/// <summary>
/// Runs one definition: captures its feeds and lists, captures each new page they name, processes it. Pages captured before a crash are in the evidence and the
/// ledger, so the same run again goes on where the first one stopped.
/// </summary>
public sealed class Crawl(Capturer capturer, Discoverer discoverer, CaptureProcessor processor, Ledger.Ledger ledger, TimeProvider time, ILogger<Crawl> log)
{
    /// <summary>Runs a definition and records the run, its yield and its Issues. Only one process runs a definition at a time (the caller sees to it).</summary>
    public async Task<Run> Run(CrawlerDefinition definition, IProgress<CrawlStep>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var run = ledger.Runs.Start(definition.Id);
        try
        {
            var found = new Dictionary<string, FoundUrl>(StringComparer.Ordinal);
            var failures = new List<string>();
            DateTimeOffset? retryAfter = null;
            var answers = new List<(string Url, CaptureOutcome Outcome)>();
            foreach (var rule in definition.Discover)
            {
                var outcome = await Fetch(definition, Address(rule), CaptureRole.Discovery, cancel);
                progress?.Report(new(definition.Id, Address(rule), Describe(outcome)));
                answers.Add((Address(rule), outcome));
                if (outcome.State is not (CaptureState.Captured or CaptureState.NotModified))
                {
                    failures.Add($"{Address(rule)}: {outcome.Message}");
                    retryAfter = outcome.RetryAfter ?? retryAfter;
                }
                else if (outcome.State == CaptureState.Captured)
                {
                    var discovered = discoverer.Discover(rule, outcome.Capture!.FinalUrl, outcome.Capture.MediaType, outcome.Payload);
                    ledger.Issues.Report(discovered.Issues.Select(i => i with { Subject = definition.Id }));
                    foreach (var item in discovered.Items)
                    {
                        found.TryAdd(item.Url, item);
                    }
                }
            }

            var (captured, failed) = await Pages(definition, found.Values, progress, cancel);
            KeepValidators(answers, gotEveryPage: failed == 0 && captured < definition.MaxPages);
            RunChecks.Yield(ledger, definition, found.Count, complete: answers.All(a => a.Outcome.State == CaptureState.Captured), time.GetUtcNow());
            RunChecks.Health(ledger, definition, failures, retryAfter, time.GetUtcNow());
            return ledger.Runs.Finish(run with
            {
                State = failures.Count == definition.Discover.Count ? "failed" : "done",
                Found = found.Count,
                Captured = captured,
                Failed = failed,
                Message = string.Join("; ", failures),
            });
        }
        catch (Exception e)
        {
            log.LogWarning("The run of {Crawler} ended early: {Message}", definition.Id, e.Message);
            ledger.Runs.Finish(run with { State = e is OperationCanceledException ? "interrupted" : "failed", Message = e.Message });
            throw;
        }
    }

    private static string Address(DiscoveryRule rule) => rule.Feed ?? rule.List!;

    private static string Describe(CaptureOutcome outcome) => outcome.State == CaptureState.Captured ? "captured" : $"{outcome.State}: {outcome.Message}";

    private async Task<(int Captured, int Failed)> Pages(CrawlerDefinition definition, IEnumerable<FoundUrl> found, IProgress<CrawlStep>? progress, CancellationToken cancel)
    {
        var (captured, failed) = (0, 0);
        foreach (var item in found.Where(IsNew).Take(definition.MaxPages).ToList())
        {
            var outcome = await Fetch(definition, item.Url, CaptureRole.Page, cancel);
            if (outcome.Capture is { } capture)
            {
                captured++;
                var processed = await processor.Process(capture, Sources.Facts(definition), cancel);
                failed += processed.Note is null ? 0 : 1;
                progress?.Report(new(definition.Id, item.Url, processed.Note ?? $"{processed.Claims} claims, {processed.Links} links, {processed.Matches} matches"));
            }
            else
            {
                failed++;
                RunChecks.Page(ledger, definition, item.Url, outcome, time.GetUtcNow());
                progress?.Report(new(definition.Id, item.Url, Describe(outcome)));
            }
        }

        return (captured, failed);
    }

    /// <summary>Not captured yet, or captured with an error, or listed with a date after the capture (the source says that it changed).</summary>
    private bool IsNew(FoundUrl item) =>
        ledger.Captures.LatestPage(item.Url) is not { Status: < 400 } last || (item.Published > last.Time && item.Published <= time.GetUtcNow());

    /// <summary>
    /// The next run may skip a feed that has not changed, but only when this one got every page it names: otherwise pages that a crash, a fault or the limit of a run left
    /// out would wait until the feed changes.
    /// </summary>
    private void KeepValidators(IEnumerable<(string Url, CaptureOutcome Outcome)> answers, bool gotEveryPage)
    {
        foreach (var (url, outcome) in answers.Where(a => gotEveryPage && a.Outcome.State == CaptureState.Captured))
        {
            ledger.Captures.KeepValidators(url, outcome.ETag, outcome.LastModified);
        }
    }

    private async Task<CaptureOutcome> Fetch(CrawlerDefinition definition, string url, CaptureRole role, CancellationToken cancel)
    {
        var (etag, lastModified) = role == CaptureRole.Discovery ? ledger.Captures.Validators(url) : default;
        var outcome = await capturer.Capture(
            new CaptureRequest(definition.Id, url, definition.LocalTestSource, TimeSpan.FromSeconds(definition.DelaySeconds), etag, lastModified)
            {
                Role = role == CaptureRole.Discovery ? ExchangeRole.Discovery : ExchangeRole.Page,
            },
            cancel);
        if (outcome.Capture is { } capture)
        {
            ledger.Captures.Record(capture, role);
        }

        return outcome;
    }
}
