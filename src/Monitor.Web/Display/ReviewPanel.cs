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
    IReadOnlyList<Review> Reviews,
    IReadOnlyList<string> Scale,
    IReadOnlyList<Evidence> Offered,
    ReviewForm Form,
    string? Error,
    bool TakesWrites)
{
    public static ReviewPanel None { get; } = new("", [], [], [], new ReviewForm(), null, false);

    /// <summary>True when a later entry corrects this one.</summary>
    public bool IsCorrected(Review review) => Reviews.Any(r => r.Corrects == review.Sequence);
}

/// <summary>What the review form sends.</summary>
internal sealed class ReviewForm
{
    public string? Verdict { get; set; }

    public string? Reviewer { get; set; }

    public string? Note { get; set; }

    /// <summary>References of the evidence that was ticked.</summary>
    public IReadOnlyList<string>? Evidence { get; set; }

    /// <summary>Further addresses, one a line.</summary>
    public string? Urls { get; set; }

    public long? Corrects { get; set; }

    /// <summary>The ticked evidence with the words it has now, and the addresses. A reference that the page does not offer is not taken.</summary>
    public IReadOnlyList<Evidence> Chosen(IReadOnlyList<Evidence> offered)
    {
        var ticked = (Evidence ?? []).ToHashSet(StringComparer.Ordinal);
        var urls = (Urls ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. offered.Where(e => ticked.Contains(e.Reference)), .. urls.Select(u => new Evidence("url", u, ""))];
    }
}
