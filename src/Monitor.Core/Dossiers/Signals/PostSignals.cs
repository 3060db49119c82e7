using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Query;
using Monitor.Core.Dossiers.Activities;
using Monitor.Core.Dossiers.Statistics;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Signals;

/// <summary>Signals of an account's posts, compared with the sampled accounts.</summary>
internal sealed class PostSignals(ICorpus corpus)
{
    /// <summary>Hits looked through for one text.</summary>
    private const int HitLimit = 20;

    /// <summary>Words searched for; what is found is compared as a whole.</summary>
    private const int PhraseWords = 12;

    /// <summary>Shared texts from which on chance and share buttons are no longer likely.</summary>
    private const int SeveralTexts = 3;

    /// <summary>Facts that hold of an account.</summary>
    public static IEnumerable<Finding> Of(ActivityTally tally, string release, CorpusStatistics statistics)
    {
        var measures = tally.ToMeasures();
        foreach (var fact in PostFact.All.Where(f => f.CanTell(measures) && f.Is(measures)))
        {
            var all = statistics.Posts(null, fact.CanTell, fact.Is);
            yield return new(fact.Family, new(
                fact.Name, fact.Side, all.Strength(fact.Cap), fact.Value(measures), RateText.Posts(statistics.Posts(release, fact.CanTell, fact.Is), all),
                fact.Text, fact.Rows(tally.Examples, measures)));
        }
    }

    /// <summary>
    /// Whether other accounts posted the same words: searched for a sample of its longer texts that are no reposts. Its base rate is not measured, since that would take
    /// as many searches for every account; the signal is at most moderate.
    /// </summary>
    public async Task<Finding?> SharedTexts(string accountId, ActivityTally tally, CancellationToken cancel)
    {
        var texts = tally.Examples.Sample.Texts;
        var rows = new List<RowRef>();
        var others = new HashSet<string>();
        var shared = 0;
        foreach (var (post, words) in texts)
        {
            var phrase = TextKey.LongestRun(post.Text, PhraseWords);
            if (phrase.Length == 0)
            {
                continue; // nothing but mentions and cut-off words
            }

            var page = await corpus.Search(new(new PhraseNode(phrase), [SearchKind.Posts]) { Limit = HitLimit }, cancel);
            var twin = false;
            foreach (var hit in page.Hits)
            {
                var other = await corpus.Post(hit.Id, cancel);
                if (other is not null && other.AccountId != accountId && !other.IsRepost && TextKey.Words(other.Text) == words)
                {
                    twin = true;
                    others.Add(other.AccountId);
                    rows.AddRange(rows.Count < 2 * RowExamples.Limit ? [post.Source, other.Source] : []);
                }
            }

            shared += twin ? 1 : 0;
        }

        return shared == 0 ? null : new(SignalFamily.Content, new(
            "texts-shared", SignalSide.Operated, shared >= SeveralTexts ? SignalStrength.Moderate : SignalStrength.Weak,
            $"{shared} of {texts.Count} texts looked at, with {others.Count} other account{(others.Count == 1 ? "" : "s")}",
            "not measured",
            "Other imported accounts posted the same words as their own. Texts handed out do so; so do share buttons, quotations and songs.",
            rows.Distinct().ToList()));
    }
}
