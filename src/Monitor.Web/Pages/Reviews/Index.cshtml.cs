using Microsoft.AspNetCore.Mvc.RazorPages;
using Monitor.Core.Corpus;
using Monitor.Core.Ledger;
using Monitor.Core.Model;
using Monitor.Core.Reviews;

namespace Monitor.Web.Pages.Reviews;

/// <summary>A verdict and what it is on: the words of the claim or the name of the account; null when the corpus does not hold it now.</summary>
internal sealed record ReviewLine(Review Review, string? On);

/// <summary>Every verdict in the chain, the newest first, and whether the chain is whole.</summary>
internal sealed class ReviewList(ICorpus corpus, Ledger ledger, ReviewDesk desk) : PageModel
{
    private const int OnPage = 50;

    public BrokenLink? Broken { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<ReviewLine> Reviews { get; private set; } = [];

    /// <summary>Entries older than this one are on the next page; null on the last.</summary>
    public long? Next { get; private set; }

    public async Task OnGetAsync(long? before, CancellationToken cancel)
    {
        // The check comes first: a broken entry may not be readable, and then the list is not shown as if it were sound.
        Broken = desk.Verify();
        if (Broken is not null)
        {
            return;
        }

        var all = ledger.Reviews.All();
        Total = all.Count;
        var lines = new List<ReviewLine>();
        foreach (var review in all.Reverse().Where(r => before is null || r.Sequence < before).Take(OnPage))
        {
            lines.Add(new(review, await On(review.Subject, cancel)));
        }

        Reviews = lines;
        Next = lines is [.., { Review.Sequence: > 1 and var last }] ? last : null;
    }

    private async Task<string?> On(string subject, CancellationToken cancel) => subject.Contains(':', StringComparison.Ordinal)
        ? (await corpus.Accounts(subject, cancel)).LastOrDefault(a => !a.Hashed)?.Name
        : (await corpus.Claim(subject, cancel))?.Text;
}
