using Monitor.Core.Definitions;
using Monitor.Core.Ledger;
using Monitor.Web.Display;

namespace Monitor.Web.Api;

/// <summary>A crawler with its last run.</summary>
internal sealed record CrawlerJson(
    string Id, string Name, string Publisher, string Country, string Language, string Kind, bool Official, string Homepage, string Schedule, Run? LastRun, BackOff? BackOff);

/// <summary>Crawler definitions and how they are doing.</summary>
internal static class CrawlersApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/crawlers", Crawlers)
            .WithTags("crawlers").WithSummary("Crawler definitions with last run and back-off").Produces<ListJson<CrawlerJson>>().ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/crawlers/{id}", (HttpContext context, Ledger ledger, string id) =>
                Definitions(context).FirstOrDefault(d => d.Id == id) is { } definition
                    ? ApiAnswer.Ok(context, ToJson(definition, ledger.Runs.Latest(id, 1) is [var run, ..] ? run : null, ledger.BackOff.Of(id)))
                    : ApiAnswer.Unknown("crawler", id))
            .WithTags("crawlers").WithSummary("One crawler definition with last run and back-off").Produces<CrawlerJson>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static IResult Crawlers(HttpContext context, Ledger ledger, string? cursor, int? limit)
    {
        var runs = ledger.Runs.LatestByCrawler();
        var backOff = ledger.BackOff.All().ToDictionary(b => b.Crawler, StringComparer.Ordinal);
        return Slice.Of([.. Definitions(context).OrderBy(d => d.Id, StringComparer.Ordinal)], cursor, limit) is { } slice
            ? ApiAnswer.Ok(context, new ListJson<CrawlerJson>([.. slice.Items.Select(d => ToJson(d, runs.GetValueOrDefault(d.Id), backOff.GetValueOrDefault(d.Id)))], slice.Total, slice.Next))
            : ApiAnswer.Bad(QueryFault.Cursor);
    }

    private static IReadOnlyList<CrawlerDefinition> Definitions(HttpContext context) => context.RequestServices.GetService<DefinitionSet<CrawlerDefinition>>()?.Items ?? [];

    private static CrawlerJson ToJson(CrawlerDefinition d, Run? run, BackOff? backOff) =>
        new(d.Id, d.Name, d.Publisher, d.Country, d.Language, ApiJson.Name(d.Kind), d.Official, d.Homepage, d.Schedule, run, backOff);
}
