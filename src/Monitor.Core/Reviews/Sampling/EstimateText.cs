using System.Globalization;
using Monitor.Core.Ledger;

namespace Monitor.Core.Reviews.Sampling;

/// <summary>What the verdicts on a sample come to, in sentences.</summary>
public static class EstimateText
{
    /// <summary>Progress, the estimate with its interval, how far it hangs on what is open, and what weakens it.</summary>
    public static IReadOnlyList<string> Lines(SampleProgress progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        return [.. Sentences(progress)];
    }

    /// <summary>A share and its interval: "12 of 50 (24 %; 95 % interval 14.3 % to 37.4 %)".</summary>
    public static string Of(SampleEstimate estimate)
    {
        ArgumentNullException.ThrowIfNull(estimate);
        return Line($"{estimate.With:N0} of {estimate.Judged:N0} ({(estimate.Weighted ? "weighted " : "")}{Percent(estimate.Share)}; 95 % interval {Percent(estimate.Interval.Low)} to {Percent(estimate.Interval.High)}, Wilson)");
    }

    /// <summary>How far the two reviewers of a blind review have come and agree; empty without one.</summary>
    public static IReadOnlyList<string> Agreement(SampleProgress progress)
    {
        ArgumentNullException.ThrowIfNull(progress);
        return progress is { Blind: { } blind, Agreement: { } agreement } ? [.. Agreed(progress, blind, agreement)] : [];
    }

    private static IEnumerable<string> Agreed(SampleProgress p, BlindReview blind, Agreement a)
    {
        yield return $"Judged blind by {blind.First} and {blind.Second}: neither sees what the other says of an account before both have judged it. {blind.Adjudicator} decides where they disagree.";
        if (p.Sealed > 0)
        {
            yield return Line($"{Accounts(p.Sealed)} {(p.Sealed == 1 ? "has" : "have")} one sealed verdict and count as not judged until the other reviewer has given one.");
        }

        yield return a.Accounts == 0 ? "Both have judged no account blind yet, so nothing can be said of their agreement."
            : Line($"They said the same of {a.Same:N0} of {Accounts(a.Accounts)} ({Percent((double)a.Same / a.Accounts)}). Cohen’s kappa {Coefficient(a.Kappa)}, Krippendorff’s alpha {Coefficient(a.Alpha)}; 0 is agreement by chance, 1 is full agreement. What they said after they saw each other does not count here.");
        if (a.NotBlind > 0)
        {
            yield return Line($"{Accounts(a.NotBlind)} {(a.NotBlind == 1 ? "was" : "were")} judged before the blind review began and {(a.NotBlind == 1 ? "is" : "are")} left out of the agreement.");
        }

        if (p.Disputed > 0)
        {
            yield return Line($"{Accounts(p.Disputed)} {(p.Disputed == 1 ? "waits" : "wait")} for {blind.Adjudicator} to decide.");
        }
    }

    private static string Coefficient(double? value) => value?.ToString("0.000", CultureInfo.InvariantCulture) ?? "cannot be told (only one verdict was used)";

    private static IEnumerable<string> Sentences(SampleProgress p)
    {
        if (p.Estimate is not { } estimate)
        {
            yield return Line($"None of the {p.Accounts.Count:N0} accounts was judged yet, so nothing can be said of the frame.");
            yield break;
        }

        yield return Line($"{p.Judged:N0} of {p.Accounts.Count:N0} accounts judged. Judged “{p.RealVerdict}”: {Of(estimate)}.");
        yield return Line($"This is said of the {p.Plan.Frame.Matched:N0} accounts that meet the query, and of no others.");
        if (p.Plan.Chosen.Count == p.Plan.Frame.Matched)
        {
            yield return "All accounts that meet the query are in the sample: once all are judged, the share is a count and no estimate.";
        }

        if (p.Open > 0)
        {
            yield return Line($"On {p.Open:N0} of the judged accounts reviewers are not decided{(p.Disputed > 0 ? Line($" or disagree ({p.Disputed:N0} disputed)") : "")}; they count as judged and not as “{p.RealVerdict}”. Were all of them, it would be {Of(p.EstimateIfOpenWereReal!)}.");
        }

        if (estimate.Weighted)
        {
            yield return Line($"Strata are weighted by their accounts, since they were not judged in proportion; that tells as much as {estimate.EffectiveSize:0.#} accounts judged in proportion.");
        }

        if (estimate.Unseen.Count > 0)
        {
            yield return Line($"Nothing is said of {Accounts(estimate.Unseen.Sum(s => s.Accounts))} in strata without a verdict: {string.Join(", ", estimate.Unseen.Select(s => s.Name))}.");
        }

        if (p.OutOfTurn > 0)
        {
            yield return Line($"{Accounts(p.OutOfTurn)} {(p.OutOfTurn == 1 ? "was" : "were")} judged before others that come earlier in the order of work: as long as those are open, the judged ones may not be a random sample.");
        }
    }

    private static string Accounts(long count) => Line($"{count:N0} account{(count == 1 ? "" : "s")}");

    private static string Percent(double share) => (100 * share).ToString("0.0", CultureInfo.InvariantCulture) + " %";

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
