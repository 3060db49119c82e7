using Microsoft.AspNetCore.Mvc.RazorPages;
using Monitor.Core.Ledger;
using Monitor.Core.Reviews;
using Monitor.Core.Reviews.Sampling;

namespace Monitor.Web.Pages.Reviews;

/// <summary>What reviewers have to do: verdicts with something new under them, and blind double reviews with what is open in them.</summary>
internal sealed class ReviewQueue(Ledger ledger, EvidenceWatch watch, SampleDesk samples) : PageModel
{
    public BrokenLink? Broken { get; private set; }

    public IReadOnlyList<SecondLook> Due { get; private set; } = [];

    public IReadOnlyList<SampleProgress> Blind { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Broken = ledger.Reviews.Verify();
        if (Broken is null)
        {
            Due = await watch.Due(cancel);
            Blind = [.. ledger.Samples.All().Reverse().Select(samples.Progress).Where(p => p.Blind is not null)];
        }
    }
}
