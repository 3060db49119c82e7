using Monitor.Core.Corpus;
using Monitor.Core.Dossiers;
using Monitor.Core.Model;
using Monitor.Web.Hosting;

namespace Monitor.Web.Api;

/// <summary>An account as one release shows it.</summary>
internal sealed record SightingJson(
    string Release,
    string Name,
    string Handle,
    string Bio,
    string Location,
    string Url,
    long? Followers,
    long? Following,
    string? Created,
    string Language,
    bool Hashed,
    IReadOnlyList<string> Hidden,
    IReadOnlyList<string> Flags,
    RowRef Row)
{
    public static SightingJson Of(Account a) => new(
        a.Source.Release, a.Name, a.Handle, a.Bio, a.Location, a.Url, a.Followers, a.Following, a.Created?.ToString(), a.Language, a.Hashed, a.Hidden, a.Flags, a.Source);
}

/// <summary>An account in a list.</summary>
internal sealed record AccountJson(string Id, string Platform, string Handle, IReadOnlyList<string> Names, IReadOnlyList<SightingJson> Sightings)
{
    public static AccountJson? Of(IReadOnlyList<Account> sightings) => sightings.Count == 0
        ? null
        : new(sightings[^1].Id, sightings[^1].Platform, sightings[^1].Handle, [.. sightings.Select(s => s.Name).Distinct()], [.. sightings.Select(SightingJson.Of)]);
}

/// <summary>A measured fact about an account.</summary>
internal sealed record SignalJson(
    string Name,
    string Family,
    string Side,
    string Strength,
    string Value,
    string BaseRate,
    string Text,
    IReadOnlyList<RowRef> Rows,
    IReadOnlyList<DocumentMention> Documents);

/// <summary>A handle or name that the account had at some time.</summary>
internal sealed record NameJson(string? Time, string Handle, string Name, string How, RowRef Row);

/// <summary>A dated line of an account's life.</summary>
internal sealed record TimelineJson(string Time, string Text, RowRef? Row, string? Document);

/// <summary>Everything known about one account; the outcome is never a number.</summary>
internal sealed record DossierJson(
    string Id,
    string Platform,
    string Handle,
    IReadOnlyList<string> Names,
    string Release,
    string Outcome,
    string Because,
    IReadOnlyList<SignalJson> Signals,
    IReadOnlyList<NameJson> NamesOverTime,
    IReadOnlyList<TimelineJson> Timeline,
    IReadOnlyList<LinkJson> Links,
    IReadOnlyList<SightingJson> Sightings,
    Activity Activity,
    IReadOnlyList<string> Missing)
{
    public static DossierJson Of(Dossier dossier, IReadOnlyList<Link> links)
    {
        var newest = dossier.Sightings is [.., var last] ? last : null;
        return new(
            dossier.Id,
            newest?.Platform ?? dossier.Id.Split(':')[0],
            newest?.Handle ?? "",
            [.. dossier.Sightings.Select(s => s.Name).Distinct()],
            newest?.Source.Release ?? "",
            Outcomes[dossier.Outcome],
            dossier.Because,
            [.. dossier.Signals.Select(s => new SignalJson(s.Name, ApiJson.Name(s.Family), ApiJson.Name(s.Side), ApiJson.Name(s.Strength), s.Value, s.BaseRate, s.Text, s.Rows, s.Documents))],
            [.. dossier.Names.Select(n => new NameJson(n.Time?.ToString(), n.Handle, n.Name, n.How, n.Source))],
            [.. dossier.Timeline.Select(t => new TimelineJson(t.Time.ToString(), t.Text, t.Source, t.Document))],
            [.. links.Select(LinkJson.Of)],
            [.. dossier.Sightings.Select(SightingJson.Of)],
            dossier.Activity,
            dossier.Missing);
    }

    private static readonly Dictionary<DossierOutcome, string> Outcomes = new()
    {
        [DossierOutcome.NotEnoughEvidence] = "not enough evidence",
        [DossierOutcome.SpeaksForPerson] = "speaks for a real person",
        [DossierOutcome.SpeaksForOperated] = "speaks for an operated account",
        [DossierOutcome.Contradictory] = "contradictory",
    };
}

/// <summary>Accounts and their dossiers.</summary>
internal static class AccountsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/accounts", (HttpContext context, ICorpus corpus, [AsParameters] ListQuery query, CancellationToken cancel) =>
                SearchApi.List(context, corpus, query, SearchKind.Accounts, async id => AccountJson.Of(await corpus.Accounts(id, cancel)), cancel))
            .WithTags("accounts").WithSummary("Accounts, the newest first, or those that match").Produces<ListJson<AccountJson>>().ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/accounts/{**id}", One)
            .WithTags("accounts").WithSummary("The dossier of one account; escape a slash in the id as %2F").Produces<DossierJson>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> One(HttpContext context, ICorpus corpus, DossierBuilder dossiers, string id, CancellationToken cancel)
    {
        id = RawAddress.Behind(context, ApiRoutes.Prefix + "/accounts/", id);
        return await dossiers.Build(id, cancel) is { } dossier
            ? ApiAnswer.Ok(context, DossierJson.Of(dossier, await corpus.Links(id, LinkKind.Account, cancel)))
            : ApiAnswer.Unknown("account", id);
    }
}
