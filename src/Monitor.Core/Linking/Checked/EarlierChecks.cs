using System.Globalization;
using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Query;
using Monitor.Core.Linking.Checked;
using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Linking;

/// <summary>Earlier checks of a claim, and what was searched for them.</summary>
/// <param name="Matches">Best first; copies word for word are one.</param>
/// <param name="Checks">Pages of fact-checkers in the corpus.</param>
/// <param name="Looked">Fact-checks that shared a word with the claim and were compared.</param>
/// <param name="NotFindable">What could not have been found, in sentences.</param>
public sealed record FoundChecks(IReadOnlyList<CheckedMatch> Matches, int Checks, int Looked, IReadOnlyList<string> NotFindable);

/// <summary>
/// Looks for earlier checks of a claim among the ClaimReviews of the corpus. The corpus delivers the candidates and how rare each word is among fact-checks, so that the answer
/// is as new as the corpus, needs no index of its own and little memory, and is the same with either engine.
/// </summary>
public sealed class EarlierChecks(ICorpus corpus)
{
    /// <summary>Words of the claim that are asked for, the rarest in the corpus first; each costs one count.</summary>
    private const int MostWords = 24;

    private const int MostPages = 60;

    /// <summary>A check is shown when it holds at least this share of the claim's rare words (idf mass), and two of them: below it, matches of research sets are mostly wrong.</summary>
    private const double LeastCovered = .35;

    private const int LeastShared = 2;

    private static readonly FieldNode Factcheck = new("kind", "factcheck", false);

    /// <summary>The earlier checks of a claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="own">Ids of documents in which the claim itself stands: a fact-check that states it is no earlier check of it.</param>
    /// <param name="top">Most checks.</param>
    /// <param name="useDates">Whether the dates of claim and check count.</param>
    /// <param name="cancel">Cancels.</param>
    public async Task<FoundChecks> Find(Claim claim, IReadOnlySet<string>? own = null, int top = 5, bool useDates = true, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var all = await Total(Factcheck, cancel).ConfigureAwait(false);
        var rarity = new Dictionary<string, int>(StringComparer.Ordinal);
        var asked = new List<(QueryNode Node, int Holders)>();
        foreach (var (term, word) in Words(claim.Text).Take(all == 0 ? 0 : MostWords))
        {
            rarity[term] = await Total(new AndNode([Factcheck, new WordNode(word)]), cancel).ConfigureAwait(false);
            asked.Add((new WordNode(word), rarity[term]));
        }

        // Words that stand in more than a fifth of many checks tell little and would fill the page of candidates.
        var telling = asked.Where(a => a.Holders > 0 && (all < 50 || a.Holders <= all / 5)).OrderBy(a => a.Holders).Select(a => a.Node).ToList();
        var pages = telling.Count == 0 ? [] : await Pages(telling, cancel).ConfigureAwait(false);
        var reviews = pages.Where(p => own?.Contains(p.Id) != true).SelectMany(p => p.ClaimReviews.Where(r => r.ClaimReviewed.Length > 0).Select((r, i) => Checked(p, r, i))).ToList();
        var query = new CheckQuery(claim.Id, claim.Text) { Author = $"{claim.Speaker.Name} {claim.Speaker.Handle}".Trim(), Date = useDates ? claim.Said?.Time : null };
        var matches = new ClaimMatcher(reviews, useDates, new CollectionCounts(Math.Max(all, reviews.Count), rarity)).Match(query, top)
            .Where(m => m.Shared.Count >= LeastShared && m.Covered >= LeastCovered).ToList();
        return new(matches, all, reviews.Count, NotFindable(claim, all));
    }

    private static IReadOnlyList<string> NotFindable(Claim claim, int all) => all == 0
        ? ["No fact-check has been collected yet."]
        : [$"Checks that share no two rare words with the claim, and checks in other languages than {claim.Language} unless names and numbers are written alike."];

    private static CheckedClaim Checked(Document page, ClaimReview review, int place) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{page.Id}#{place}"), review.ClaimReviewed, page.Title)
        {
            Date = review.ReviewDate?.Time ?? page.Published,
            Rating = review.Rating,
            Publisher = review.Reviewer.Length > 0 ? review.Reviewer : page.Site,
            Url = review.Url.Length > 0 ? review.Url : page.Url,
            DocumentId = page.Id,
        };

    /// <summary>The telling words of a claim: the term by which the analyzer knows each, and the word as written; longer ones first, since they are rarer.</summary>
    private static IEnumerable<(string Term, string Word)> Words(string text)
    {
        var plain = PlainWords.Of(text);
        return Analyzer.Terms(plain, "en").Where(t => !t.Stop && t.Value.Length > 1).DistinctBy(t => t.Value).OrderByDescending(t => t.Value.Length).ThenBy(t => t.Value, StringComparer.Ordinal)
            .Select(t => (t.Value, plain[t.Start..t.End]));
    }

    private async Task<int> Total(QueryNode query, CancellationToken cancel) =>
        (int)Math.Min(int.MaxValue, (await corpus.Search(new(query, [SearchKind.Documents]) { Limit = 1 }, cancel).ConfigureAwait(false)).Total);

    private async Task<List<Document>> Pages(List<QueryNode> words, CancellationToken cancel)
    {
        var any = words.Count == 1 ? words[0] : new OrNode(words);
        var page = await corpus.Search(new(new AndNode([Factcheck, any]), [SearchKind.Documents]) { Limit = MostPages }, cancel).ConfigureAwait(false);
        var documents = new List<Document>();
        foreach (var hit in page.Hits)
        {
            if (await corpus.Document(hit.Id, cancel).ConfigureAwait(false) is { } document)
            {
                documents.Add(document);
            }
        }

        return documents;
    }
}
