using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Monitor.Core.Ledger;

namespace Monitor.Web.Pages.Issues;

/// <summary>One warning with its history, open or ended.</summary>
internal sealed class IssuePage(Ledger ledger) : PageModel
{
    public IssueEntry Issue { get; private set; } = new();

    /// <summary>Other open issues about the same subject.</summary>
    public IReadOnlyList<IssueEntry> Others { get; private set; } = [];

    public IActionResult OnGet(string id)
    {
        if (ledger.Issues.Get(id) is not { } issue)
        {
            return NotFound();
        }

        (Issue, Others) = (issue, [.. ledger.Issues.Open(issue.Subject, 50).Where(i => i.Id != issue.Id)]);
        return Page();
    }
}
