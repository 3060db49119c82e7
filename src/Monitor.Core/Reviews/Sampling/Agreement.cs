namespace Monitor.Core.Reviews.Sampling;

/// <summary>How far the two reviewers of a blind double review agree beyond chance.</summary>
/// <param name="Accounts">Accounts that both judged blind.</param>
/// <param name="Same">Of these, accounts on which they said the same.</param>
/// <param name="Kappa">Cohen's kappa; null when there is nothing to measure (no accounts, or both used one verdict only, so that chance alone agrees wholly).</param>
/// <param name="Alpha">Krippendorff's alpha for nominal values; null when fewer than two different verdicts were given.</param>
/// <param name="Table">Accounts by first and second reviewer's verdict.</param>
/// <param name="NotBlind">Accounts that somebody had judged before the assignment: the reviewers could see that, so they are left out above.</param>
public sealed record Agreement(int Accounts, int Same, double? Kappa, double? Alpha, IReadOnlyList<AgreementCell> Table, int NotBlind)
{
    /// <summary>
    /// Cohen's kappa (J. Cohen 1960, A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20:37–46): (po − pe) / (1 − pe), with po the
    /// share of pairs that agree and pe = Σ p1(k)·p2(k), the share to be expected from how often each reviewer uses each value.
    /// </summary>
    public static double? KappaOf(IReadOnlyList<(string First, string Second)> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        if (pairs.Count == 0)
        {
            return null;
        }

        double n = pairs.Count;
        var first = pairs.CountBy(p => p.First).ToDictionary(c => c.Key, c => c.Value / n, StringComparer.Ordinal);
        var second = pairs.CountBy(p => p.Second).ToDictionary(c => c.Key, c => c.Value / n, StringComparer.Ordinal);
        var observed = pairs.Count(p => p.First == p.Second) / n;
        var expected = first.Sum(f => f.Value * second.GetValueOrDefault(f.Key));
        return 1 - expected < 1e-12 ? null : (observed - expected) / (1 - expected);
    }

    /// <summary>
    /// Krippendorff's alpha for nominal values, any number of reviewers, missing values allowed (K. Krippendorff 2011, Computing Krippendorff's Alpha-Reliability, section C
    /// and D): α = 1 − (n − 1) · Σu [pairs that differ in u / (mu − 1)] / Σ(c≠k) nc·nk over ordered pairs, where mu values stand in unit u, units with fewer than two are left
    /// out, nc is how often c stands in the rest and n = Σ nc.
    /// </summary>
    /// <param name="units">The values that a unit was given; null for a reviewer who gave none.</param>
    public static double? AlphaOf(IEnumerable<IReadOnlyList<string?>> units)
    {
        var pairable = units.Select(u => u.OfType<string>().ToList()).Where(u => u.Count > 1).ToList();
        var totals = pairable.SelectMany(u => u).CountBy(v => v).Select(c => (double)c.Value).ToList();
        var n = totals.Sum();
        var expected = (n * n) - totals.Sum(t => t * t);
        return totals.Count < 2 ? null : 1 - ((n - 1) * pairable.Sum(Differing) / expected);
    }

    internal static Agreement Of(IReadOnlyList<(string First, string Second)> pairs, int notBlind) => new(
        pairs.Count,
        pairs.Count(p => p.First == p.Second),
        KappaOf(pairs),
        AlphaOf(pairs.Select(p => (IReadOnlyList<string?>)[p.First, p.Second])),
        [.. pairs.CountBy(p => p).Select(c => new AgreementCell(c.Key.First, c.Key.Second, c.Value)).OrderByDescending(c => c.Accounts).ThenBy(c => c.First, StringComparer.Ordinal).ThenBy(c => c.Second, StringComparer.Ordinal)],
        notBlind);

    private static double Differing(List<string> unit)
    {
        double m = unit.Count;
        return ((m * m) - unit.CountBy(v => v).Sum(c => (double)c.Value * c.Value)) / (m - 1);
    }
}

/// <summary>Accounts that got these two verdicts.</summary>
/// <param name="First">The first reviewer's.</param>
/// <param name="Second">The second reviewer's.</param>
/// <param name="Accounts">How many.</param>
public sealed record AgreementCell(string First, string Second, int Accounts);
