using Monitor.Core.Corpus;
using Monitor.Core.Ledger;
using Monitor.Core.Model;

namespace Monitor.Core.Reviews;

/// <summary>A verdict to be recorded.</summary>
/// <param name="Subject">Claim id or account id.</param>
/// <param name="Verdict">A value of the scale for such a subject.</param>
/// <param name="Reviewer">Who decides.</param>
/// <param name="Note">Why.</param>
/// <param name="Evidence">What it rests on.</param>
/// <param name="Corrects">Sequence of an earlier verdict on the same subject that this one corrects.</param>
public sealed record ReviewRequest(string Subject, string Verdict, string Reviewer, string Note, IReadOnlyList<Model.Evidence> Evidence, long? Corrects = null);

/// <summary>The recorded verdict, or why it was not recorded.</summary>
/// <param name="Review">The entry; null when refused.</param>
/// <param name="Error">What is wrong and how to mend it; null when recorded.</param>
public sealed record ReviewResult(Review? Review, string? Error);

/// <summary>Where verdicts are recorded: checks that the subject exists and the verdict is on its scale, then appends to the chain.</summary>
public sealed class ReviewDesk(ICorpus corpus, Ledger.Ledger ledger, ReviewOptions options)
{
    private const int MaxNote = 20_000;
    private const int MaxEvidence = 200;

    /// <summary>The verdicts allowed for a subject: accounts are told from claims by the colon in their id.</summary>
    public IReadOnlyList<string> ScaleFor(string subject) => IsAccount(subject) ? options.AccountVerdicts : options.ClaimVerdicts;

    /// <summary>Verdicts on a subject, in order.</summary>
    public IReadOnlyList<Review> Of(string subject) => ledger.Reviews.Of(subject);

    /// <summary>Checks the chain; null when every entry is as it was written.</summary>
    public BrokenLink? Verify() => ledger.Reviews.Verify();

    /// <summary>Records a verdict.</summary>
    public async Task<ReviewResult> Record(ReviewRequest request, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var error = await Refusal(request, cancel);
        return error is not null
            ? new ReviewResult(null, error)
            : new ReviewResult(
                ledger.Reviews.Append(request.Subject, request.Verdict, request.Reviewer.Trim(), request.Note.Trim(), request.Evidence, request.Corrects),
                null);
    }

    private static bool IsAccount(string subject) => subject.Contains(':', StringComparison.Ordinal);

    private async Task<string?> Refusal(ReviewRequest request, CancellationToken cancel)
    {
        var scale = ScaleFor(request.Subject);
        if (!scale.Contains(request.Verdict))
        {
            return $"verdict '{request.Verdict}' is not on the scale: {string.Join(", ", scale)}";
        }

        if (string.IsNullOrWhiteSpace(request.Reviewer))
        {
            return "a verdict needs the name of the person who decides";
        }

        if (request.Note.Length > MaxNote || request.Evidence.Count > MaxEvidence)
        {
            return $"a note may have {MaxNote} characters and {MaxEvidence} pieces of evidence; this one has {request.Note.Length} and {request.Evidence.Count}";
        }

        if (request.Evidence.FirstOrDefault(e => string.IsNullOrWhiteSpace(e.Reference)) is not null)
        {
            return "every piece of evidence needs a reference: release/version/file:line, a document id, or a url";
        }

        var known = IsAccount(request.Subject)
            ? (await corpus.Accounts(request.Subject, cancel)).Count > 0
            : await corpus.Claim(request.Subject, cancel) is not null;
        if (!known)
        {
            return $"there is no claim or account '{request.Subject}'; search for it and give the id as shown";
        }

        return request.Corrects is { } corrected && ledger.Reviews.Of(request.Subject).All(r => r.Sequence != corrected)
            ? $"verdict {corrected} is not one on '{request.Subject}', so it cannot be corrected here"
            : null;
    }
}
