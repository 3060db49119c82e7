using Monitor.Core.Ledger;
using Monitor.Core.Model;
using Monitor.Web.Display;

namespace Monitor.Web.Api;

/// <summary>Verdicts of people.</summary>
internal static class ReviewsApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/reviews", (HttpContext context, Ledger ledger, string? subject, string? cursor, int? limit) =>
                Slice.Of(subject is null ? ledger.Reviews.All() : ledger.Reviews.Of(subject), cursor, limit) is { } slice
                    ? ApiAnswer.Ok(context, slice)
                    : ApiAnswer.Bad(QueryFault.Cursor))
            .WithTags("reviews")
            .WithSummary("Verdicts in order of the chain, on one claim or account when subject is given")
            .Produces<ListJson<Review>>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
}
