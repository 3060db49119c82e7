namespace Monitor.Core.Dossiers.Coordination.Chance;

/// <summary>
/// The probability that at least so many of many independent chances come true: the upper tail of a Poisson binomial distribution (Hong 2013), which is a sum of
/// binomials here, because few different probabilities occur. Terms are all positive, so that a tail of 1e-100 is as exact as one of 0.1.
/// </summary>
internal static class JointTail
{
    /// <summary>The tail P(S ≥ least) for chances given as (probability, how often).</summary>
    public static double AtLeast(int least, ReadOnlySpan<(double P, int Count)> chances)
    {
        var (mean, variance, all) = (0.0, 0.0, 0);
        foreach (var (p, count) in chances)
        {
            mean += p * count;
            variance += p * (1 - p) * count;
            all += count;
        }

        if (least <= 0)
        {
            return 1;
        }

        if (least > all)
        {
            return 0;
        }

        // Below the mean the tail is large and the other side is summed; above it the terms fall fast, and those ten deviations further are below every rounding.
        var below = least <= mean;
        var most = below ? least - 1 : (int)Math.Min(all, least + 60 + (10 * Math.Sqrt(variance)));
        var sum = new double[most + 1];
        sum[0] = 1;
        var filled = 0;
        foreach (var (p, count) in chances)
        {
            filled = count == 1 ? AddOne(sum, filled, p) : AddMany(sum, filled, p, count);
        }

        double tail = 0;
        for (var k = below ? 0 : least; k <= most; k++)
        {
            tail += sum[k];
        }

        return Math.Clamp(below ? 1 - tail : tail, 0, 1);
    }

    private static int AddOne(double[] sum, int filled, double p)
    {
        var top = Math.Min(filled + 1, sum.Length - 1);
        for (var k = top; k > 0; k--)
        {
            sum[k] = (sum[k] * (1 - p)) + (sum[k - 1] * p);
        }

        sum[0] *= 1 - p;
        return top;
    }

    private static int AddMany(double[] sum, int filled, double p, int count)
    {
        var top = Math.Min(count, sum.Length - 1);
        var term = Binomial(p, count, top);
        if (filled == 0)
        {
            var first = sum[0];
            for (var k = 0; k <= top; k++)
            {
                sum[k] = first * term[k];
            }

            return top;
        }

        var result = Math.Min(filled + top, sum.Length - 1);
        for (var k = result; k >= 0; k--)
        {
            double value = 0;
            for (var j = Math.Max(0, k - filled); j <= Math.Min(k, top); j++)
            {
                value += term[j] * sum[k - j];
            }

            sum[k] = value;
        }

        return result;
    }

    private static double[] Binomial(double p, int count, int top)
    {
        var terms = new double[top + 1];
        if (p >= 1)
        {
            if (top == count)
            {
                terms[count] = 1;
            }

            return terms;
        }

        if (p <= 0)
        {
            terms[0] = 1;
            return terms;
        }

        var (yes, no) = (Math.Log(p), double.LogP1(-p));
        for (var k = 0; k <= top; k++)
        {
            terms[k] = Math.Exp(LogFactorial.Of(count) - LogFactorial.Of(k) - LogFactorial.Of(count - k) + (k * yes) + ((count - k) * no));
        }

        return terms;
    }

    /// <summary>ln n!: a table, then Stirling's series with four terms, whose next one is below 1e-16 there (DLMF 5.11.1).</summary>
    private static class LogFactorial
    {
        private static readonly double[] Table = Make();

        public static double Of(int n)
        {
            if (n < Table.Length)
            {
                return Table[n];
            }

            double x = n + 1.0, x2 = x * x;
            return ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + ((1.0 / 12) - ((1.0 / 360) - ((1.0 / 1260) - (1.0 / 1680 / x2)) / x2) / x2) / x;
        }

        private static double[] Make()
        {
            var table = new double[256];
            for (var i = 1; i < table.Length; i++)
            {
                table[i] = table[i - 1] + Math.Log(i);
            }

            return table;
        }
    }
}
