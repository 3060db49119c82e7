using Microsoft.AspNetCore.Mvc.RazorPages;
using Monitor.Core.Corpus;
using Monitor.Core.Ledger;
using Monitor.Core.Model;
using Monitor.Core.Reviews;

namespace Monitor.Web.Pages.Reviews;

/// <summary>A verdict and what it is on.</summary>
/// <param name="Review">The entry.</param>
/// <param name="On">The words of the claim or the name of the account; those that the entry keeps when the corpus does not hold it now.</param>
/// <param name="Here">True when the corpus holds it, so that it has a page.</param>
internal sealed record ReviewLine(Review Review, string On, bool Here);

/// <summary>Every verdict in the chain, the newest first, and whether the chain is whole.</summary>
internal sealed class ReviewList(ICorpus corpus, Ledger ledger, ReviewDesk desk) : PageModel
{
    private const int OnPage = 50;

    public BrokenLink? Broken { get; private set; }

    public int Total { get; private set; }

    /// <summary>The end of the chain, to be noted elsewhere.</summary>
    public string Head { get; private set; } = "";

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
        var head = desk.Check().Head;
        (Total, Head) = ((int)head.Count, head.ToString());
        var lines = new List<ReviewLine>();
        foreach (var review in all.Reverse().Where(r => before is null || r.Sequence < before).Take(OnPage))
        {
            lines.Add(await Line(review, cancel));
        }

        Reviews = lines;
        Next = lines is [.., { Review.Sequence: > 1 and var last }] ? last : null;
    }

    private async Task<ReviewLine> Line(Review review, CancellationToken cancel)
    {
        if (review.Subject.Contains(':', StringComparison.Ordinal))
        {
            var sightings = await corpus.Accounts(review.Subject, cancel);
            return new(review, sightings.LastOrDefault(a => !a.Hashed && a.Name.Length > 0)?.Name ?? review.Subject, sightings.Count > 0);
        }

        var claim = await corpus.Claim(review.Subject, cancel);
        return new(review, claim?.Text ?? review.Evidence.FirstOrDefault(e => e.Quote.Length > 0)?.Quote ?? review.Subject, claim is not null);
    }
}
