using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Releases;

/// <summary>The groups in counts of accounts by value, and some accounts of the largest ones.</summary>
internal sealed class GroupExamples<T>
    where T : notnull
{
    /// <summary>Accounts named of each group.</summary>
    private const int Examples = 5;

    private readonly int least;
    private readonly IReadOnlyDictionary<T, int> counts;
    private readonly Dictionary<T, List<Account>> examples = [];

    /// <summary>Finds the groups.</summary>
    /// <param name="counts">Accounts by value.</param>
    /// <param name="least">Accounts that make a group.</param>
    /// <param name="listed">Groups named.</param>
    public GroupExamples(IReadOnlyDictionary<T, int> counts, int least, int listed)
    {
        (this.counts, this.least) = (counts, least);
        foreach (var (value, _) in counts.Where(c => c.Value >= least).OrderByDescending(c => c.Value).ThenBy(c => c.Key, Comparer<T>.Default).Take(listed))
        {
            examples[value] = [];
        }
    }

    /// <summary>The largest groups, most accounts first.</summary>
    public IEnumerable<(T Value, int Count, IReadOnlyList<Account> Examples)> Largest =>
        examples.Select(e => (e.Key, counts[e.Key], (IReadOnlyList<Account>)e.Value)).OrderByDescending(g => g.Item2).ThenBy(g => g.Key, Comparer<T>.Default);

    /// <summary>Keeps an account of a group as an example.</summary>
    public void Offer(object? value, Account account)
    {
        if (value is T key && examples.TryGetValue(key, out var kept) && kept.Count < Examples)
        {
            kept.Add(account);
        }
    }

    /// <summary>The groups, named by their value and first account.</summary>
    public AccountGroups ToGroups(Func<T, Account, string> name)
    {
        var groups = counts.Values.Where(c => c >= least).ToList();
        return new(
            least, groups.Count, groups.Sum(c => (long)c), counts.Values.Sum(c => (long)c),
            [.. Largest.Where(g => g.Examples.Count > 0).Select(g => new AccountGroup(name(g.Value, g.Examples[0]), g.Count, g.Examples))]);
    }
}
