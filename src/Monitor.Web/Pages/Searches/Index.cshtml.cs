using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Query;
using Monitor.Core.Ledger;
using Monitor.Core.Model;
using Monitor.Web.Access;

namespace Monitor.Web.Pages.Searches;

/// <summary>A saved search, how many stored records it finds now, and its newest messages.</summary>
internal sealed record SavedLine(SavedSearch Search, long? Matches, IReadOnlyList<Delivery> Deliveries);

/// <summary>Saved searches: the list, their deliveries, and a form for a new one.</summary>
[Needs(Write = Role.Editor)]
internal sealed class SavedSearches(ICorpus corpus, Ledger ledger, TimeProvider time) : PageModel
{
    [BindProperty]
    public SavedSearchForm Form { get; set; } = new();

    public IReadOnlyList<SavedLine> Saved { get; private set; } = [];

    public string? Error { get; private set; }

    public bool TakesWrites => Visitor.Of(HttpContext).May(Role.Editor);

    public async Task OnGetAsync(string? query, CancellationToken cancel)
    {
        Form.Query = query;
        await Load(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        Error = Form.Fault();
        if (Error is not null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            await Load(cancel);
            return Page();
        }

        var search = Form.ToSearch(id => ledger.SavedSearches.Get(id) is not null, time.GetUtcNow());
        ledger.SavedSearches.Put(search);
        return Redirect($"/searches#{search.Id}");
    }

    public IActionResult OnPostPause(string id) => SetPaused(id, "by hand");

    public IActionResult OnPostResume(string id) => SetPaused(id, null);

    private IActionResult SetPaused(string id, string? reason)
    {
        if (ledger.SavedSearches.Get(id) is null)
        {
            return NotFound();
        }

        ledger.SavedSearches.Pause(id, reason);
        return Redirect($"/searches#{Uri.EscapeDataString(id)}");
    }

    private async Task Load(CancellationToken cancel)
    {
        var lines = new List<SavedLine>();
        foreach (var search in ledger.SavedSearches.All())
        {
            lines.Add(new(search, await Matches(search, cancel), ledger.Outbox.Latest(search.Id, 5)));
        }

        Saved = lines;
    }

    private async Task<long?> Matches(SavedSearch search, CancellationToken cancel) =>
        QueryParser.Parse(search.Query).Tree is { } tree && Enum.TryParse<SearchKind>(search.In, ignoreCase: true, out var kind)
            ? (await corpus.Search(new SearchRequest(tree, [kind]) { Limit = 1 }, cancel)).Total
            : null;
}
