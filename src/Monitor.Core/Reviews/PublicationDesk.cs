using Monitor.Core.Ledger;
using Monitor.Core.Model;

namespace Monitor.Core.Reviews;

/// <summary>Publishes verdicts on claims and withdraws them; both are entries of the chain, so that it stays known what was public when. Verdicts on accounts are about people and are not published.</summary>
public sealed class PublicationDesk(Ledger.Ledger ledger)
{
    /// <summary>Verdict of an entry that publishes.</summary>
    public const string Published = "published";

    /// <summary>Verdict of an entry that takes back.</summary>
    public const string Withdrawn = "withdrawn";

    /// <summary>Publishes a verdict, or withdraws it; says why not.</summary>
    /// <param name="sequence">Its number.</param>
    /// <param name="publish">False to withdraw it.</param>
    /// <param name="person">Who decides.</param>
    /// <param name="note">Why; may be empty.</param>
    public ReviewResult Put(long sequence, bool publish, string person, string note)
    {
        ArgumentNullException.ThrowIfNull(person);
        ArgumentNullException.ThrowIfNull(note);
        if (ledger.Reviews.Entries().FirstOrDefault(e => e.Sequence == sequence && e.Kind == ReviewKind.Verdict) is not { } verdict)
        {
            return new(null, $"there is no verdict {sequence}; 'monitor review list' names those there are");
        }

        var entries = ledger.Reviews.Entries(verdict.Subject);
        var isPublished = StandingVerdicts.Published(entries).Any(p => p.Verdict.Sequence == sequence);
        var error = string.IsNullOrWhiteSpace(person) ? "a publication needs the name of the person who decides"
            : !CanonicalText.IsKept(person) || !CanonicalText.IsKept(note) ? CanonicalText.Broken
            : SubjectWords.IsAccount(verdict.Subject) ? "a verdict on an account is about a person and is not published; the verdict on a claim may name how many accounts were judged"
            : publish && entries.Any(e => e.Corrects == sequence) ? $"verdict {sequence} was corrected by a later entry; publish that one"
            : publish == isPublished ? $"verdict {sequence} is {(publish ? "published already" : "not published")}"
            : null;
        return error is not null ? new(null, error) : ReviewResult.Of(() => ledger.Reviews.Append(new ReviewDraft(verdict.Subject, publish ? Published : Withdrawn, person.Trim(), note.Trim(), [])
        {
            Kind = ReviewKind.Publication,
            About = sequence,
        }));
    }
}
