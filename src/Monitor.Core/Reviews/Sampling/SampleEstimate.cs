namespace Monitor.Core.Reviews.Sampling;

/// <summary>What the verdicts on a sample say of the frame it was drawn from, and of nothing beyond it.</summary>
/// <param name="With">Judged accounts that count as real.</param>
/// <param name="Judged">Judged accounts; those on which reviewers are not decided or disagree are among them.</param>
/// <param name="Share">Estimated share of the frame: the plain share, or, when <paramref name="Weighted"/>, the strata's shares weighted by their accounts.</param>
/// <param name="Interval">Its Wilson interval at 95 %.</param>
/// <param name="Weighted">True when the judged accounts are not divided among the strata in proportion to their size.</param>
/// <param name="EffectiveSize">Accounts of an unweighted sample that would tell as much: (Σw)² / Σw² (L. Kish 1965, Survey Sampling, 11.7).</param>
/// <param name="Strata">Judged accounts by stratum.</param>
public sealed record SampleEstimate(
    int With, int Judged, double Share, WilsonInterval Interval, bool Weighted, double EffectiveSize, IReadOnlyList<StratumEstimate> Strata)
{
    /// <summary>Strata of which no account was judged: the estimate says nothing of them.</summary>
    public IReadOnlyList<StratumEstimate> Unseen => [.. Strata.Where(s => s.Judged == 0)];

    /// <summary>
    /// Counts and weighs. With unequal weights the interval is Wilson's on the weighted share and the effective size (N. Dean and M. Pagano 2015, J. Survey Statistics
    /// and Methodology 3:484; C. Franco and others 2019, the same 7:334). Null when nothing was judged.
    /// </summary>
    internal static SampleEstimate? Of(SampleProgress progress, Func<JudgedAccount, bool> counts)
    {
        var judged = progress.Accounts.Where(a => a.Standing.Count > 0).ToLookup(a => a.Account.Stratum, StringComparer.Ordinal);
        var strata = progress.Plan.Strata.Select(s => new StratumEstimate(s.Name, s.Accounts, s.Chosen, judged[s.Name].Count(), judged[s.Name].Count(counts))).ToList();
        var seen = strata.Where(s => s.Judged > 0).ToList();
        if (seen.Count == 0)
        {
            return null;
        }

        var (with, size, accounts) = (seen.Sum(s => s.With), seen.Sum(s => s.Judged), seen.Sum(s => s.Accounts));

        // Whole accounts cannot be divided more evenly than to less than one from the quota.
        var weighted = seen.Any(s => Math.Abs(s.Judged - ((double)size * s.Accounts / accounts)) >= 1);
        var share = weighted ? Math.Clamp(seen.Sum(s => (double)s.Accounts / accounts * s.With / s.Judged), 0, 1) : (double)with / size;
        var effective = weighted ? (double)accounts * accounts / seen.Sum(s => (double)s.Accounts * s.Accounts / s.Judged) : size;
        return new(with, size, share, WilsonInterval.Of(share, effective), weighted, effective, strata);
    }
}

/// <summary>Verdicts in one stratum.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Accounts">Accounts of the frame in it.</param>
/// <param name="Chosen">Of these, accounts in the sample.</param>
/// <param name="Judged">Of these, accounts judged.</param>
/// <param name="With">Of these, accounts that count as real.</param>
public sealed record StratumEstimate(string Name, long Accounts, int Chosen, int Judged, int With);
