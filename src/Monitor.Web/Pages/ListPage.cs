using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Query;
using Monitor.Web.Display;

namespace Monitor.Web.Pages;

/// <summary>All records of one kind, the newest first, page by page.</summary>
internal abstract class ListPage(ICorpus corpus, SearchKind kind, string address) : PageModel
{
    public QueryFault? Error { get; private set; }

    public SearchPage? View { get; private set; }

    public Paging Paging { get; private set; } = new(null, null);

    public async Task<IActionResult> OnGetAsync(string? cursor, CancellationToken cancel)
    {
        var answer = await Searching.Search(corpus, new SearchRequest(new AllNode(), [kind]) { Sort = SearchSort.Newest, Cursor = cursor, Limit = 30 }, cancel);
        (View, Error) = (answer.Page, answer.Fault);
        if (Error is not null)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        Paging = new(cursor is null ? null : address, View?.Next is { } next ? QueryHelpers.AddQueryString(address, "cursor", next) : null);
        return Page();
    }
}
