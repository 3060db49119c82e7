namespace Monitor.Core.Dossiers.Coordination.Chance;

/// <summary>
/// The probability that two accounts meet by chance: that at least one of the first's actions and one of the second's lie within the window when every action keeps
/// its hour and its place within the hour is drawn anew, uniformly and independently. Uniform redrawing was chosen over permuting an account's own times of the hour:
/// most accounts post once an hour or less, and a permutation of one time changes nothing, so it could never tell chance from plan. All formulas are exact for times
/// given in cells (seconds or minutes); the tests hold them against enumeration and a seeded shuffle. Safe for one thread.
/// </summary>
internal sealed class MeetingChance(TimeGrid grid)
{
    /// <summary>Actions of one account on one object in one hour up to which the exact formula is used; beyond, the union bound, which is never smaller.</summary>
    public const int MostExact = 16;

    private readonly double[,] same = new double[MostExact + 1, MostExact + 1];
    private readonly double[,] next = new double[MostExact + 1, MostExact + 1];
    private readonly double one = Single(grid);

    /// <summary>Both act in the same hour, <paramref name="a"/> and <paramref name="b"/> times.</summary>
    public double Same(int a, int b)
    {
        if (a > MostExact || b > MostExact)
        {
            return Math.Min(1, one * a * b);
        }

        ref var known = ref same[a, b];
        return known > 0 ? known : known = a == 1 && b == 1 ? one : 1 - Apart(grid, a, b);
    }

    /// <summary>The first acts <paramref name="a"/> times in an hour, the second <paramref name="b"/> times in the hour after it.</summary>
    public double Next(int a, int b)
    {
        if (grid.Reach == 0)
        {
            return 0;
        }

        if (a > MostExact || b > MostExact)
        {
            return Across(grid, a, b);
        }

        ref var known = ref next[a, b];
        return known > 0 ? known : known = Across(grid, a, b);
    }

    /// <summary>Two single actions of one hour: n cells have n(2N + 1) − N(N + 1) pairs at most N apart, out of n².</summary>
    internal static double Single(TimeGrid grid)
    {
        double n = grid.Cells, reach = Math.Min(grid.Reach, grid.Cells - 1);
        return ((n * ((2 * reach) + 1)) - (reach * (reach + 1))) / (n * n);
    }

    /// <summary>
    /// The probability that no action of one account lies within N cells of one of the other. Sorted by time, the actions are runs of one and the other account. With r
    /// changes between them, taking N cells out of every change leaves n − rN cells in which no cell is shared; i and j different cells of either account stand there in
    /// C(n − rN, i + j) ways, their runs in W(i, j, r) ways (Wald and Wolfowitz 1940), and a and b actions fill them in S(a, i) i! and S(b, j) j! ways (Stirling numbers).
    /// </summary>
    internal static double Apart(TimeGrid grid, int a, int b)
    {
        double sum = 0;
        for (var i = 1; i <= a; i++)
        {
            for (var j = 1; j <= b; j++)
            {
                var fill = Onto(a, i) * Onto(b, j);
                for (var r = 1; r <= i + j - 1; r++)
                {
                    sum += fill * Runs(i, j, r) * Choose(grid.Cells - ((long)r * grid.Reach), i + j);
                }
            }
        }

        return sum / Math.Pow(grid.Cells, a + b);
    }

    /// <summary>The last of a in an hour and the first of b in the next one: summed over how far from the end of the hour the last one lies.</summary>
    internal static double Across(TimeGrid grid, int a, int b)
    {
        double n = grid.Cells, sum = 0;
        for (var before = 0; before < grid.Reach; before++)
        {
            var last = Math.Pow((n - before) / n, a) - Math.Pow((n - before - 1) / n, a);
            var first = 1 - Math.Pow((n - (grid.Reach - before)) / n, b);
            sum += last * first;
        }

        return sum;
    }

    /// <summary>Ways to put k different actions into exactly m cells, none empty: m! S(k, m), by its recurrence, whose terms are all positive.</summary>
    private static double Onto(int k, int m)
    {
        Span<double> ways = stackalloc double[m + 1];
        ways.Clear();
        ways[0] = 1;
        for (var i = 1; i <= k; i++)
        {
            for (var j = m; j > 0; j--)
            {
                ways[j] = j * (ways[j] + ways[j - 1]);
            }

            ways[0] = 0;
        }

        return ways[m];
    }

    /// <summary>Orders of i and j things of two kinds with exactly r changes of kind.</summary>
    private static double Runs(int i, int j, int r)
    {
        var m = (r + 1) / 2;
        return r % 2 == 1
            ? 2 * Choose(i - 1, m - 1) * Choose(j - 1, m - 1)
            : (Choose(i - 1, m) * Choose(j - 1, m - 1)) + (Choose(i - 1, m - 1) * Choose(j - 1, m));
    }

    private static double Choose(long n, int k)
    {
        if (k < 0 || n < k)
        {
            return 0;
        }

        double ways = 1;
        for (var i = 1; i <= k; i++)
        {
            ways = ways * (n - k + i) / i;
        }

        return ways;
    }
}
