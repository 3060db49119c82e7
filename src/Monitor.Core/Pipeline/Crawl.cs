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
public sealed class Crawl(Capturer capturer, Discoverer discoverer, CaptureProcessor processor, Ledger.Ledger ledger, DataLocks locks, TimeProvider time, ILogger<Crawl> log)
{
    /// <summary>
    /// Runs a definition and records the run, its yield and its Issues. While another run of it is under way, here or in another process, nothing is fetched and the state of
    /// the returned run is skipped.
    /// </summary>
    public async Task<Run> Run(CrawlerDefinition definition, IProgress<CrawlStep>? progress = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        using var alone = locks.Crawling(definition.Id);
        if (alone is null)
        {
            return new Run { Crawler = definition.Id, Started = time.GetUtcNow(), State = "skipped", Message = "it is being crawled already" };
        }

        var run = ledger.Runs.Start(definition.Id);
        try
        {
            Sources.Keep(ledger.Sources, definition);
            var list = await Discover(definition, progress, cancel);
            var (asked, captured, failed) = await Pages(definition, list.Found, progress, cancel);

            // The next run may skip a feed that has not changed, but only when this one asked for every page it names: otherwise pages that a crash or the limit of a run
            // left out would wait until the feed changes. Pages that failed are asked again whether a feed names them or not.
            foreach (var (url, outcome) in list.Answers.Where(a => asked < definition.MaxPages && a.Outcome.State == CaptureState.Captured))
            {
                ledger.Captures.KeepValidators(url, outcome.ETag, outcome.LastModified);
            }

            RunChecks.Yield(ledger, definition, list.Found.Count, complete: list.Answers.All(a => a.Outcome.State == CaptureState.Captured), time.GetUtcNow());
            return ledger.Runs.Finish(run with
            {
                State = list.AllFailed ? "failed" : "done",
                Found = list.Found.Count,
                Captured = captured,
                Failed = failed,
                Message = list.Message,
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

    /// <summary>Asks the feeds and lists that do not back off; all of them when all do, since then somebody wants it now.</summary>
    private async Task<Listing> Discover(CrawlerDefinition definition, IProgress<CrawlStep>? progress, CancellationToken cancel)
    {
        var backOff = ledger.BackOff.Urls(definition.Id);
        var due = definition.Discover.Where(r => !(backOff.GetValueOrDefault(Address(r))?.NotBefore > time.GetUtcNow())).ToList();
        var list = new Listing();
        foreach (var rule in due.Count > 0 ? due : definition.Discover)
        {
            var url = Address(rule);
            var outcome = await Fetch(definition, url, CaptureRole.Discovery, cancel);
            progress?.Report(new(definition.Id, url, Describe(outcome)));
            list.Answers.Add((url, outcome));
            RunChecks.Feed(ledger, definition, url, outcome, time.GetUtcNow());
            if (outcome.State == CaptureState.Captured)
            {
                var discovered = discoverer.Discover(rule, outcome.Capture!.FinalUrl, outcome.Capture.MediaType, outcome.Payload);
                ledger.Issues.Report(discovered.Issues.Select(i => i with { Subject = definition.Id }));
                foreach (var item in discovered.Items)
                {
                    list.Found.TryAdd(item.Url, item);
                }
            }
        }

        RunChecks.Health(ledger, definition, list.AllFailed, list.Message, list.Answers.Max(a => a.Outcome.RetryAfter));
        return list;
    }

    private async Task<(int Asked, int Captured, int Failed)> Pages(
        CrawlerDefinition definition, IReadOnlyDictionary<string, FoundUrl> found, IProgress<CrawlStep>? progress, CancellationToken cancel)
    {
        var (captured, failed) = (0, 0);
        var urls = Due(definition, found).Take(definition.MaxPages).ToList();
        foreach (var url in urls)
        {
            var outcome = await Fetch(definition, url, CaptureRole.Page, cancel);
            RunChecks.Page(ledger, definition, url, outcome, time.GetUtcNow());
            captured += outcome.Capture is null ? 0 : 1;
            var processed = outcome.Capture is { } capture ? await processor.Process(capture, Sources.Facts(definition), cancel) : null;

            // What robots.txt closes is closed; that is no failure.
            failed += processed?.Failed ?? outcome.State != CaptureState.DisallowedByRobots ? 1 : 0;
            progress?.Report(new(definition.Id, url, processed?.ToString() ?? Describe(outcome)));
        }

        return (urls.Count, captured, failed);
    }

    /// <summary>
    /// New pages first, then those that failed and whose back-off is over, so that dead links never keep new pages out. A page that failed again and again is asked only
    /// while a feed names it.
    /// </summary>
    private IEnumerable<string> Due(CrawlerDefinition definition, IReadOnlyDictionary<string, FoundUrl> found)
    {
        var feeds = definition.Discover.Select(Address).ToHashSet(StringComparer.Ordinal);
        var failing = ledger.BackOff.Urls(definition.Id);
        var again = failing.Values.Where(b => !feeds.Contains(b.Url) && b.NotBefore <= time.GetUtcNow() && (b.Failures < BackOffBook.MostFailures || found.ContainsKey(b.Url)));
        return found.Values.Where(f => !failing.ContainsKey(f.Url) && IsNew(f)).Select(f => f.Url).Concat(again.OrderBy(b => b.NotBefore).Select(b => b.Url));
    }

    /// <summary>Not captured yet, or captured with an error, or listed with a date after the capture (the source says that it changed).</summary>
    private bool IsNew(FoundUrl item) =>
        ledger.Captures.LatestPage(item.Url) is not { Status: < 400 } last || (item.Published > last.Time && item.Published <= time.GetUtcNow());

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

    /// <summary>What the feeds and lists answered, and the pages that they name.</summary>
    private sealed class Listing
    {
        public List<(string Url, CaptureOutcome Outcome)> Answers { get; } = [];

        public Dictionary<string, FoundUrl> Found { get; } = new(StringComparer.Ordinal);

        public bool AllFailed => Failures.Count() == Answers.Count;

        public string Message => string.Join("; ", Failures.Select(f => $"{f.Url}: {f.Outcome.Message}"));

        private IEnumerable<(string Url, CaptureOutcome Outcome)> Failures => Answers.Where(a => a.Outcome.State is not (CaptureState.Captured or CaptureState.NotModified));
    }
}
