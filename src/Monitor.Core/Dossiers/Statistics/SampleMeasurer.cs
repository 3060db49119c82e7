using Monitor.Core.Corpus;
using Monitor.Core.Dossiers.Activities;
using Monitor.Core.Dossiers.Signals;
using Monitor.Core.Dossiers.Together;
using Monitor.Core.Dossiers.World;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Statistics;

/// <summary>Measures the sampled accounts of a release: their posts, whom they post with, who names them, what the platform did later.</summary>
/// <param name="corpus">The corpus.</param>
/// <param name="imported">True for an account id of any release.</param>
internal sealed class SampleMeasurer(ICorpus corpus, Func<string, bool> imported)
{
    /// <summary>Accounts with posts enough that are measured: a share of one tenth is then known to ±4 points (95 %).</summary>
    public const int Measured = 200;

    /// <summary>Posts read of each, the oldest first.</summary>
    private const int PostLimit = 1_000;

    /// <summary>Accounts of a release of which the costly things are measured, which take up to 25 searches each, and of all releases together.</summary>
    private const int Searched = 20;
    private const int SearchedOfAll = 100;

    private readonly JointPostFinder joint = new(corpus);
    private readonly DocumentMentionFinder mentions = new(corpus);
    private int searched;
    private int looked;

    /// <summary>Measures one release.</summary>
    public async Task<SampleRates> Measure(AccountSample sample, Release? release, CancellationToken cancel)
    {
        var rates = new SampleRates();
        var documents = (await corpus.Counts(cancel)).GetValueOrDefault(RecordKind.Document);
        var (enough, searchedHere, lookedHere) = (0, 0, 0);
        foreach (var account in sample.Accounts)
        {
            if (enough < Measured && await Tally(account, release, cancel) is { Posts: > 0 } tally)
            {
                rates.Posts.Add(tally.ToMeasures());
                enough += tally.Posts >= OutcomeRule.LeastPosts ? 1 : 0;
                if (tally.Posts >= OutcomeRule.LeastPosts && searchedHere < Searched && searched < SearchedOfAll)
                {
                    rates.Joint.Add(await joint.Find(account.Id, tally.Texts, cancel));
                    (searchedHere, searched) = (searchedHere + 1, searched + 1);
                }
            }

            if (documents > 0 && lookedHere < Searched && looked < SearchedOfAll && OriginFacts.IsHandleShown(account) && release?.Announced is { } announced)
            {
                var found = await mentions.Find([account.Handle], [account.Name], cancel);
                rates.Named = new(rates.Named.With + (found.Any(m => m.Document.Published < announced.Time) ? 1 : 0), rates.Named.Of + 1);
                (lookedHere, looked) = (lookedHere + 1, looked + 1);
            }

            rates.Reinstated = await WithStatus(rates.Reinstated, account, cancel);
        }

        return rates;
    }

    private async Task<BaseRate> WithStatus(BaseRate rate, Account account, CancellationToken cancel)
    {
        var events = await corpus.StatusEvents(account.Id, cancel);
        return events.Any(e => e.Kind is StatusKind.Suspended or StatusKind.Reinstated)
            ? new(rate.With + (events.Any(e => e.Kind == StatusKind.Reinstated) ? 1 : 0), rate.Of + 1)
            : rate;
    }

    private async Task<ActivityTally> Tally(Account account, Release? release, CancellationToken cancel)
    {
        var tally = new ActivityTally(account, user => imported($"{account.Platform}:{user}"), ReceivedPosts.AreAll(release));
        await foreach (var post in corpus.PostsOf(account.Id, cancel))
        {
            tally.Add(post);
            if (tally.Posts == PostLimit)
            {
                break;
            }
        }

        return tally;
    }
}
