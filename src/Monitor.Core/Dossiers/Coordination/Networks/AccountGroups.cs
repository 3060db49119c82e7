using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Coordination.Networks;

/// <summary>Connected components of the edges beyond chance.</summary>
internal static class AccountGroups
{
    /// <summary>Groups, the largest first.</summary>
    /// <param name="edges">Edges, those beyond chance first.</param>
    /// <param name="beyond">How many of them are beyond chance.</param>
    /// <param name="accounts">Ids of accounts by number.</param>
    public static IReadOnlyList<CoordinationGroup> Of(List<PairFigures> edges, int beyond, IReadOnlyList<string> accounts)
    {
        var root = new Dictionary<int, int>();
        foreach (var edge in edges.Take(beyond))
        {
            var (a, b) = (Find(root, edge.A), Find(root, edge.B));
            root[Math.Max(a, b)] = Math.Min(a, b);
        }

        var joined = edges.Take(beyond).ToLookup(e => Find(root, e.A));
        return
        [
            .. root.Keys.ToList().GroupBy(a => Find(root, a))
                .OrderByDescending(g => g.Count()).ThenBy(g => g.Key)
                .Select(g => new CoordinationGroup([.. g.Order().Select(a => accounts[a])], joined[g.Key].Count(), joined[g.Key].Sum(e => (long)e.Joint))),
        ];
    }

    private static int Find(Dictionary<int, int> root, int account)
    {
        var top = account;
        while (root.TryGetValue(top, out var above) && above != top)
        {
            top = above;
        }

        root.TryAdd(top, top);
        while (account != top)
        {
            (root[account], account) = (top, root[account]);
        }

        return top;
    }
}
