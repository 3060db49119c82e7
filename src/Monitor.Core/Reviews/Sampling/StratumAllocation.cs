namespace Monitor.Core.Reviews.Sampling;

/// <summary>
/// Divides a sample among strata in proportion to their accounts: each gets the whole part of its quota, the rest goes to the largest remainders (Hamilton's
/// method), and every stratum gets at least one where the size allows it, taken from those that are most above their quota.
/// </summary>
internal static class StratumAllocation
{
    /// <summary>Accounts to choose of each stratum, never more than it has; together the size, or all accounts when there are fewer.</summary>
    /// <param name="accounts">Accounts by stratum, each above 0. Of equal claims the earlier stratum's goes first.</param>
    /// <param name="size">Accounts wanted, 0 or more.</param>
    public static int[] Of(IReadOnlyList<long> accounts, int size)
    {
        var total = accounts.Sum();
        size = (int)Math.Min(size, total);
        if (size == 0)
        {
            return new int[accounts.Count];
        }

        // Numerators of quotas over the total: whole numbers, so that nothing hangs on rounding.
        var quotas = accounts.Select(a => (Int128)size * a).ToArray();
        var least = size >= accounts.Count ? 1 : 0;
        var chosen = quotas.Select(q => Math.Max(least, (int)(q / total))).ToArray();
        var rest = size - chosen.Sum();
        foreach (var i in Order(i => quotas[i] % total).Where(i => quotas[i] % total > 0 && chosen[i] * (Int128)total < quotas[i]).Take(Math.Max(0, rest)).ToList())
        {
            chosen[i]++;
            rest--;
        }

        for (; rest < 0; rest++)
        {
            chosen[Order(i => (chosen[i] * (Int128)total) - quotas[i]).First(i => chosen[i] > least)]--;
        }

        return chosen;

        IOrderedEnumerable<int> Order(Func<int, Int128> claim) => Enumerable.Range(0, accounts.Count).OrderByDescending(claim).ThenBy(i => i);
    }
}
