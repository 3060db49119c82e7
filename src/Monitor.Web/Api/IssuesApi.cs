using Monitor.Core.Ledger;
using Monitor.Web.Display;

namespace Monitor.Web.Api;

/// <summary>Open issues.</summary>
internal static class IssuesApi
{
    private const int MostRead = 100_000;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/issues", (HttpContext context, Ledger ledger, string? subject, string? cursor, int? limit) =>
                Slice.Of(ledger.Issues.Open(subject, MostRead), cursor, limit) is { } slice ? ApiAnswer.Ok(context, slice) : ApiAnswer.Bad(QueryFault.Cursor))
            .WithTags("issues").WithSummary("Open issues, the newest first, about one subject when given").Produces<ListJson<IssueEntry>>().ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/issues/{id}", (HttpContext context, Ledger ledger, string id) => ledger.Issues.Get(id) is { } issue ? ApiAnswer.Ok(context, issue) : ApiAnswer.Unknown("issue", id))
            .WithTags("issues").WithSummary("One issue, open or ended").Produces<IssueEntry>().ProducesProblem(StatusCodes.Status404NotFound);
    }
}
