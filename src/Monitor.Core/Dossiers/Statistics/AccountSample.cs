using Monitor.Core.Corpus;
using Monitor.Core.Dossiers.Activities;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Statistics;

/// <summary>A sample of a release's accounts, always the same one (the smallest hashes of the ids), whose posts are measured.</summary>
internal sealed class AccountSample
{
    /// <summary>Accounts measured: a share of one tenth is then known to ±4 points (95 %).</summary>
    public const int Measured = 200;

    /// <summary>Accounts looked at to find those with posts; many accounts in the archives have none.</summary>
    private const int Candidates = 600;

    /// <summary>Posts read of each, the oldest first.</summary>
    private const int PostLimit = 1_000;

    private readonly SortedDictionary<ulong, Account> chosen = [];
    private ulong largest = ulong.MaxValue;

    /// <summary>Takes the account in if its turn comes.</summary>
    public void Offer(Account account)
    {
        var hash = TextKey.Hash(account.Id);
        if (hash >= largest)
        {
            return;
        }

        chosen[hash] = account;
        if (chosen.Count > Candidates)
        {
            chosen.Remove(chosen.Keys.Last());
            largest = chosen.Keys.Last();
        }
    }

    /// <summary>Measures of the accounts that have posts enough.</summary>
    public async Task<IReadOnlyList<PostMeasures>> Measure(ICorpus corpus, CancellationToken cancel)
    {
        var measures = new List<PostMeasures>();
        foreach (var account in chosen.Values)
        {
            var tally = new ActivityTally(account.UserId);
            var posts = 0;
            await foreach (var post in corpus.PostsOf(account.Id, cancel))
            {
                tally.Add(post);
                if (++posts == PostLimit)
                {
                    break;
                }
            }

            if (posts >= OutcomeRule.LeastPosts)
            {
                measures.Add(tally.ToMeasures());
            }

            if (measures.Count == Measured)
            {
                break;
            }
        }

        return measures;
    }
}
