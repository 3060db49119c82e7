using Monitor.Core.Alerting;
using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Query;
using Monitor.Core.Ledger;
using Monitor.Core.Model;
using Monitor.Web.Display;

namespace Monitor.Web.Api;

/// <summary>A saved search. Whom it is sent to, and its secrets, stay on the page: they are of no use to a program that only reads.</summary>
internal sealed record SavedSearchJson(string Id, string Name, string Query, string In, string Rhythm, DateTimeOffset Created, string? Paused)
{
    public string At { get; init; } = "";

    public string Zone { get; init; } = "";

    public string Day { get; init; } = "";

    public string Language { get; init; } = "";

    public DateTimeOffset? Expires { get; init; }

    public IReadOnlyList<string> Channels { get; init; } = [];

    public static SavedSearchJson Of(SavedSearch s) => new(s.Id, s.Name, s.Query, s.In, ApiJson.Name(s.Rhythm), s.Created, s.Paused)
    {
        At = s.At.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
        Zone = s.Zone,
        Day = ApiJson.Name(s.Day),
        Language = s.Language,
        Expires = s.Expires,
        Channels = [.. new[] { s.Mails ? "mail" : "", s.Webhook.Length > 0 ? "webhook" : "", s.Feed ? "feed" : "" }.Where(c => c.Length > 0)],
    };
}

/// <summary>A message for a saved search.</summary>
internal sealed record DeliveryJson(string Id, string MessageId, string Channel, string Kind, string State, DateTimeOffset Created, DateTimeOffset? Sent, int Attempts, IReadOnlyList<string> Matches)
{
    public static DeliveryJson Of(Delivery d) => new(d.Id, d.MessageId, ApiJson.Name(d.Channel), ApiJson.Name(d.Kind), ApiJson.Name(d.State), d.Created, d.Sent, d.Attempts, d.Matches);
}

/// <summary>How often a search would have been told; null where that cannot be known.</summary>
internal sealed record PreviewJson(int Days, long? Matches, long? All);

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
        api.MapGet("/searches/{id}/deliveries", (HttpContext context, Ledger ledger, string id, string? cursor, int? limit) =>
                ledger.SavedSearches.Get(id) is null ? ApiAnswer.Unknown("saved search", id)
                : Slice.Of([.. ledger.Outbox.Latest(id, 1000).Select(DeliveryJson.Of)], cursor, limit) is { } slice ? ApiAnswer.Ok(context, slice)
                : ApiAnswer.Bad(QueryFault.Cursor))
            .WithTags("searches").WithSummary("Newest messages of a saved search").Produces<ListJson<DeliveryJson>>()
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/searches-preview", Preview)
            .WithTags("searches").WithSummary("How often a search would have matched in the last 30 days").Produces<PreviewJson>().ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static async Task<IResult> Preview(HttpContext context, ICorpus corpus, TimeProvider time, string? q, string? @in, CancellationToken cancel)
    {
        var parse = QueryParser.Parse(q ?? "");
        if (parse.Error is { } error)
        {
            return ApiAnswer.Bad(new QueryFault(q ?? "", error.Position, error.Message, error.Mend));
        }

        if (!SavedSearchKinds.All.Contains(@in ?? SavedSearchKinds.Claims))
        {
            return ApiAnswer.Bad(new QueryFault("", 0, $"'{@in}' cannot be followed.", $"in is one of {string.Join(", ", SavedSearchKinds.All)}"));
        }

        var preview = await SearchPreview.Of(corpus, parse.Tree!, @in ?? SavedSearchKinds.Claims, time.GetUtcNow(), cancel);
        return ApiAnswer.Ok(context, new PreviewJson(SearchPreview.Days, preview?.Matches, preview?.All));
    }
}
