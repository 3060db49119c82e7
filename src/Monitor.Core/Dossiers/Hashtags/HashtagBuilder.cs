using System.Globalization;
using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Query;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Hashtags;

/// <summary>
/// Gathers everything known of a hashtag by streaming its uses once in order of time; memory does not grow with them (<see cref="HashtagTally"/>). What was counted is
/// kept for the last <see cref="Kept"/> hashtags until an import changes a release; documents and claims are looked up each time. Safe for use from several threads.
/// </summary>
public sealed class HashtagBuilder(ICorpus corpus)
{
    /// <summary>Hashtags whose counts are kept, at most some 100 KB each.</summary>
    private const int Kept = 64;

    private const int MostMentions = 20;

    private readonly Lock gate = new();
    private readonly Dictionary<string, HashtagDossier> counted = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();
    private string countedFor = "";

    /// <summary>The dossier of a hashtag; one without uses when nobody used it.</summary>
    public async Task<HashtagDossier> Build(Hashtag tag, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(tag);
        var state = State(await corpus.Releases(cancel));
        var dossier = Recall(tag, state) ?? Keep(tag, state, await Task.Run(() => Count(tag, cancel), cancel));
        return dossier with { Tag = tag.Text, Mentions = await Mentions(tag, cancel) };
    }

    private static string State(IReadOnlyList<Release> releases) => string.Join('|', releases.Select(r => string.Create(
        CultureInfo.InvariantCulture, $"{r.Id} {string.Join(',', r.Versions.Select(v => $"{v.Number}:{v.Accounts}:{v.Posts}:{v.Imported.UtcTicks}"))}")));

    private HashtagDossier? Recall(Hashtag tag, string state)
    {
        lock (gate)
        {
            if (countedFor != state)
            {
                counted.Clear();
                order.Clear();
                countedFor = state;
            }

            return counted.GetValueOrDefault(tag.Term);
        }
    }

    private HashtagDossier Keep(Hashtag tag, string state, HashtagDossier dossier)
    {
        lock (gate)
        {
            if (countedFor == state && counted.TryAdd(tag.Term, dossier))
            {
                order.Enqueue(tag.Term);
                if (order.Count > Kept)
                {
                    counted.Remove(order.Dequeue());
                }
            }

            return dossier;
        }
    }

    private async Task<HashtagDossier> Count(Hashtag tag, CancellationToken cancel)
    {
        var tally = new HashtagTally(tag);
        await foreach (var post in corpus.PostsWithHashtag(tag.Text, cancel))
        {
            tally.Add(post);
        }

        var dossier = tally.ToDossier(await HashtagScope.Of(corpus, cancel));
        var users = new List<HashtagUser>();
        foreach (var user in dossier.Users.Most)
        {
            users.Add(user with { Account = await corpus.Accounts(user.AccountId, cancel) is [.., var newest] ? newest : null });
        }

        return dossier with { Users = dossier.Users with { Most = users }, Near = await Near(tag, dossier, cancel) };
    }

    /// <summary>Hashtags that differ by underscores only and were used: those that can be made, and those that stand beside it.</summary>
    private async Task<IReadOnlyList<ValueCount>> Near(Hashtag tag, HashtagDossier dossier, CancellationToken cancel)
    {
        var bare = Bare(tag.Term);
        var candidates = Hashtag.Near(dossier.Spellings.Select(s => s.Value).Take(5).Prepend(tag.Text))
            .Concat(dossier.Together.Select(t => t.Value).Where(t => Bare(RecordTerms.Hashtag(t)) == bare))
            .DistinctBy(RecordTerms.Hashtag).Where(c => RecordTerms.Hashtag(c) != tag.Term);
        var near = new List<ValueCount>();
        foreach (var candidate in candidates)
        {
            var page = await corpus.Search(new SearchRequest(new FieldNode("hashtag", candidate, Phrase: true), [SearchKind.Posts]) { Limit = 1, Sort = SearchSort.Oldest }, cancel);
            if (page.Total > 0)
            {
                near.Add(new(candidate, page.Total));
            }
        }

        return [.. near.OrderByDescending(n => n.Count).ThenBy(n => n.Value, StringComparer.Ordinal)];

        static string Bare(string term) => term.Replace("_", "", StringComparison.Ordinal);
    }

    private async Task<HashtagMentions> Mentions(Hashtag tag, CancellationToken cancel)
    {
        var query = new FieldNode("hashtag", tag.Text, Phrase: true);
        SearchRequest In(SearchKind kind) => new(query, [kind]) { Limit = MostMentions, Sort = SearchSort.Oldest };
        var documents = await corpus.Search(In(SearchKind.Documents), cancel);
        var claims = await corpus.Search(In(SearchKind.Claims), cancel);
        return new(documents.Total, claims.Total, [.. documents.Hits.Concat(claims.Hits).OrderBy(h => h.Date ?? DateTimeOffset.MaxValue).ThenBy(h => h.Id, StringComparer.Ordinal).Take(MostMentions)]);
    }
}
