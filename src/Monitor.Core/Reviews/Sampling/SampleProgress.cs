using Monitor.Core.Ledger;
using Monitor.Core.Model;

namespace Monitor.Core.Reviews.Sampling;

/// <summary>An account of a sample with what reviewers say of it now.</summary>
/// <param name="Account">The account.</param>
/// <param name="Standing">The last verdict of each reviewer that no later entry corrects, by reviewer; empty when nobody judged it.</param>
public sealed record JudgedAccount(SampledAccount Account, IReadOnlyList<Review> Standing)
{
    /// <summary>Who judged it while what they say is still sealed: it counts as not judged until the second reviewer has.</summary>
    public IReadOnlyList<string> SealedBy { get; init; } = [];

    /// <summary>The standing verdict of the adjudicator of a blind review, which decides where the reviewers disagree; null for none.</summary>
    public Review? Adjudication { get; init; }

    /// <summary>What the two reviewers of a blind review said before they saw each other; null before both have, and where it was not blind.</summary>
    public (string First, string Second)? Blind { get; init; }

    /// <summary>The adjudicator's verdict, else the one that all reviewers of it share; null when nobody judged it or they disagree.</summary>
    public string? Verdict => Adjudication is { } decided ? decided.Verdict : Standing.Select(r => r.Verdict).Distinct(StringComparer.Ordinal).ToList() is [var one] ? one : null;

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
    /// <summary>The blind double review of the sample; null for none.</summary>
    public BlindReview? Blind { get; private init; }

    /// <summary>How far its two reviewers agree; null without a blind review.</summary>
    public Agreement? Agreement => Blind is null ? null : Agreement.Of([.. Accounts.Select(a => a.Blind).OfType<(string, string)>()], NotBlind);

    /// <summary>Accounts that were judged before the assignment.</summary>
    public int NotBlind { get; private init; }

    /// <summary>Accounts that one reviewer judged, sealed until the other has.</summary>
    public int Sealed => Accounts.Count(a => a.SealedBy.Count > 0);

    /// <summary>The first account in the order of work that this reviewer of the blind review has not judged; null when all are.</summary>
    public SampledAccount? NextFor(string reviewer) =>
        Accounts.FirstOrDefault(a => a.Blind is null && !a.SealedBy.Concat(a.Standing.Select(r => r.Reviewer)).Contains(reviewer, StringComparer.OrdinalIgnoreCase))?.Account;

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
    /// <param name="blind">The sample's blind review; null for none.</param>
    public static SampleProgress Of(SamplePlan plan, Func<string, IReadOnlyList<Review>> reviewsOf, IReadOnlyList<string> scale, BlindReview? blind = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(reviewsOf);
        ArgumentNullException.ThrowIfNull(scale);
        var entries = plan.Chosen.Select(a => (Account: a, Reviews: reviewsOf(a.Id))).ToList();
        return new(plan, scale[0], scale.Count > 1 ? scale[1] : "", [.. entries.Select(e => WithVerdicts(e.Account, e.Reviews, blind))])
        {
            Blind = blind,
            NotBlind = blind is null ? 0 : entries.Count(e => SeenBefore(e.Reviews, blind)),
        };
    }

    private static JudgedAccount WithVerdicts(SampledAccount account, IReadOnlyList<Review> reviews, BlindReview? blind)
    {
        var standing = StandingVerdicts.Of(reviews);
        var (first, second) = blind?.Blind(reviews) ?? (null, null);
        return new(account, standing)
        {
            SealedBy = [.. reviews.Where(r => r.Sealed).Select(r => r.Reviewer).Distinct(StringComparer.OrdinalIgnoreCase)],
            Adjudication = blind is null ? null : standing.LastOrDefault(r => blind.IsAdjudicator(r.Reviewer)),
            Blind = first is not null && second is not null && !SeenBefore(reviews, blind!) ? (first.Verdict, second.Verdict) : null,
        };
    }

    private static bool SeenBefore(IReadOnlyList<Review> reviews, BlindReview blind) => reviews.Any(r => r.Sequence < blind.Sequence);

    private bool IsOpen(JudgedAccount account) => account.Standing.Count > 0 && account.Verdict != RealVerdict && account.Verdict != OperatedVerdict;
}
