using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Monitor.Core.Corpus;
using Monitor.Core.Ledger;
using Monitor.Core.Model;
using Monitor.Core.Reviews.Sampling;
using Monitor.Web.Access;
using Monitor.Web.Display;
using Monitor.Web.Hosting;

namespace Monitor.Web.Pages.Samples;

/// <summary>A sample: what it was drawn from, how far it was judged and by whom, and what that says.</summary>
[Needs(Write = Role.Editor)]
internal sealed class SamplePage(Ledger ledger, SampleDesk desk, BlindDesk blind, ICorpus corpus) : PageModel
{
    /// <summary>Accounts on a page.</summary>
    public const int OnPage = 200;

    public SampleProgress Sample { get; private set; } = null!;

    public SamplePlan Plan => Sample.Plan;

    /// <summary>Accounts of this page with the rows that the corpus has of them now.</summary>
    public IReadOnlyList<(int Number, JudgedAccount Judged, Account? Account)> Accounts { get; private set; } = [];

    public int Skipped { get; private set; }

    public bool More => Skipped + Accounts.Count < Sample.Accounts.Count;

    /// <summary>Why the sample was not assigned.</summary>
    public string? Error { get; private set; }

    public bool TakesWrites => RequestGuard.TakesWrites(HttpContext);

    public async Task<IActionResult> OnPostAsync(string id, string? first, string? second, string? adjudicator, string? by, CancellationToken cancel)
    {
        Error = blind.Assign(id, first ?? "", second ?? "", adjudicator ?? "", Visitor.Of(HttpContext).Signs(by)).Error;
        if (Error is null)
        {
            return new RedirectResult(Permalink.Sample(id)) { PreserveMethod = false };
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return await OnGetAsync(id, null, cancel);
    }

    public async Task<IActionResult> OnGetAsync(string id, int? after, CancellationToken cancel)
    {
        if (ledger.Samples.Get(id) is not { } plan)
        {
            return NotFound();
        }

        (Sample, Skipped) = (desk.Progress(plan), Math.Clamp(after ?? 0, 0, plan.Chosen.Count));
        var accounts = new List<(int, JudgedAccount, Account?)>();
        foreach (var judged in Sample.Accounts.Skip(Skipped).Take(OnPage))
        {
            var rows = await corpus.Accounts(judged.Account.Id, cancel);
            accounts.Add((Skipped + accounts.Count + 1, judged, rows.FirstOrDefault(r => r.Source.Release == plan.Release)));
        }

        Accounts = accounts;
        return Page();
    }
}
