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
internal abstract class ReviewedPage(ReviewDesk desk) : PageModel
{
    [BindProperty]
    public ReviewForm Form { get; set; } = new();

    public ReviewPanel Reviews { get; private set; } = ReviewPanel.None;

    /// <summary>Fills the panel; call it before the page is shown.</summary>
    protected void ShowReviews(string subject, IReadOnlyList<Evidence> offered, string? error = null) =>
        Reviews = new(subject, desk.Of(subject), desk.ScaleFor(subject), offered, Form, error, RequestGuard.TakesWrites(HttpContext));

    /// <summary>Records the verdict of the form and leads back to the page, or shows why it was refused.</summary>
    protected async Task<IActionResult> RecordReview(string subject, IReadOnlyList<Evidence> offered, CancellationToken cancel)
    {
        // Who is logged in signs with their own name, whatever the form says.
        var reviewer = Visitor.Of(HttpContext) is { Name.Length: > 0 } visitor ? visitor.Name : Form.Reviewer ?? "";
        var request = new ReviewRequest(subject, Form.Verdict ?? "", reviewer, Form.Note ?? "", Form.Chosen(offered), Form.Corrects);
        var result = await desk.Record(request, cancel);
        if (result.Review is { } review)
        {
            return new RedirectResult($"{Permalink.Subject(subject)}#review-{review.Sequence}") { PreserveMethod = false };
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        ShowReviews(subject, offered, result.Error);
        return Page();
    }
}
