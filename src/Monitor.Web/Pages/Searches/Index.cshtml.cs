using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Monitor.Core.Alerting;
using Monitor.Core.Alerting.Channels;
using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Query;
using Monitor.Core.Ledger;
using Monitor.Core.Model;
using Monitor.Web.Access;
using Monitor.Web.Hosting;

namespace Monitor.Web.Pages.Searches;

/// <summary>A saved search, how many stored records it finds now, and its newest messages.</summary>
internal sealed record SavedLine(SavedSearch Search, long? Matches, IReadOnlyList<Delivery> Deliveries);

/// <summary>Saved searches: the list, their deliveries, and a form for a new one.</summary>
[Needs(Write = Role.Editor)]
internal sealed class SavedSearches(ICorpus corpus, Ledger ledger, WebhookChannel webhooks, TimeProvider time) : PageModel
{
    [BindProperty]
    public SavedSearchForm Form { get; set; } = new();

    public IReadOnlyList<SavedLine> Saved { get; private set; } = [];

    public string? Error { get; private set; }

    /// <summary>How often the search in the form would have been told; null when nobody asked or it cannot be known.</summary>
    public SearchPreview? Preview { get; private set; }

    public bool Previewed { get; private set; }

    public bool TakesWrites => Visitor.Of(HttpContext).May(Role.Editor);

    public async Task OnGetAsync(string? query, CancellationToken cancel)
    {
        Form.Query = query;
        await Load(cancel);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        var search = Read();
        if (Error is not null)
        {
            return await Refused(cancel);
        }

        ledger.SavedSearches.Put(search);
        return Redirect($"/searches#{search.Id}");
    }

    /// <summary>Says how often the search would have been told, and saves nothing.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancel)
    {
        var search = Read();
        if (QueryParser.Parse(search.Query).Tree is not { } tree || !SavedSearchKinds.All.Contains(search.In) || search.Query.Length == 0)
        {
            return await Refused(cancel);
        }

        Error = null;
        Previewed = true;
        Preview = await SearchPreview.Of(corpus, tree, search.In, time.GetUtcNow(), cancel);
        await Load(cancel);
        return Page();
    }

    /// <summary>Gives the feed of a search a new address.</summary>
    public IActionResult OnPostNewFeed(string id)
    {
        if (Refusal(id) is { } refusal)
        {
            return refusal;
        }

        ledger.SavedSearches.RenewFeedKey(id);
        return Redirect($"/searches#{Uri.EscapeDataString(id)}");
    }

    /// <summary>True for the owner of a search, for administrators, and for searches that nobody owns: they may change it and see where its messages go.</summary>
    public bool IsTheirs(SavedSearch search) => TheirSearches.Holds(HttpContext, search);

    /// <summary>Secrets of a search, for who may change it.</summary>
    public SavedSearchKeys Keys(SavedSearch search) => ledger.SavedSearches.Keys(search.Id);

    public IActionResult OnPostPause(string id) => SetPaused(id, "by hand");

    public IActionResult OnPostResume(string id) => SetPaused(id, null);

    private SavedSearch Read()
    {
        var (search, fault) = Form.Read(id => ledger.SavedSearches.Get(id) is not null, User.Identity?.Name ?? "", time.GetUtcNow());
        Error = fault ?? SavedSearchRules.Fault(search, webhooks, time.GetUtcNow());
        return search;
    }

    private async Task<IActionResult> Refused(CancellationToken cancel)
    {
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await Load(cancel);
        return Page();
    }

    private IActionResult SetPaused(string id, string? reason)
    {
        if (Refusal(id) is { } refusal)
        {
            return refusal;
        }

        ledger.SavedSearches.Pause(id, reason);
        return Redirect($"/searches#{Uri.EscapeDataString(id)}");
    }

    private IActionResult? Refusal(string id)
    {
        if (ledger.SavedSearches.Get(id) is not { } search)
        {
            return NotFound();
        }

        if (IsTheirs(search))
        {
            return null;
        }

        RequestGuard.Explain(HttpContext, "This search was saved by somebody else. Its owner or an administrator can change it.");
        return StatusCode(StatusCodes.Status403Forbidden);
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
        QueryParser.Parse(search.Query).Tree is { } tree
            ? (await corpus.Search(new SearchRequest(tree, [AlertMatcher.KindOf(search.In)]) { Limit = 1 }, cancel)).Total
            : null;
}
