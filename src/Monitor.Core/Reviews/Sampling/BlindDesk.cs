using System.Globalization;
using Monitor.Core.Ledger;
using Monitor.Core.Model;

namespace Monitor.Core.Reviews.Sampling;

/// <summary>Gives a sample to two reviewers who judge it blind, and to an adjudicator for what they disagree on.</summary>
public sealed class BlindDesk(Ledger.Ledger ledger)
{
    /// <summary>Records the assignment, from which on every verdict on the sample's accounts is sealed until both reviewers have given theirs; says why not.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="first">One reviewer.</param>
    /// <param name="second">The other.</param>
    /// <param name="adjudicator">A third person.</param>
    /// <param name="by">Who assigns.</param>
    public ReviewResult Assign(string sample, string first, string second, string adjudicator, string by)
    {
        ArgumentNullException.ThrowIfNull(sample);
        string[] people = [first?.Trim() ?? "", second?.Trim() ?? "", adjudicator?.Trim() ?? ""];
        if (people.Append(by?.Trim() ?? "").Any(p => p.Length == 0 || p.Length > 200 || !CanonicalText.IsKept(p)))
        {
            return new(null, "a blind review needs the names of two reviewers, an adjudicator and who assigns them, each of at most 200 characters");
        }

        if (people.Distinct(StringComparer.OrdinalIgnoreCase).Count() < 3)
        {
            return new(null, "the two reviewers and the adjudicator are three different people");
        }

        if (ledger.Samples.Get(sample) is not { } plan)
        {
            return new(null, $"there is no sample '{sample}'; 'monitor sample list' names those there are");
        }

        if (ledger.Reviews.BlindReviewOfSample(sample) is { } there)
        {
            return new(null, $"sample {sample} is given to {there.First} and {there.Second} already; an assignment is never changed, draw another sample");
        }

        var taken = plan.Chosen.Where(a => ledger.Reviews.BlindReviewOf(a.Id) is not null).ToList();
        return taken.Count > 0
            ? new(null, string.Create(CultureInfo.InvariantCulture, $"{taken.Count} accounts of the sample, such as {taken[0].Id}, are under blind review in another one; draw with another seed"))
            : ReviewResult.Of(() => ledger.Reviews.Assign(
                new ReviewDraft(sample, "", by!.Trim(), "", []) { Kind = ReviewKind.Assignment, People = people }, [.. plan.Chosen.Select(a => a.Id)]));
    }
}
