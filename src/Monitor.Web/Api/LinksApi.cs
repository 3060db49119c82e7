using Monitor.Core.Corpus;
using Monitor.Core.Model;
using Monitor.Web.Display;

namespace Monitor.Web.Api;

/// <summary>A link with the reasons that made it; the score orders links and is no probability.</summary>
internal sealed record LinkJson(string Id, string Kind, string From, string Target, double Score, IReadOnlyList<string> Groups, IReadOnlyList<Reason> Reasons)
{
    public static LinkJson Of(Link link) => new(link.Id, ApiJson.Name(link.Kind), link.From, link.Target, link.Score, link.Groups, link.Reasons);
}

/// <summary>Links of a record.</summary>
internal static class LinksApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapGet("/links", Links)
            .WithTags("links")
            .WithSummary("Links that begin or end at the record with this id, the best supported first; of one kind when given: account, release, document, claim")
            .Produces<ListJson<LinkJson>>()
            .ProducesProblem(StatusCodes.Status400BadRequest);

    private static async Task<IResult> Links(HttpContext context, ICorpus corpus, string? id, string? kind, string? cursor, int? limit, CancellationToken cancel)
    {
        LinkKind? wanted = Enum.TryParse<LinkKind>(kind, ignoreCase: true, out var parsed) && !char.IsAsciiDigit(kind[0]) ? parsed : null;
        if (string.IsNullOrEmpty(id) || (kind is { Length: > 0 } && wanted is null))
        {
            return ApiAnswer.Bad(new QueryFault("", 0, "The request names no record, or a kind of link that there is not.", "Give id=…, and as kind account, release, document or claim."));
        }

        return Slice.Of(await corpus.Links(id, wanted, cancel), cursor, limit) is { } slice
            ? ApiAnswer.Ok(context, new ListJson<LinkJson>([.. slice.Items.Select(LinkJson.Of)], slice.Total, slice.Next))
            : ApiAnswer.Bad(QueryFault.Cursor);
    }
}
