using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Query;
using Monitor.Core.Dossiers.Activities;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Together;

/// <summary>
/// Looks for the posts of an account's sample with other accounts, by search. It sees the same words and the same repost; links cannot be found so, since the platform
/// shortens each anew. Who acts together in the whole corpus, against a null model, is another question.
/// </summary>
internal sealed class JointPostFinder(ICorpus corpus)
{
    /// <summary>Posts of two accounts within so many seconds count as joint, the wider of the two windows that are usual (Pacheco et al. 2021, ICWSM; Giglietto et al. 2020, Information, Communication and Society 23:867).</summary>
    public const int Seconds = 60;

    /// <summary>Joint posts with one other account that are more than a coincidence in the terms of the same field.</summary>
    public const int Repeatedly = 2;

    /// <summary>Hits looked through for one text.</summary>
    private const int HitLimit = 20;

    /// <summary>Words searched for; what is found is compared as a whole.</summary>
    private const int PhraseWords = 12;

    /// <summary>Rows kept, posts of both accounts in turn.</summary>
    private const int RowLimit = 10;

    /// <summary>Searches for the sampled posts of an account.</summary>
    public async Task<JointPosts> Find(string accountId, TextTally texts, CancellationToken cancel)
    {
        // The searches wait for the store, not for each other.
        var own = texts.OwnSample.Posts.Select(s => OwnTwins(accountId, s, cancel)).ToList();
        var reposts = texts.RepostSample.Posts.Where(s => s.Post.Time is not null)
            .Select(async s => (s.Post, Twins: await Twins(accountId, s, await Search(s, near: true, cancel), cancel))).ToList();
        var tally = new JointTally(accountId, RowLimit);
        foreach (var (post, twins) in await Task.WhenAll(own))
        {
            tally.AddOwn(post, twins, [.. twins.Where(t => IsNear(t, post))]);
        }

        foreach (var (post, twins) in await Task.WhenAll(reposts))
        {
            tally.AddRepost(post, [.. twins.Where(t => IsNear(t, post))]);
        }

        return tally.ToResult();
    }

    private async Task<(Post Post, List<Post> Twins)> OwnTwins(string accountId, SampledPost sampled, CancellationToken cancel)
    {
        var found = await Search(sampled, near: false, cancel);
        var twins = await Twins(accountId, sampled, found, cancel);
        if (found.Total > found.Hits.Count && !twins.Exists(t => IsNear(t, sampled.Post)))
        {
            twins.AddRange(await Twins(accountId, sampled, await Search(sampled, near: true, cancel), cancel));
        }

        return (sampled.Post, twins);
    }

    private static bool IsNear(Post a, Post b) => a.Time is { } one && b.Time is { } other && Math.Abs((one - other).TotalSeconds) < Seconds;

    private async Task<SearchPage> Search(SampledPost sampled, bool near, CancellationToken cancel)
    {
        QueryNode query = new PhraseNode(TextKey.LongestRun(sampled.Post.Text, PhraseWords));
        if (near && sampled.Post.Time is { } time)
        {
            query = new AndNode([query, new FieldNode("from", Minute(time.AddSeconds(1 - Seconds)), false), new FieldNode("to", Minute(time.AddSeconds(Seconds - 1)), false)]);
        }

        return await corpus.Search(new(query, [SearchKind.Posts]) { Limit = HitLimit }, cancel);
    }

    private static string Minute(DateTimeOffset time) => new PartialDate(time.ToUniversalTime(), DatePrecision.Minute).ToString();

    /// <summary>Posts of other accounts with the same words, reposts for reposts only.</summary>
    private async Task<List<Post>> Twins(string accountId, SampledPost sampled, SearchPage found, CancellationToken cancel)
    {
        var twins = new List<Post>();
        foreach (var hit in found.Hits.Where(h => h.Title != accountId)) // the title of a post's hit is its account
        {
            if (await corpus.Post(hit.Id, cancel) is { } other && other.IsRepost == sampled.Post.IsRepost && TextKey.Words(other.Text) == sampled.Words)
            {
                twins.Add(other);
            }
        }

        return [.. twins.OrderBy(t => t.Id, StringComparer.Ordinal)]; // hits of equal rank come in the order in which they were imported
    }
}
