using Monitor.Core.Model;

namespace Monitor.Core.Reviews.Sampling;

/// <summary>An account of a sample with what reviewers say of it now.</summary>
/// <param name="Account">The account.</param>
/// <param name="Standing">The last verdict of each reviewer that no later entry corrects, by reviewer; empty when nobody judged it.</param>
public sealed record JudgedAccount(SampledAccount Account, IReadOnlyList<Review> Standing)
{
    /// <summary>The verdict that all reviewers of it share; null when nobody judged it or they disagree.</summary>
    public string? Verdict => Standing.Select(r => r.Verdict).Distinct(StringComparer.Ordinal).ToList() is [var one] ? one : null;

    /// <summary>True when reviewers give different verdicts.</summary>
    public bool Disputed => Standing.Count > 0 && Verdict is null;
}

/// <summary>How far reviewers have come with a sample.</summary>
/// <param name="Plan">The sample.</param>
/// <param name="RealVerdict">The verdict that says real person.</param>
/// <param name="OperatedVerdict">The verdict that says operated account.</param>
/// <param name="Accounts">Its accounts in the order of work.</param>
public sealed record SampleProgress(SamplePlan Plan, string RealVerdict, string OperatedVerdict, IReadOnlyList<JudgedAccount> Accounts)
{
    /// <summary>Accounts that somebody judged.</summary>
    public int Judged => Accounts.Count(a => a.Standing.Count > 0);

    /// <summary>Accounts on which reviewers disagree.</summary>
    public int Disputed => Accounts.Count(a => a.Disputed);

    /// <summary>Accounts by the verdict that their reviewers share, most first.</summary>
    public IReadOnlyList<ValueCount> Verdicts =>
        [.. Accounts.Select(a => a.Verdict).OfType<string>().GroupBy(v => v).Select(g => new ValueCount(g.Key, g.LongCount())).OrderByDescending(v => v.Count).ThenBy(v => v.Value, StringComparer.Ordinal)];

    /// <summary>Accounts judged by reviewer, most first; an account that two judged counts for both.</summary>
    public IReadOnlyList<ValueCount> Reviewers =>
        [.. Accounts.SelectMany(a => a.Standing).GroupBy(r => r.Reviewer).Select(g => new ValueCount(g.Key, g.LongCount())).OrderByDescending(v => v.Count).ThenBy(v => v.Value, StringComparer.Ordinal)];

    /// <summary>The first account in the order of work that nobody judged; null when all are judged.</summary>
    public SampledAccount? Next => Accounts.FirstOrDefault(a => a.Standing.Count == 0)?.Account;

    /// <summary>
    /// Accounts that were judged although an earlier one in the order of work was not, or before the sample was drawn: somebody chose them for a reason, so as long as
    /// the sample is not worked through, what is said of the frame may be skewed by it.
    /// </summary>
    public int OutOfTurn => Accounts.SkipWhile(a => a.Standing.Count > 0).Count(a => a.Standing.Count > 0);

    /// <summary>What the verdicts say of the frame; null before the first one.</summary>
    public SampleEstimate? Estimate => SampleEstimate.Of(this, a => a.Verdict == RealVerdict);

    /// <summary>Judged accounts on which reviewers disagree or are not decided.</summary>
    public int Open => Accounts.Count(IsOpen);

    /// <summary>The same as <see cref="Estimate"/>, were every open account a real person's: how far the answer hangs on them.</summary>
    public SampleEstimate? EstimateIfOpenWereReal => SampleEstimate.Of(this, a => a.Verdict == RealVerdict || IsOpen(a));

    /// <summary>Puts verdicts beside the accounts.</summary>
    /// <param name="plan">The sample.</param>
    /// <param name="reviewsOf">Every entry on an account, in order.</param>
    /// <param name="scale">Verdicts on accounts: the first says real person, the second operated.</param>
    public static SampleProgress Of(SamplePlan plan, Func<string, IReadOnlyList<Review>> reviewsOf, IReadOnlyList<string> scale)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(reviewsOf);
        ArgumentNullException.ThrowIfNull(scale);
        return new(plan, scale[0], scale.Count > 1 ? scale[1] : "", [.. plan.Chosen.Select(a => new JudgedAccount(a, Standing(reviewsOf(a.Id))))]);
    }

    private bool IsOpen(JudgedAccount account) => account.Standing.Count > 0 && account.Verdict != RealVerdict && account.Verdict != OperatedVerdict;

    private static List<Review> Standing(IReadOnlyList<Review> reviews)
    {
        var corrected = reviews.Select(r => r.Corrects).OfType<long>().ToHashSet();
        return [.. reviews.Where(r => !corrected.Contains(r.Sequence)).GroupBy(r => r.Reviewer, StringComparer.OrdinalIgnoreCase).Select(g => g.MaxBy(r => r.Sequence)!).OrderBy(r => r.Reviewer, StringComparer.OrdinalIgnoreCase)];
    }
}
