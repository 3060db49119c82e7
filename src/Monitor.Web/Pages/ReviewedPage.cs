using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Monitor.Core.Ledger;
using Monitor.Core.Model;
using Monitor.Core.Reviews;
using Monitor.Web.Access;
using Monitor.Web.Display;
using Monitor.Web.Hosting;

namespace Monitor.Web.Pages;

/// <summary>A page about something that people give verdicts on.</summary>
[Needs(Write = Role.Reviewer)]
internal abstract class ReviewedPage(ReviewDesk desk, Ledger ledger, EvidenceWatch watch) : PageModel
{
    protected Ledger Ledger { get; } = ledger;

    [BindProperty]
    public ReviewForm Form { get; set; } = new();

    public ReviewPanel Reviews { get; private set; } = ReviewPanel.None;

    /// <summary>Fills the panel; call it before the page is shown.</summary>
    protected async Task ShowReviews(string subject, IReadOnlyList<Evidence> offered, IReadOnlyList<ClaimPart> parts, string? error, CancellationToken cancel)
    {
        var entries = Ledger.Reviews.Entries(subject);
        var verdicts = entries.Where(e => e.Kind == ReviewKind.Verdict).ToList();
        var standing = StandingVerdicts.Of(verdicts).Select(r => r.Sequence).ToHashSet();
        var published = StandingVerdicts.Published(entries).ToDictionary(p => p.Verdict.Sequence, p => p.Publication);
        var lines = new List<ReviewEntry>();
        foreach (var review in verdicts)
        {
            lines.Add(new(
                review, verdicts.Find(r => r.Sequence == review.Corrects), verdicts.Find(r => r.Corrects == review.Sequence)?.Sequence,
                standing.Contains(review.Sequence) ? await watch.Changes(review, cancel) : [], published.GetValueOrDefault(review.Sequence)));
        }

        Reviews = new(subject, lines, desk.ScaleFor(subject), offered, Form, error, RequestGuard.TakesWrites(HttpContext))
        {
            Parts = parts,
            Publishable = !subject.Contains(':', StringComparison.Ordinal),
        };
    }

    /// <summary>Records the verdict of the form and leads back to the page, or shows why it was refused.</summary>
    protected async Task<IActionResult> RecordReview(string subject, IReadOnlyList<Evidence> offered, IReadOnlyList<ClaimPart> parts, CancellationToken cancel)
    {
        var request = new ReviewRequest(subject, Form.Verdict ?? "", Visitor.Of(HttpContext).Signs(Form.Reviewer), Form.Note ?? "", Form.Chosen(offered), Form.Corrects) { Parts = Form.Judged(offered) };
        return await Answer(subject, offered, parts, await desk.Record(request, cancel), r => r.Sequence, cancel);
    }

    /// <summary>Leads to the entry, or shows why there is none.</summary>
    protected async Task<IActionResult> Answer(
        string subject, IReadOnlyList<Evidence> offered, IReadOnlyList<ClaimPart> parts, ReviewResult result, Func<Review, long> entry, CancellationToken cancel)
    {
        if (result.Review is { } review)
        {
            return new RedirectResult($"{Permalink.Subject(subject)}#review-{entry(review)}") { PreserveMethod = false };
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await ShowReviews(subject, offered, parts, result.Error, cancel);
        return Page();
    }
}
