using Monitor.Core.Model;

namespace Monitor.Core.Ledger;

/// <summary>A blind double review: two people judge the accounts of a sample, and neither sees what the other says before both have.</summary>
/// <param name="Sample">The sample.</param>
/// <param name="Sequence">Its assignment in the chain; only later verdicts belong to it.</param>
/// <param name="First">One reviewer.</param>
/// <param name="Second">The other.</param>
/// <param name="Adjudicator">Who decides where they disagree.</param>
public sealed record BlindReview(string Sample, long Sequence, string First, string Second, string Adjudicator)
{
    internal static BlindReview Of(Review assignment) => new(assignment.Subject, assignment.Sequence, assignment.People[0], assignment.People[1], assignment.People[2]);

    /// <summary>True for either reviewer.</summary>
    public bool IsReviewer(string person) => Same(person, First) || Same(person, Second);

    /// <summary>True for the adjudicator.</summary>
    public bool IsAdjudicator(string person) => Same(person, Adjudicator);

    /// <summary>
    /// The two verdicts that were given blind: of each reviewer the last entry before both had judged the account. What they say later, having seen each other, is no
    /// longer independent. Null for who has not judged it.
    /// </summary>
    /// <param name="entries">Every verdict on the account, in order, sealed or not.</param>
    public (Review? First, Review? Second) Blind(IEnumerable<Review> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        Review? first = null, second = null;
        foreach (var entry in entries.Where(Belongs))
        {
            if (Same(entry.Reviewer, First))
            {
                first = entry;
            }
            else if (Same(entry.Reviewer, Second))
            {
                second = entry;
            }

            if (first is not null && second is not null)
            {
                break;
            }
        }

        return (first, second);
    }

    /// <summary>True once both have judged the account.</summary>
    public bool IsOpen(IEnumerable<Review> entries) => Blind(entries) is (not null, not null);

    /// <summary>The entries as everybody may read them: those of this review are sealed until both reviewers have judged.</summary>
    internal IReadOnlyList<Review> Mask(IReadOnlyList<Review> entries) => IsOpen(entries) ? entries : [.. entries.Select(e => Belongs(e) ? Masked(e) : e)];

    private bool Belongs(Review entry) => entry.Sequence > Sequence && entry.Kind == ReviewKind.Verdict;

    private static Review Masked(Review entry) => entry with { Verdict = "", Note = "", Evidence = [], Parts = [], Corrects = null, Known = null, Salt = null, Sealed = true };

    private static bool Same(string a, string b) => string.Equals(a.Trim(), b, StringComparison.OrdinalIgnoreCase);
}
