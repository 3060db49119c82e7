using Monitor.Core.Model;

namespace Monitor.Web.Display;

/// <summary>The verdicts on a subject and the form for one more.</summary>
/// <param name="Subject">Claim id or account id.</param>
/// <param name="Reviews">Verdicts so far, in order.</param>
/// <param name="Scale">Verdicts that may be given.</param>
/// <param name="Offered">Evidence on this page that can be ticked.</param>
/// <param name="Form">What was sent; empty at first.</param>
/// <param name="Error">Why it was not recorded.</param>
/// <param name="TakesWrites">False where the form is not shown, because the reader may not give verdicts.</param>
internal sealed record ReviewPanel(
    string Subject,
    IReadOnlyList<ReviewEntry> Reviews,
    IReadOnlyList<string> Scale,
    IReadOnlyList<Evidence> Offered,
    ReviewForm Form,
    string? Error,
    bool TakesWrites)
{
    public static ReviewPanel None { get; } = new("", [], [], [], new ReviewForm(), null, false);

    /// <summary>Parts of the claim that can be judged one by one; empty for an account.</summary>
    public IReadOnlyList<ClaimPart> Parts { get; init; } = [];

    /// <summary>True for a claim, whose verdicts can be published.</summary>
    public bool Publishable { get; init; }
}

/// <summary>A verdict with what later entries and the corpus say of it.</summary>
/// <param name="Review">The verdict.</param>
/// <param name="Corrected">The entry that it corrects, to be shown beside it; null for none.</param>
/// <param name="CorrectedBy">Number of the entry that corrects it; null for none.</param>
/// <param name="Changes">What is new since, when it still stands.</param>
/// <param name="Published">The entry that published it; null while it is not public.</param>
internal sealed record ReviewEntry(Review Review, Review? Corrected, long? CorrectedBy, IReadOnlyList<string> Changes, Review? Published)
{
    /// <summary>A verdict on its own, without what is known of it beside.</summary>
    public static ReviewEntry Of(Review review) => new(review, null, null, [], null);
}

/// <summary>What the review form sends of one part of a claim.</summary>
internal sealed class PartForm
{
    public string? Verdict { get; set; }

    public string? Note { get; set; }

    /// <summary>Numbers of the evidence on the page that carries it, separated by commas or blanks.</summary>
    public string? Evidence { get; set; }
}
