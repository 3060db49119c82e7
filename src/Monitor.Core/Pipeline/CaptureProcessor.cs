using System.Data.Common;
using Microsoft.Extensions.Logging;
using Monitor.Core.Alerting;
using Monitor.Core.Claims;
using Monitor.Core.Corpus;
using Monitor.Core.Evidence;
using Monitor.Core.Extraction;
using Monitor.Core.Ledger;
using Monitor.Core.Linking;
using Monitor.Core.Model;
using Monitor.Core.Pipeline.Watching;

namespace Monitor.Core.Pipeline;

/// <summary>What processing one page gave.</summary>
/// <param name="Documents">Documents stored.</param>
/// <param name="Claims">Claims stored.</param>
/// <param name="Links">Links stored.</param>
/// <param name="Matches">New matches of saved searches.</param>
/// <param name="Note">Why nothing was stored; null when something was.</param>
public sealed record Processed(int Documents, int Claims, int Links, int Matches, string? Note)
{
    /// <summary>True when the page could not be processed, for now or for good.</summary>
    public bool Failed { get; init; }

    /// <summary>True when the corpus was away, so that other pages would find it away, too.</summary>
    public bool Away { get; init; }

    /// <summary>In a few words, for progress.</summary>
    public override string ToString() => Note ?? $"{Claims} claims, {Links} links, {Matches} matches";
}

/// <summary>
/// Takes a capture through extraction, claims, linking and alerting, storing each result before it goes on. Everything is derived from the evidence and every write
/// is idempotent, so a page may be processed again after a crash at any point: the end state is the same. Pages take turns, in this process and among processes, because
/// a page decides by what is known of its claims from others.
/// </summary>
public sealed class CaptureProcessor(
    EvidenceStore evidence,
    ICorpus corpus,
    Ledger.Ledger ledger,
    Extractor extractor,
    ClaimFinder finder,
    ClaimLinker linker,
    AlertMatcher matcher,
    DataLocks locks,
    CorpusEngine engine,
    CorpusOutage outage,
    TimeProvider time,
    ILogger<CaptureProcessor> log)
{
    /// <summary>Processes one page. What goes wrong with the page becomes an Issue; the caller goes on with the next.</summary>
    public async Task<Processed> Process(Capture capture, SourceFacts source, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(capture);
        try
        {
            using var turn = await locks.CorpusTurn(cancel);
            var processed = await InTurn(capture, source, cancel);
            outage.Over();
            return processed;
        }
        catch (CorpusAwayException e)
        {
            var later = outage.Note(e);
            ledger.Captures.WaitUntil(capture.Id, later, e.Message);
            return Note(capture, "page-waiting", $"it could not be stored: {e.Message}; the evidence is kept, it is tried again from {later:u} on") with { Away = true };
        }
        catch (Exception e) when (e is DbException or IOException or UnauthorizedAccessException or HttpRequestException or TimeoutException)
        {
            // The store was busy, full or away; that is no fault of the page.
            log.LogWarning(e, "{Url} waits", capture.Url);
            var message = $"it could not be stored: {e.Message}";
            var later = ledger.Captures.TryLater(capture.Id, message);
            return Note(capture, "page-waiting", $"{message}; the evidence is kept, it is tried again from {later:u} on");
        }
#pragma warning disable CA1031 // A hostile page may find any fault; it must cost that page only, and be seen.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            log.LogError(e, "{Url} could not be processed", capture.Url);
            return Fail(capture, "page-failed", $"processing failed: {e.GetType().Name}: {e.Message}; the evidence is kept, `monitor rebuild` tries again");
        }
    }

    private async Task<Processed> InTurn(Capture capture, SourceFacts source, CancellationToken cancel)
    {
        if (Rebuild.ReadsReleases(ledger))
        {
            return new Processed(0, 0, 0, 0, "waits for the rebuild under way");
        }

        if (engine.Elsewhere() is { } mend)
        {
            return new Processed(0, 0, 0, 0, $"waits: {mend}");
        }

        return ledger.Captures.Progress(capture.Id) switch
        {
            CaptureProgress.Waiting => await Steps(capture, source, tell: true, cancel),
            CaptureProgress.Again => await Steps(capture, source, tell: false, cancel),
            _ => new Processed(0, 0, 0, 0, "was processed meanwhile"),
        };
    }

    private async Task<Processed> Steps(Capture capture, SourceFacts source, bool tell, CancellationToken cancel)
    {
        if (capture.Status >= 400)
        {
            return Fail(capture, "page-error", $"the server answered {capture.Status}; it is asked again later");
        }

        var extraction = extractor.Extract(new ExtractionInput(capture.FinalUrl, capture.MediaType, evidence.ReadPayload(capture), capture.Id, source));
        var issues = extraction.Issues.Select(i => i with { Subject = Subject(capture), Place = capture.Url }).DistinctBy(i => i.Id).ToList();
        if (extraction.Main.Text.Length == 0 && extraction.Posts.Count == 0)
        {
            return Fail(capture, "page-empty", $"no article was found: {extraction.Main.Note}; if the page is one, look at it with `monitor extract`", issues);
        }

        var documents = await Documents(extraction, cancel);
        var found = documents.Select(finder.Find).ToList();
        var claims = await Claims(found.SelectMany(f => f.Claims), cancel);
        var watch = new PageWatch(corpus, matcher, time);
        var formerPage = tell ? await corpus.Document(documents[0].Id, cancel) : null;
        var formerClaims = (tell && formerPage?.CaptureId != capture.Id ? await corpus.AppearancesIn(documents[0].Id, cancel) : []).Select(a => a.ClaimId).ToHashSet(StringComparer.Ordinal);
        if (await watch.Edited(capture, formerPage, documents[0], claims, cancel) is { } edit)
        {
            Record(null, [edit], []);
        }

        await corpus.Put(new CorpusBatch { Documents = documents, Claims = claims, Appearances = [.. found.SelectMany(f => f.Appearances).DistinctBy(a => a.Id)] }, cancel);
        var links = await Link(documents[0], claims, cancel);
        ledger.Issues.Replace(Subject(capture), capture.Url, issues);
        var added = tell
            ? Record(capture.Id, await watch.Drifted(capture, documents, claims, formerClaims, cancel), matcher.Match(documents, claims, capture.Time))
            : ledger.Outbox.Record(capture.Id, []);
        return new Processed(documents.Count, claims.Count, links, added, null);
    }

    /// <summary>Records what saved searches find here. A search is told of what came in after it was saved, not of an older page that is processed late.</summary>
    private int Record(string? captureId, IReadOnlyList<WatchedChange> changes, IReadOnlyList<AlertMatch> matches) => ledger.Outbox.Record(
        captureId,
        [.. matches.Concat(changes.SelectMany(c => c.Matches)).Select(m => (m.Search, m.Item, m.Kind))],
        [.. changes.Where(c => c.Matches.Count > 0).Select(c => c.Change)]);

    /// <summary>The page first, then its embedded posts; a post that was captured itself, or is known from another page, stays as it is.</summary>
    private async Task<IReadOnlyList<Document>> Documents(Extraction.Extraction extraction, CancellationToken cancel)
    {
        var documents = new List<Document> { extraction.Main };
        foreach (var post in extraction.Posts.DistinctBy(p => p.Id).Where(p => p.Id != extraction.Main.Id))
        {
            var known = await corpus.Document(post.Id, cancel);
            documents.Add(known is not null && known.EmbeddedIn != extraction.Main.Id ? known : post);
        }

        return documents;
    }

    /// <summary>A claim known from another page keeps what is better known of it.</summary>
    private async Task<IReadOnlyList<Claim>> Claims(IEnumerable<Claim> found, CancellationToken cancel)
    {
        var claims = new List<Claim>();
        foreach (var same in found.GroupBy(c => c.Id))
        {
            var known = await corpus.Claim(same.Key, cancel);
            claims.Add((known is null ? same : same.Append(known)).Order(ClaimOrder.NearestToSpeaker).First());
        }

        return claims;
    }

    /// <summary>
    /// Links the page and its claims, then once more the older claims that they were found to resemble: what an older claim resembles may be this new one, and the
    /// end state must not depend on which came first.
    /// </summary>
    private async Task<int> Link(Document document, IReadOnlyList<Claim> claims, CancellationToken cancel)
    {
        var links = new List<Link>(await linker.LinkDocument(document, claims, cancel));
        var linked = claims.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var claim in claims)
        {
            links.AddRange((await linker.Link(claim, cancel)).Links);
        }

        foreach (var id in links.Where(l => l.Kind == LinkKind.Claim).Select(l => l.Target).Distinct().ToList().Where(linked.Add))
        {
            links.AddRange((await linker.Link((await corpus.Claim(id, cancel))!, cancel)).Links);
        }

        await corpus.Put(new CorpusBatch { Links = links, ReplaceLinksFrom = [document.Id, .. linked] }, cancel);
        return links.Count;
    }

    private Processed Fail(Capture capture, string kind, string message, IReadOnlyList<Issue>? further = null)
    {
        var failed = Note(capture, kind, message, further);
        ledger.Captures.Failed(capture.Id, message);
        return failed;
    }

    private Processed Note(Capture capture, string kind, string message, IReadOnlyList<Issue>? further = null)
    {
        ledger.Issues.Replace(Subject(capture), capture.Url, [new Issue(kind, Subject(capture), capture.Url, message, time.GetUtcNow()), .. further ?? []]);
        return new Processed(0, 0, 0, 0, message) { Failed = true };
    }

    private static string Subject(Capture capture) => capture.CrawlerId.Length > 0 ? capture.CrawlerId : capture.Url;
}
