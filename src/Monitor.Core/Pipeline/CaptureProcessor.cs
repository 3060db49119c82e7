using Microsoft.Extensions.Logging;
using Monitor.Core.Alerting;
using Monitor.Core.Claims;
using Monitor.Core.Corpus;
using Monitor.Core.Evidence;
using Monitor.Core.Extraction;
using Monitor.Core.Linking;
using Monitor.Core.Model;

namespace Monitor.Core.Pipeline;

/// <summary>What processing one page gave.</summary>
/// <param name="Documents">Documents stored.</param>
/// <param name="Claims">Claims stored.</param>
/// <param name="Links">Links stored.</param>
/// <param name="Matches">New matches of saved searches.</param>
/// <param name="Note">Why nothing was stored; null when something was.</param>
public sealed record Processed(int Documents, int Claims, int Links, int Matches, string? Note);

/// <summary>
/// Takes a capture through extraction, claims, linking and alerting, storing each result before it goes on. Everything is derived from the evidence and every write
/// is idempotent, so a page may be processed again after a crash at any point: the end state is the same.
/// </summary>
public sealed class CaptureProcessor(
    EvidenceStore evidence,
    ICorpus corpus,
    Ledger.Ledger ledger,
    Extractor extractor,
    ClaimFinder finder,
    ClaimLinker linker,
    AlertMatcher matcher,
    TimeProvider time,
    ILogger<CaptureProcessor> log)
{
    /// <summary>Processes one page. What goes wrong with the page becomes an Issue; the caller goes on with the next.</summary>
    public async Task<Processed> Process(Capture capture, SourceFacts source, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(capture);
        try
        {
            return await Steps(capture, source, cancel);
        }
#pragma warning disable CA1031 // A hostile page may find any fault; it must cost that page only, and be seen.
        catch (Exception e) when (e is not OperationCanceledException)
#pragma warning restore CA1031
        {
            log.LogError(e, "{Url} could not be processed", capture.Url);
            return Fail(capture, "page-failed", $"processing failed: {e.GetType().Name}: {e.Message}; the evidence is kept, `monitor rebuild` tries again");
        }
    }

    private async Task<Processed> Steps(Capture capture, SourceFacts source, CancellationToken cancel)
    {
        if (capture.Status >= 400)
        {
            return Fail(capture, "page-error", $"the server answered {capture.Status}; the next run asks again");
        }

        var extraction = extractor.Extract(new ExtractionInput(capture.FinalUrl, capture.MediaType, evidence.ReadPayload(capture), capture.Id, source));
        ledger.Issues.Report(extraction.Issues);
        if (extraction.Main.Text.Length == 0 && extraction.Posts.Count == 0)
        {
            return Fail(capture, "page-empty", $"no article was found: {extraction.Main.Note}; if the page is one, look at it with `monitor extract`");
        }

        var documents = await Documents(extraction, cancel);
        var found = documents.Select(finder.Find).ToList();
        var claims = await Claims(found.SelectMany(f => f.Claims), cancel);
        await corpus.Put(new CorpusBatch { Documents = documents, Claims = claims, Appearances = [.. found.SelectMany(f => f.Appearances).DistinctBy(a => a.Id)] }, cancel);
        var links = await Link(documents[0], claims, cancel);
        var matches = matcher.Match(documents, claims);
        var added = ledger.Outbox.Record(capture.Id, [.. matches.Select(m => (m.Search, m.Item, m.Kind))]);
        return new Processed(documents.Count, claims.Count, links, added, null);
    }

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
            claims.Add((known is null ? same : same.Append(known)).Aggregate(ClaimVersions.Better));
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

    private Processed Fail(Capture capture, string kind, string message)
    {
        ledger.Issues.Report(new Issue(kind, capture.CrawlerId.Length > 0 ? capture.CrawlerId : capture.Url, capture.Url, message, time.GetUtcNow()));
        ledger.Captures.Processed(capture.Id, message);
        return new Processed(0, 0, 0, 0, message);
    }
}
