using Monitor.Core.Model;

namespace Monitor.Core.Reviews.Sampling;

/// <summary>The first accounts of a stratum in the order of the seed. Memory: as many as may be chosen.</summary>
internal sealed class StratumPool(string name, int most)
{
    private readonly SortedSet<string> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SampledAccount> _accounts = new(StringComparer.Ordinal);

    /// <summary>Name of the stratum.</summary>
    public string Name => name;

    /// <summary>Accounts seen.</summary>
    public long Accounts { get; private set; }

    /// <summary>The first accounts with their places, in order.</summary>
    public IEnumerable<(string Place, SampledAccount Account)> First => _places.Select(p => (p, _accounts[p]));

    /// <summary>Takes an account in when it is among the first.</summary>
    public void Offer(string place, Account account)
    {
        Accounts++;
        if (_places.Count == most && string.CompareOrdinal(place, _places.Max) > 0)
        {
            return;
        }

        _places.Add(place);
        _accounts[place] = new(account.Id, name, account.Source);
        if (_places.Count > most)
        {
            var last = _places.Max!;
            _places.Remove(last);
            _accounts.Remove(last);
        }
    }
}
