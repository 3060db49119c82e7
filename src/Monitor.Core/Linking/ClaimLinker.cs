using Monitor.Core.Corpus;
using Monitor.Core.Linking.Accounts;
using Monitor.Core.Linking.Releases;
using Monitor.Core.Linking.SameClaims;
using Monitor.Core.Linking.Scoring;
using Monitor.Core.Model;

namespace Monitor.Core.Linking;

/// <summary>A claim with what bears on it.</summary>
/// <param name="Claim">The claim.</param>
/// <param name="Links">To releases, accounts and other claims; best first within a kind.</param>
/// <param name="Coverage">What was searched and what could not have been found.</param>
public sealed record LinkedClaim(Claim Claim, IReadOnlyList<Link> Links, Coverage Coverage);

/// <summary>
/// Finds the releases, accounts and other claims that bear on a claim, and the releases that a document is about. Every link carries the reasons that made its
/// score; nothing is stored. The same corpus gives the same links in the same order.
/// </summary>
/// <param name="corpus">Where everything is looked up.</param>
/// <param name="ledger">Tells which of the linked accounts were judged; left out of the funnel when null.</param>
public sealed class ClaimLinker(ICorpus corpus, Ledger.Ledger? ledger = null)
{
    /// <summary>Score below which a claim is not linked to another claim.</summary>
    private const double LeastClaim = .45;

    /// <summary>The corpus that it reads.</summary>
    internal ICorpus Corpus => corpus;

    /// <summary>Links the claim.</summary>
    public async Task<LinkedClaim> Link(Claim claim, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var session = await LinkSession.Open(corpus, cancel).ConfigureAwait(false);
        var appearances = await corpus.AppearancesOf(claim.Id, cancel).ConfigureAwait(false);
        var facts = ClaimFacts.Of(claim, FirstPublished(appearances));
        var context = await CountsBeside(claim, appearances, cancel).ConfigureAwait(false);
        var (toReleases, accounts) = await ToArchives(session, claim.Id, facts, context, cancel).ConfigureAwait(false);
        var claims = await ToClaims(claim, cancel).ConfigureAwait(false);
        var fitting = toReleases.ToDictionary(l => l.Target, StringComparer.Ordinal);
        IReadOnlyList<string> read = [.. session.Releases.Where(r => fitting.ContainsKey(r.Id) && r.Versions is [.., { Accounts: > 0 }]).Select(r => r.Id)];
        var funnel = await Funnel.Of(corpus, read, cancel).ConfigureAwait(false);
        var judged = ledger?.Reviews.All().Select(r => r.Subject).ToHashSet(StringComparer.Ordinal);
        return new(claim, [.. toReleases, .. accounts.Links, .. claims], CoverageReport.Of(facts, session.Releases, fitting, accounts, funnel, judged, claims.Count));
    }

    /// <summary>Links a document to the releases that its claims and text are about.</summary>
    public async Task<IReadOnlyList<Link>> LinkDocument(Document document, IReadOnlyList<Claim> claims, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(claims);
        return ToReleases(LinkKind.Document, document.Id, ClaimFacts.Of(document, claims), [], await corpus.Releases(cancel).ConfigureAwait(false));
    }

    /// <summary>The links that rest on releases and accounts alone.</summary>
    internal static async Task<(IReadOnlyList<Link> Releases, FoundAccounts Accounts)> ToArchives(
        LinkSession session, string claimId, ClaimFacts facts, IReadOnlyList<StatedCount> context, CancellationToken cancel)
    {
        var toReleases = ToReleases(LinkKind.Release, claimId, facts, context, session.Releases);
        var fitting = toReleases.ToDictionary(l => l.Target, StringComparer.Ordinal);
        return (toReleases, await new AccountLinks(session, facts, fitting).Find(claimId, cancel).ConfigureAwait(false));
    }

    /// <summary>Links to those of the releases that fit, best first.</summary>
    internal static List<Link> ToReleases(
        LinkKind kind, string from, ClaimFacts facts, IReadOnlyList<StatedCount> context, IReadOnlyList<Release> all, IReadOnlyList<Release>? only = null) =>
        [
            .. (only ?? all).Select(r => (Release: r, Reasons: ReleaseScorer.Reasons(facts, r, context, all)))
                .Where(r => LinkScore.HasFeature(r.Reasons))
                .Select(r => LinkScore.Make(kind, from, r.Release.Id, r.Reasons, []))
                .Where(l => l.Score >= ReleaseScorer.Least)
                .OrderByDescending(l => l.Score).ThenBy(l => l.Target, StringComparer.Ordinal),
        ];

    /// <summary>When the claim was first published, as far as is known.</summary>
    internal static DateTimeOffset? FirstPublished(IReadOnlyList<Appearance> appearances) => appearances.Select(a => a.Published).FirstOrDefault(p => p is not null);

    /// <summary>Ids of the other claims that the same documents make, which may state the number that is meant.</summary>
    internal static async Task<IReadOnlyList<string>> Beside(ICorpus corpus, string claimId, IReadOnlyList<Appearance> appearances, CancellationToken cancel)
    {
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var document in appearances.Select(a => a.DocumentId).Distinct().Take(50))
        {
            ids.UnionWith((await corpus.AppearancesIn(document, cancel).ConfigureAwait(false)).Select(a => a.ClaimId));
        }

        return [.. ids.Where(i => i != claimId).Take(200)];
    }

    /// <summary>Numbers of accounts that the same documents state beside this claim.</summary>
    private async Task<IReadOnlyList<StatedCount>> CountsBeside(Claim claim, IReadOnlyList<Appearance> appearances, CancellationToken cancel)
    {
        var counts = new List<StatedCount>();
        foreach (var id in await Beside(corpus, claim.Id, appearances, cancel).ConfigureAwait(false))
        {
            if (await corpus.Claim(id, cancel).ConfigureAwait(false) is { } other)
            {
                counts.AddRange(ClaimFacts.CountsIn(other));
            }
        }

        return counts;
    }

    private async Task<List<Link>> ToClaims(Claim claim, CancellationToken cancel)
    {
        var links = new Dictionary<string, Link>(StringComparer.Ordinal);
        foreach (var query in ClaimComparer.Candidates(claim))
        {
            var page = await corpus.Search(new(query, [SearchKind.Claims]) { Limit = 100 }, cancel).ConfigureAwait(false);
            foreach (var hit in page.Hits.Where(h => h.Id != claim.Id && !links.ContainsKey(h.Id)))
            {
                if (await corpus.Claim(hit.Id, cancel).ConfigureAwait(false) is { } other && ClaimComparer.Reasons(claim, other) is { Count: > 0 } reasons)
                {
                    links[other.Id] = LinkScore.Make(LinkKind.Claim, claim.Id, other.Id, reasons, []);
                }
            }
        }

        return [.. links.Values.Where(l => l.Score >= LeastClaim).OrderByDescending(l => l.Score).ThenBy(l => l.Target, StringComparer.Ordinal)];
    }
}
