using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Query;
using Monitor.Core.Linking.Scoring;
using Monitor.Core.Model;

namespace Monitor.Core.Linking.Accounts;

/// <summary>What a post (or a bio) of an account has in common with the claim.</summary>
/// <param name="AccountId">Whose it is.</param>
/// <param name="Reason">The feature.</param>
internal sealed record PostMatch(string AccountId, Reason Reason);

/// <summary>Finds posts with the claim's hashtags or with nearly its words.</summary>
internal sealed class PostMatches(LinkSession session, ClaimFacts facts)
{
    /// <summary>Posts read for a hashtag or a wording; what is commoner tells nothing of a claim, and every user of it would be linked.</summary>
    public const int Most = 1_000;

    /// <summary>Users from which on a shared hashtag counts half.</summary>
    private const int Many = 100;

    private readonly List<string> tooCommon = [];

    /// <summary>Hashtags and wordings that were not followed, with the number of posts.</summary>
    public IReadOnlyList<string> TooCommon => tooCommon;

    public async Task<IReadOnlyList<PostMatch>> Find(CancellationToken cancel)
    {
        var found = new List<PostMatch>();
        foreach (var hashtag in facts.Hashtags.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            await AddHashtag(hashtag, found, cancel).ConfigureAwait(false);
        }

        if (Wording.Of(facts.Text) is { } wording)
        {
            await AddWording(wording, found, cancel).ConfigureAwait(false);
        }

        return found;
    }

    private async Task AddHashtag(string hashtag, List<PostMatch> found, CancellationToken cancel)
    {
        var query = new FieldNode("hashtag", hashtag.TrimStart('#'), false);
        var users = new SortedDictionary<string, (string Text, RowRef? Source)>(StringComparer.Ordinal);
        foreach (var hit in await Hits(query, [SearchKind.Posts, SearchKind.Accounts], $"#{hashtag} stands in", cancel).ConfigureAwait(false))
        {
            if (hit.Kind == SearchKind.Accounts)
            {
                users[hit.Id] = ("bio", null);
            }
            else if (await session.Corpus.Post(hit.Id, cancel).ConfigureAwait(false) is { } post && (!users.TryGetValue(post.AccountId, out var before) || Earlier(post.Source, before.Source)))
            {
                users[post.AccountId] = ("post", post.Source);
            }
        }

        foreach (var (user, (where, source)) in users)
        {
            var text = users.Count == 1 ? $"A {where} of the account has #{hashtag}; no other account of the corpus used it." : $"A {where} of the account has #{hashtag}, as those of {users.Count} accounts of the corpus do.";
            found.Add(new(user, Weights.Hashtag.Because("#" + hashtag, "#" + hashtag, text, source, users.Count > Many ? .5 : 1)));
        }
    }

    private async Task AddWording(Wording wording, List<PostMatch> found, CancellationToken cancel)
    {
        foreach (var hit in await Hits(wording.Query, [SearchKind.Posts], "the claim's rarer words stand in", cancel).ConfigureAwait(false))
        {
            if (await session.Corpus.Post(hit.Id, cancel).ConfigureAwait(false) is { } post && wording.SharedWith(post.Text) is var shared && shared >= Wording.Least)
            {
                var (have, all) = ((int)Math.Round(shared * wording.Words.Count), wording.Words.Count);
                found.Add(new(post.AccountId, Weights.SameWords.Because(facts.Text, post.Text, $"A post of the account has {have} of the {all} words of the claim.", post.Source, shared)));
            }
        }
    }

    private async Task<IReadOnlyList<SearchHit>> Hits(QueryNode query, IReadOnlyList<SearchKind> kinds, string what, CancellationToken cancel)
    {
        var page = await session.Corpus.Search(new(query, kinds) { Limit = Most, Sort = SearchSort.Oldest }, cancel).ConfigureAwait(false);
        if (page.Total <= Most)
        {
            return page.Hits;
        }

        tooCommon.Add($"{what} {page.Total.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} posts, too many to be a link");
        return [];
    }

    private static bool Earlier(RowRef a, RowRef? b) =>
        b is null || string.CompareOrdinal($"{a.Release}/{a.Version:D6}/{a.File}/{a.Line:D12}", $"{b.Release}/{b.Version:D6}/{b.File}/{b.Line:D12}") < 0;
}
