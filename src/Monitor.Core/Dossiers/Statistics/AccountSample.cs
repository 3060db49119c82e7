using Monitor.Core.Dossiers.Activities;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Statistics;

/// <summary>A sample of a release's accounts, always the same one: the smallest hashes of the ids.</summary>
internal sealed class AccountSample
{
    /// <summary>Accounts looked at to find those with posts; many accounts in the archives have none.</summary>
    private const int Candidates = 600;

    private readonly SortedDictionary<ulong, Account> chosen = [];
    private ulong largest = ulong.MaxValue;

    /// <summary>The accounts, in an order that has nothing to do with them.</summary>
    public IReadOnlyCollection<Account> Accounts => chosen.Values;

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
            chosen.Remove(chosen.Last().Key);
            largest = chosen.Last().Key;
        }
    }
}
