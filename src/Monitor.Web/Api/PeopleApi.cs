using Monitor.Core.Ledger;
using Monitor.Web.Access;
using Monitor.Web.Display;

namespace Monitor.Web.Api;

/// <summary>Who may log in.</summary>
internal sealed record PersonJson(string Name, string Role, DateTimeOffset Created, DateTimeOffset? Disabled);

/// <summary>People and the audit, for administrators.</summary>
internal static class PeopleApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/people", (HttpContext context, Ledger ledger, string? cursor, int? limit) =>
                Slice.Of([.. ledger.People.All().Select(p => new PersonJson(p.Name, PeopleBook.Word(p.Role), p.Created, p.Disabled))], cursor, limit) is { } slice
                    ? ApiAnswer.Ok(context, slice)
                    : ApiAnswer.Bad(QueryFault.Cursor))
            .WithMetadata(new NeedsAttribute(Role.Administrator))
            .WithTags("people").WithSummary("People who may log in; for administrators").Produces<ListJson<PersonJson>>().ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/audit", Audit)
            .WithMetadata(new NeedsAttribute(Role.Administrator))
            .WithTags("people").WithSummary("What people changed, the newest first, by one person when given; for administrators").Produces<ListJson<AuditEntry>>()
            .ProducesProblem(StatusCodes.Status400BadRequest);
    }

    private static IResult Audit(HttpContext context, Ledger ledger, string? person, long? cursor, int? limit)
    {
        if (limit is < 1 or > Searching.MaxLimit)
        {
            return ApiAnswer.Bad(QueryFault.Cursor);
        }

        var entries = ledger.Audit.Latest(limit ?? 50, cursor, person);
        var next = entries.Count == (limit ?? 50) && entries[^1].Sequence > 1 ? entries[^1].Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture) : null;
        return ApiAnswer.Ok(context, new ListJson<AuditEntry>(entries, ledger.Audit.Count(person), next));
    }
}
