using Monitor.Core.Dossiers.Statistics;

namespace Monitor.Core.Dossiers.Bios;

/// <summary>How common shared bios are among some accounts.</summary>
internal sealed class BioRates
{
    private readonly SortedDictionary<int, long> bySize = [];
    private long near;
    private long of;

    /// <summary>Counts an account in.</summary>
    /// <param name="accounts">Accounts with its bio, itself included.</param>
    /// <param name="nearlyShared">True when another account has nearly the same.</param>
    public void Add(int accounts, bool nearlyShared)
    {
        bySize[accounts] = bySize.GetValueOrDefault(accounts) + 1;
        near += nearlyShared ? 1 : 0;
        of++;
    }

    /// <summary>Accounts with a bio that can be compared, and of these those whose bio so many accounts have, or more.</summary>
    public BaseRate SharedBy(int accounts) => new(bySize.Where(s => s.Key >= accounts).Sum(s => s.Value), of);

    /// <summary>Of the same accounts, those whose bio another account has nearly, by the estimate of signatures.</summary>
    public BaseRate Near => new(near, of);
}
