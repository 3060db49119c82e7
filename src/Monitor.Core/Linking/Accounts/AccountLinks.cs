using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Query;
using Monitor.Core.Linking.Scoring;
using Monitor.Core.Model;

namespace Monitor.Core.Linking.Accounts;

/// <summary>What was found among the accounts, and how far the search went.</summary>
/// <param name="Links">Best first.</param>
/// <param name="Funnel">Counts over the accounts that were read through.</param>
/// <param name="ReadThrough">Releases whose accounts were read one by one.</param>
/// <param name="Searched">Accounts delivered by search from elsewhere.</param>
/// <param name="Cut">Links left out because there were more than <see cref="AccountLinks.Most"/>.</param>
internal sealed record FoundAccounts(IReadOnlyList<Link> Links, Funnel Funnel, IReadOnlyList<string> ReadThrough, int Searched, int Cut);

/// <summary>
/// Finds the accounts that bear on a claim. Releases that fit the claim are read through, up to a bound, so that the funnel can be counted and names be compared
/// across scripts; beyond, the search over bios, names and hashtags delivers the candidates. Every candidate is then verified by the same comparison.
/// </summary>
internal sealed class AccountLinks(ICorpus corpus, ClaimFacts facts, IReadOnlyDictionary<string, Link> fitting, IReadOnlyList<Release> releases)
{
    /// <summary>Accounts that are read through for one claim; about 50 µs each.</summary>
    public const long ReadBound = 100_000;

    /// <summary>Most account links of one claim.</summary>
    public const int Most = 2_000;

    /// <summary>Most hits taken from one query.</summary>
    private const int HitsPerQuery = 1_000;

    private readonly AccountScorer scorer = new(facts, fitting);
    private readonly Dictionary<string, List<Found>> found = new(StringComparer.Ordinal);
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Hashtag, int Users)> hashtags = new(StringComparer.Ordinal);
    private int searched;

    public async Task<FoundAccounts> Find(string claimId, CancellationToken cancel)
    {
        await FindHashtags(cancel).ConfigureAwait(false);
        var funnel = new Funnel();
        var read = new List<string>();
        var left = ReadBound;
        foreach (var release in releases.Where(r => r.Versions is [.., { Accounts: > 0 }] && fitting.ContainsKey(r.Id)).OrderByDescending(r => fitting[r.Id].Score).ThenBy(r => r.Id, StringComparer.Ordinal))
        {
            if (release.Versions[^1].Accounts > left)
            {
                continue;
            }

            left -= release.Versions[^1].Accounts;
            read.Add(release.Id);
            await foreach (var account in corpus.AccountsIn(release.Id, cancel).ConfigureAwait(false))
            {
                funnel.Count(account, Consider(account));
            }
        }

        await FindBySearch(cancel).ConfigureAwait(false);
        List<Link> links = [.. found.Select(f => Merge(claimId, f.Key, f.Value)).OrderByDescending(l => l.Score).ThenBy(l => l.Target, StringComparer.Ordinal)];
        return new([.. links.Take(Most)], funnel, read, searched, Math.Max(0, links.Count - Most));
    }

    private async Task FindBySearch(CancellationToken cancel)
    {
        foreach (var handle in facts.Handles.Append(facts.SpeakerHandle).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase))
        {
            ConsiderAll(await corpus.AccountsByHandle(handle, cancel).ConfigureAwait(false));
        }

        foreach (var query in CandidateQueries.Names(facts).Concat(facts.Groups.Count > 0 ? CandidateQueries.Groups(facts) : []))
        {
            await ConsiderHits(query, cancel).ConfigureAwait(false);
        }

        foreach (var id in hashtags.Keys.Order(StringComparer.Ordinal))
        {
            ConsiderAll(await corpus.Accounts(id, cancel).ConfigureAwait(false));
        }
    }

    private async Task FindHashtags(CancellationToken cancel)
    {
        foreach (var hashtag in facts.Hashtags.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var users = new HashSet<string>(StringComparer.Ordinal);
            var page = await corpus.Search(new(CandidateQueries.Hashtag(hashtag), [SearchKind.Posts, SearchKind.Accounts]) { Limit = HitsPerQuery }, cancel).ConfigureAwait(false);
            foreach (var hit in page.Hits)
            {
                var user = hit.Kind == SearchKind.Accounts ? hit.Id : (await corpus.Post(hit.Id, cancel).ConfigureAwait(false))?.AccountId;
                if (user is not null)
                {
                    users.Add(user);
                }
            }

            foreach (var user in users.Where(u => !hashtags.ContainsKey(u)))
            {
                hashtags[user] = (hashtag, users.Count);
            }
        }
    }

    private async Task ConsiderHits(QueryNode query, CancellationToken cancel)
    {
        var page = await corpus.Search(new(query, [SearchKind.Accounts]) { Limit = HitsPerQuery }, cancel).ConfigureAwait(false);
        foreach (var id in page.Hits.Select(h => h.Id).Distinct(StringComparer.Ordinal))
        {
            ConsiderAll(await corpus.Accounts(id, cancel).ConfigureAwait(false));
        }
    }

    private void ConsiderAll(IReadOnlyList<Account> accounts)
    {
        foreach (var account in accounts.Where(a => !seen.Contains(a.Key)))
        {
            searched++;
            Consider(account);
        }
    }

    private GroupFindings Consider(Account account)
    {
        var findings = GroupFinder.InAccount(account);
        if (seen.Add(account.Key))
        {
            var used = hashtags.TryGetValue(account.Id, out var hashtag);
            var (reasons, groups) = scorer.Reasons(account, findings, hashtag.Users, used ? hashtag.Hashtag : null);
            if (reasons.Count > 0)
            {
                (found.TryGetValue(account.Id, out var list) ? list : found[account.Id] = []).Add(new(account.Key, reasons, groups));
            }
        }

        return findings;
    }

    /// <summary>An account that several releases show is one target: the showing with the best score tells.</summary>
    private static Link Merge(string claimId, string accountId, List<Found> showings)
    {
        var best = showings.OrderByDescending(s => LinkScore.Of(s.Reasons)).ThenBy(s => s.Key, StringComparer.Ordinal).First();
        return LinkScore.Make(LinkKind.Account, claimId, accountId, best.Reasons, best.Groups);
    }

    private sealed record Found(string Key, IReadOnlyList<Reason> Reasons, IReadOnlyList<string> Groups);
}
