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
public sealed class ClaimLinker(ICorpus corpus)
{
    /// <summary>Score below which a claim is not linked to another claim.</summary>
    private const double LeastClaim = .45;

    /// <summary>Links the claim.</summary>
    public async Task<LinkedClaim> Link(Claim claim, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var appearances = await corpus.AppearancesOf(claim.Id, cancel).ConfigureAwait(false);
        var facts = ClaimFacts.Of(claim, appearances.Select(a => a.Published).FirstOrDefault(p => p is not null));
        var context = await CountsBeside(claim, appearances, cancel).ConfigureAwait(false);
        var releases = await corpus.Releases(cancel).ConfigureAwait(false);
        var toReleases = ToReleases(LinkKind.Release, claim.Id, facts, context, releases);
        var fitting = toReleases.ToDictionary(l => l.Target, StringComparer.Ordinal);
        var accounts = await new AccountLinks(corpus, facts, fitting, releases).Find(claim.Id, cancel).ConfigureAwait(false);
        var claims = await ToClaims(claim, cancel).ConfigureAwait(false);
        return new(claim, [.. toReleases, .. accounts.Links, .. claims], CoverageReport.Of(facts, releases, fitting, accounts, claims.Count));
    }

    /// <summary>Links a document to the releases that its claims and text are about.</summary>
    public async Task<IReadOnlyList<Link>> LinkDocument(Document document, IReadOnlyList<Claim> claims, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(claims);
        var facts = ClaimFacts.Of(document, claims);
        return ToReleases(LinkKind.Document, document.Id, facts, [], await corpus.Releases(cancel).ConfigureAwait(false));
    }

    private static List<Link> ToReleases(
        LinkKind kind, string from, ClaimFacts facts, IReadOnlyList<(double Value, string Text, bool Rough)> context, IReadOnlyList<Release> releases) =>
        [
            .. releases.Select(r => (Release: r, Reasons: ReleaseScorer.Reasons(facts, r, context, releases)))
                .Where(r => LinkScore.HasFeature(r.Reasons))
                .Select(r => LinkScore.Make(kind, from, r.Release.Id, r.Reasons, []))
                .Where(l => l.Score >= ReleaseScorer.Least)
                .OrderByDescending(l => l.Score).ThenBy(l => l.Target, StringComparer.Ordinal),
        ];

    /// <summary>Numbers of accounts that the same documents state beside this claim.</summary>
    private async Task<IReadOnlyList<(double Value, string Text, bool Rough)>> CountsBeside(Claim claim, IReadOnlyList<Appearance> appearances, CancellationToken cancel)
    {
        var ids = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var document in appearances.Select(a => a.DocumentId).Distinct().Take(50))
        {
            ids.UnionWith((await corpus.AppearancesIn(document, cancel).ConfigureAwait(false)).Select(a => a.ClaimId));
        }

        var counts = new List<(double, string, bool)>();
        foreach (var id in ids.Where(i => i != claim.Id).Take(200))
        {
            if (await corpus.Claim(id, cancel).ConfigureAwait(false) is { } other)
            {
                counts.AddRange(ClaimFacts.Of(other, null).Counts);
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
