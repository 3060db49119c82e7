using Monitor.Core.Ledger;
using Monitor.Core.Model;
using Monitor.Core.Reviews;
using Monitor.Web.Display;

namespace Monitor.Web.Api;

/// <summary>Verdicts of people.</summary>
internal static class ReviewsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/reviews", (HttpContext context, Ledger ledger, string? subject, string? cursor, int? limit) =>
                Slice.Of(subject is null ? ledger.Reviews.All() : ledger.Reviews.Of(subject), cursor, limit) is { } slice
                    ? ApiAnswer.Ok(context, slice)
                    : ApiAnswer.Bad(QueryFault.Cursor))
            .WithTags("reviews")
            .WithSummary("Verdicts in order of the chain, on one claim or account when subject is given")
            .Produces<ListJson<Review>>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/claimreviews", async (HttpContext context, ClaimReviewFeed feed, CancellationToken cancel) =>
                ApiAnswer.Text(context, ClaimReviewFeed.Text(await feed.All(cancel)), "application/ld+json"))
            .AllowAnonymous() // what is published is for everybody
            .WithTags("reviews")
            .WithSummary("Published verdicts on claims as a schema.org DataFeed of ClaimReview (JSON-LD), the newest first; empty until reviews:publisher and reviews:address are set")
            .Produces<string>(StatusCodes.Status200OK, "application/ld+json");
    }
}
