using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Monitor.Core.Definitions;
using Monitor.Core.Ledger;

namespace Monitor.Web.Pages.Crawlers;

/// <summary>One crawler: what it collects, how its runs went, what backs off and what is wrong.</summary>
internal sealed class CrawlerPage(Ledger ledger, IServiceProvider services) : PageModel
{
    private const int MostRuns = 50;

    public CrawlerLine Line { get; private set; } = null!;

    public IReadOnlyList<Run> Runs { get; private set; } = [];

    public IReadOnlyList<BackOff> Urls { get; private set; } = [];

    public IReadOnlyList<IssueEntry> Issues { get; private set; } = [];

    public IActionResult OnGet(string id)
    {
        var definition = services.GetService<DefinitionSet<CrawlerDefinition>>()?.Items.FirstOrDefault(d => d.Id == id);
        Runs = ledger.Runs.Latest(id, MostRuns);
        if (definition is null && Runs.Count == 0)
        {
            return NotFound();
        }

        Issues = ledger.Issues.Open(id);
        Urls = [.. ledger.BackOff.Urls(id).Values];
        Line = new(id, definition, Runs is [var last, ..] ? last : null, ledger.BackOff.Of(id), Issues.Count);
        return Page();
    }
}
