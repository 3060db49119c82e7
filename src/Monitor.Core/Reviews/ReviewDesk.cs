using System.Security.Cryptography;
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
public sealed record ReviewRequest(string Subject, string Verdict, string Reviewer, string Note, IReadOnlyList<Model.Evidence> Evidence, long? Corrects = null)
{
    /// <summary>Verdicts on parts of a claim; the whole verdict is the person's and is never worked out from them.</summary>
    public IReadOnlyList<PartRequest> Parts { get; init; } = [];
}

/// <summary>The recorded verdict, or why it was not recorded.</summary>
/// <param name="Review">The entry; null when refused.</param>
/// <param name="Error">What is wrong and how to mend it; null when recorded.</param>
public sealed record ReviewResult(Review? Review, string? Error)
{
    /// <summary>Appends; a chain whose end was tampered with refuses, and that is the error.</summary>
    internal static ReviewResult Of(Func<Review> append)
    {
        try
        {
            return new(append(), null);
        }
        catch (InvalidOperationException e)
        {
            return new(null, e.Message);
        }
    }
}

/// <summary>Where verdicts are recorded: checks that subject and evidence exist and the verdict is on its scale, then appends to the chain, with the words that the verdict is on.</summary>
public sealed class ReviewDesk(ICorpus corpus, Ledger.Ledger ledger, ReviewOptions options)
{
    private const int MaxNote = 20_000;
    private const int MaxEvidence = 200;
    private readonly EvidenceCheck _evidence = new(corpus, ledger);

    /// <summary>Told the subject of each entry once it stands in the ledger, so that whoever may write the corpus can let it be found by its verdict.</summary>
    public Func<string, CancellationToken, Task>? Recorded { get; init; }

    /// <summary>The verdicts allowed for a subject.</summary>
    public IReadOnlyList<string> ScaleFor(string subject) => options.ScaleFor(subject);

    /// <summary>Verdicts on a subject, in order.</summary>
    public IReadOnlyList<Review> Of(string subject) => ledger.Reviews.Of(subject);

    /// <summary>Checks the chain; null when every entry is as it was written.</summary>
    public BrokenLink? Verify() => ledger.Reviews.Verify();

    /// <summary>Checks the chain, and that a mark noted earlier is still a place of it: a chain that was cut at its end or written anew is sound in itself.</summary>
    public ChainCheck Check(ChainMark? noted = null)
    {
        var broken = ledger.Reviews.Verify();
        if (broken is not null)
        {
            return new(new(broken.Sequence - 1, ""), broken.Message);
        }

        var (count, hash) = ledger.Reviews.Head();
        return new(new(count, hash), noted is null || noted.Count == 0 ? null
            : noted.Count > count ? $"the chain has {count} entries, but {noted.Count} were noted: it was cut at its end"
            : ledger.Reviews.HashAt(noted.Count) != noted.Hash ? $"entry {noted.Count} is not the one that was noted: the chain was written anew"
            : null);
    }

    /// <summary>Records a verdict. Its first piece of evidence is what it is on: the words of the claim, or names and bio of the account, with their place.</summary>
    public async Task<ReviewResult> Record(ReviewRequest request, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await Refusal(request, cancel) is { } error)
        {
            return new ReviewResult(null, error);
        }

        if (await SubjectWords.Of(request.Subject, corpus, cancel) is not { } words)
        {
            return new ReviewResult(null, $"there is no claim or account '{request.Subject}'; search for it and give the id as shown");
        }

        var claim = SubjectWords.IsAccount(request.Subject) ? null : await corpus.Claim(request.Subject, cancel);
        var (parts, wrong) = PartCheck.Of(request, claim, ScaleFor(request.Subject));
        if (wrong is not null)
        {
            return new ReviewResult(null, wrong);
        }

        var known = await KnownNow.Of(request.Subject, corpus, cancel);
        var result = ReviewResult.Of(() => ledger.Reviews.Append(new ReviewDraft(
            request.Subject, request.Verdict, request.Reviewer.Trim(), request.Note.Trim(), [words, .. request.Evidence.Where(e => e != words)], request.Corrects)
        {
            Parts = parts,
            Known = known,
            Salt = ledger.Reviews.BlindReviewOf(request.Subject) is null ? null : RandomNumberGenerator.GetHexString(32, lowercase: true),
        }));
        if (result.Review is not null && Recorded is not null)
        {
            await Recorded(request.Subject, cancel);
        }

        return result;
    }

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

        if (request.Parts.Any(p => p.Note.Length > MaxNote))
        {
            return $"the note on a part may have {MaxNote} characters";
        }

        string[] texts = [request.Reviewer, request.Note, .. request.Evidence.SelectMany(e => new[] { e.Reference, e.Quote }), .. request.Parts.Select(p => p.Note)];
        if (!texts.All(CanonicalText.IsKept))
        {
            return CanonicalText.Broken;
        }

        if (Blindness(request) is { } blind)
        {
            return blind;
        }

        foreach (var evidence in request.Evidence)
        {
            if (await _evidence.Fault(evidence, cancel) is { } fault)
            {
                return fault;
            }
        }

        return request.Corrects is { } corrected && ledger.Reviews.Of(request.Subject).All(r => r.Sequence != corrected)
            ? $"verdict {corrected} is not one on '{request.Subject}', so it cannot be corrected here"
            : null;
    }

    /// <summary>While an account is under blind review only its two reviewers judge it, and each corrects only what is his or her own: anybody else's verdict would be seen by them.</summary>
    private string? Blindness(ReviewRequest request)
    {
        if (ledger.Reviews.BlindReviewOf(request.Subject) is not { } blind)
        {
            return null;
        }

        var entries = ledger.Reviews.Of(request.Subject);
        return blind.IsOpen(entries) ? null
            : !blind.IsReviewer(request.Reviewer) ? $"'{request.Subject}' is under blind review by {blind.First} and {blind.Second}; nobody else judges it before both have"
            : request.Corrects is { } c && entries.Any(e => e.Sequence == c && e.Sealed && !string.Equals(e.Reviewer, request.Reviewer.Trim(), StringComparison.OrdinalIgnoreCase))
                ? $"verdict {c} is sealed and of another reviewer, so it cannot be corrected yet"
                : null;
    }
}
