using Microsoft.AspNetCore.Mvc.RazorPages;
using Monitor.Core.Definitions;
using Monitor.Core.Ledger;

namespace Monitor.Web.Pages.Crawlers;

/// <summary>A crawler and how it is doing.</summary>
/// <param name="Id">Definition id.</param>
/// <param name="Definition">Null when the ledger knows runs of it but the file is gone.</param>
/// <param name="LastRun">Null before the first run.</param>
/// <param name="BackOff">Null when it is well.</param>
/// <param name="Issues">Open issues about it.</param>
internal sealed record CrawlerLine(string Id, CrawlerDefinition? Definition, Run? LastRun, BackOff? BackOff, int Issues)
{
    /// <summary>Its health in a word or two.</summary>
    public string Health => this switch
    {
        { Definition: null } => "No definition",
        { BackOff: { } b } => b.Failures == 1 ? "Backing off after a failure" : $"Backing off after {b.Failures} failures",
        { LastRun: null } => "Not run yet",
        { LastRun.State: "running" } => "Running",
        { LastRun.State: "failed" } => "Last run failed",
        { LastRun.State: "interrupted" } => "Interrupted",
        { Issues: > 0 } => "Runs, with open issues",
        _ => "Well",
    };

    public string HealthClass => this switch
    {
        { BackOff: not null } or { LastRun.State: "failed" } => "bad",
        { Definition: null } or { LastRun.State: "interrupted" } or { Issues: > 0 } => "odd",
        { LastRun: null } => "idle",
        _ => "good",
    };
}

/// <summary>The crawler definitions, their health and last runs.</summary>
internal sealed class CrawlerList(Ledger ledger, IServiceProvider services) : PageModel
{
    public IReadOnlyList<CrawlerLine> Crawlers { get; private set; } = [];

    public IReadOnlyList<DefinitionError> Errors { get; private set; } = [];

    public long Waiting { get; private set; }

    public void OnGet()
    {
        var set = services.GetService<DefinitionSet<CrawlerDefinition>>();
        (Errors, Waiting) = (set?.Errors ?? [], ledger.Captures.WaitingCount());
        var definitions = (set?.Items ?? []).ToDictionary(d => d.Id, StringComparer.Ordinal);
        var runs = ledger.Runs.LatestByCrawler();
        var backOff = ledger.BackOff.All().ToDictionary(b => b.Crawler, StringComparer.Ordinal);
        var issues = ledger.Issues.Open(limit: 10_000).CountBy(i => i.Subject).ToDictionary(StringComparer.Ordinal);
        Crawlers =
        [
            .. definitions.Keys.Concat(runs.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .Select(id => new CrawlerLine(id, definitions.GetValueOrDefault(id), runs.GetValueOrDefault(id), backOff.GetValueOrDefault(id), issues.GetValueOrDefault(id))),
        ];
    }
}
