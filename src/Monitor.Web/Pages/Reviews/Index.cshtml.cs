using Microsoft.AspNetCore.Mvc.RazorPages;
using Monitor.Core.Ledger;
using Monitor.Core.Model;
using Monitor.Core.Reviews;

namespace Monitor.Web.Pages.Reviews;

/// <summary>Every verdict in the chain, the newest first, and whether the chain is whole.</summary>
internal sealed class ReviewList(Ledger ledger, ReviewDesk desk) : PageModel
{
    private const int OnPage = 50;

    public BrokenLink? Broken { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<Review> Reviews { get; private set; } = [];

    /// <summary>Entries older than this one are on the next page; null on the last.</summary>
    public long? Next { get; private set; }

    public void OnGet(long? before)
    {
        // The check comes first: a broken entry may not be readable, and then the list is not shown as if it were sound.
        Broken = desk.Verify();
        if (Broken is not null)
        {
            return;
        }

        var all = ledger.Reviews.All();
        Total = all.Count;
        Reviews = [.. all.Reverse().Where(r => before is null || r.Sequence < before).Take(OnPage)];
        Next = Reviews.Count > 0 && Reviews[^1].Sequence > 1 ? Reviews[^1].Sequence : null;
    }
}
