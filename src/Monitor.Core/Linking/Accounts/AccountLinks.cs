using Monitor.Core.Linking.Scoring;
using Monitor.Core.Model;

namespace Monitor.Core.Linking.Accounts;

/// <summary>What was found among the accounts, and how far the search went.</summary>
/// <param name="Links">Best first.</param>
/// <param name="LookUps">Releases in which the claim's groups were looked up.</param>
/// <param name="Elsewhere">True when no imported release fits the claim.</param>
/// <param name="Compared">Accounts that were compared with the claim.</param>
/// <param name="TooCommon">Names, hashtags and wordings that too many share.</param>
/// <param name="Cut">Links left out because there were more than <see cref="AccountLinks.Most"/>.</param>
internal sealed record FoundAccounts(
    IReadOnlyList<Link> Links, IReadOnlyList<GroupLookUp> LookUps, bool Elsewhere, int Compared, IReadOnlyList<string> TooCommon, int Cut);

/// <summary>
/// Finds the accounts that bear on a claim. Every candidate comes by looking up (handles and their renames, keys of names, groups by release, hashtags, words, sites), and is
/// then compared in the same way, whatever delivered it.
/// </summary>
internal sealed class AccountLinks(LinkSession session, ClaimFacts facts, IReadOnlyDictionary<string, Link> fitting)
{
    /// <summary>Most account links of one claim.</summary>
    public const int Most = 2_000;

    /// <summary>Accounts read for one name or site; a name that more bear tells nobody apart.</summary>
    private const int MostOfOne = 1_000;

    private readonly AccountScorer scorer = new(session, facts, fitting);
    private readonly Dictionary<string, Candidate> candidates = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Reason>> further = new(StringComparer.Ordinal);
    private readonly HashSet<string> byGroup = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> bearers = new(StringComparer.Ordinal);
    private readonly List<string> tooCommon = [];

    public async Task<FoundAccounts> Find(string claimId, CancellationToken cancel)
    {
        foreach (var (id, showings, reason) in await new HandleHistory(session, facts).Find(cancel).ConfigureAwait(false))
        {
            Add(showings);
            AddFurther(id, reason);
        }

        await AddNames(cancel).ConfigureAwait(false);
        await AddSites(cancel).ConfigureAwait(false);
        var posts = new PostMatches(session, facts);
        foreach (var match in await posts.Find(cancel).ConfigureAwait(false))
        {
            Add(await session.Corpus.Accounts(match.AccountId, cancel).ConfigureAwait(false));
            AddFurther(match.AccountId, match.Reason);
        }

        tooCommon.AddRange(posts.TooCommon);
        var groups = new GroupCandidates(session, facts, fitting);
        foreach (var candidate in await groups.Find(cancel).ConfigureAwait(false))
        {
            byGroup.Add(candidate.Account.Key);
            candidates.TryAdd(candidate.Account.Key, candidate);
        }

        List<Link> links = [.. (await Compare(claimId, cancel).ConfigureAwait(false)).OrderByDescending(l => l.Score).ThenBy(l => l.Target, StringComparer.Ordinal)];
        var kept = new List<Link>();
        foreach (var link in links.Take(Most))
        {
            kept.Add(await WithStatus(link, cancel).ConfigureAwait(false));
        }

        return new(kept, groups.LookUps, groups.Elsewhere, candidates.Count, tooCommon, Math.Max(0, links.Count - Most));
    }

    private void Add(IEnumerable<Account> accounts)
    {
        foreach (var account in accounts)
        {
            candidates.TryAdd(account.Key, session.Candidate(account));
        }
    }

    private void AddFurther(string accountId, Reason? reason)
    {
        var reasons = further.TryGetValue(accountId, out var known) ? known : further[accountId] = [];
        if (reason is not null)
        {
            reasons.Add(reason);
        }
    }

    private async Task AddNames(CancellationToken cancel)
    {
        foreach (var wanted in scorer.Names)
        {
            var lists = wanted.Lists.Select(l => (IReadOnlyList<string>)[.. l.Select(AccountMarker.Name)]).ToList();
            var found = await session.Corpus.AccountsMarked(lists, 10 * MostOfOne, cancel).ConfigureAwait(false);
            var same = found.Select(session.Candidate).Where(c => c.Compare(wanted) is { Verdict: Text.NameVerdict.Same }).ToList();
            bearers[wanted.Name] = same.Select(c => c.Account.Id).Distinct().Count();
            if (same.Count <= MostOfOne && found.Count < 10 * MostOfOne)
            {
                Add(same.Select(c => c.Account));
            }
            else
            {
                tooCommon.Add($"the name '{wanted.Name}' or ones near it are borne by more than {MostOfOne:N0} accounts, too many to be a link");
            }
        }
    }

    private async Task AddSites(CancellationToken cancel)
    {
        foreach (var site in facts.Sites)
        {
            var found = await session.Corpus.AccountsMarked([[AccountMarker.SiteMark(site)]], MostOfOne + 1, cancel).ConfigureAwait(false);
            if (found.Count <= MostOfOne)
            {
                Add(found);
            }
            else
            {
                tooCommon.Add($"more than {MostOfOne:N0} profiles link to {site}, too many to be a link");
            }
        }
    }

    private async Task<IReadOnlyList<Link>> Compare(string claimId, CancellationToken cancel)
    {
        var links = new List<Link>();
        var showings = candidates.Values.GroupBy(c => c.Account.Id).ToDictionary(g => g.Key, g => g.OrderBy(c => c.Account.Key, StringComparer.Ordinal).ToList(), StringComparer.Ordinal);
        foreach (var id in showings.Keys.Union(further.Keys).Order(StringComparer.Ordinal))
        {
            var more = further.GetValueOrDefault(id) ?? [];
            Link? best = null;
            foreach (var candidate in showings.GetValueOrDefault(id) ?? [])
            {
                var (reasons, groups) = await scorer.Reasons(candidate, more, bearers, byGroup.Contains(candidate.Account.Key), cancel).ConfigureAwait(false);
                var link = reasons.Count > 0 ? LinkScore.Make(LinkKind.Account, claimId, id, reasons, groups) : null;
                best = link is not null && (best is null || link.Score > best.Score) ? link : best;
            }

            // A rename or a post may name an account that no release shows.
            best ??= more.Count > 0 && !showings.ContainsKey(id) ? LinkScore.Make(LinkKind.Account, claimId, id, more, []) : null;
            if (best is not null)
            {
                links.Add(best);
            }
        }

        return links;
    }

    /// <summary>Adds what had become of the account by the day of the claim: it changes no score.</summary>
    private async Task<Link> WithStatus(Link link, CancellationToken cancel)
    {
        if (facts.Date is not { } date)
        {
            return link;
        }

        var last = (await session.Events(link.Target, cancel).ConfigureAwait(false))
            .LastOrDefault(e => e.Kind is StatusKind.Suspended or StatusKind.Reinstated or StatusKind.Deleted && e.Time is { } time && time.Time <= date);
        if (last is null)
        {
            return link;
        }

        var what = last.Kind.ToString().ToLowerInvariant();
        var status = Weights.Status.Because(PartialDate.Day(date.Year, date.Month, date.Day).ToString(), $"{what} {last.Time}", $"When the claim was made, the account was last recorded as {what} ({last.Time}).", last.Source);
        return LinkScore.Make(link.Kind, link.From, link.Target, [.. link.Reasons, status], link.Groups);
    }
}
