using Microsoft.AspNetCore.Mvc.RazorPages;
using Monitor.Core.Ledger;
using Monitor.Core.Model;

namespace Monitor.Web.Pages.Issues;

/// <summary>Open issues, the newest first.</summary>
internal sealed class IssueInbox(Ledger ledger) : PageModel
{
    public const int MostShown = 200;

    public string? Subject { get; private set; }

    public IReadOnlyList<IssueEntry> Issues { get; private set; } = [];

    public IReadOnlyList<ValueCount> Kinds { get; private set; } = [];

    public void OnGet(string? subject)
    {
        Subject = string.IsNullOrWhiteSpace(subject) ? null : subject;
        (Issues, Kinds) = (ledger.Issues.Open(Subject, MostShown), ledger.Issues.OpenByKind());
    }
}
