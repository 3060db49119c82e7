using Monitor.Core.Ledger;
using Monitor.Core.Model;
using Monitor.Web.Display;

namespace Monitor.Web.Api;

/// <summary>A saved search. Whom it is sent to stays on the page: an address is of no use to a program that only reads.</summary>
internal sealed record SavedSearchJson(string Id, string Name, string Query, string In, string Rhythm, DateTimeOffset Created, string? Paused)
{
    public static SavedSearchJson Of(SavedSearch s) => new(s.Id, s.Name, s.Query, s.In, ApiJson.Name(s.Rhythm), s.Created, s.Paused);
}

/// <summary>Saved searches.</summary>
internal static class SearchesApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/searches", (HttpContext context, Ledger ledger, string? cursor, int? limit) =>
                Slice.Of([.. ledger.SavedSearches.All().Select(SavedSearchJson.Of)], cursor, limit) is { } slice ? ApiAnswer.Ok(context, slice) : ApiAnswer.Bad(QueryFault.Cursor))
            .WithTags("searches").WithSummary("Saved searches").Produces<ListJson<SavedSearchJson>>().ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/searches/{id}", (HttpContext context, Ledger ledger, string id) =>
                ledger.SavedSearches.Get(id) is { } search ? ApiAnswer.Ok(context, SavedSearchJson.Of(search)) : ApiAnswer.Unknown("saved search", id))
            .WithTags("searches").WithSummary("One saved search").Produces<SavedSearchJson>().ProducesProblem(StatusCodes.Status404NotFound);
    }
}
