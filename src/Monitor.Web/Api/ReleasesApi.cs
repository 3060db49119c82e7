using Monitor.Core.Corpus;
using Monitor.Core.Dossiers.Releases;
using Monitor.Core.Model;

namespace Monitor.Web.Api;

/// <summary>A number of the announcement.</summary>
internal sealed record AnnouncedJson(long Value, string Of, string Qualifier, bool Sure, string? On);

/// <summary>A release.</summary>
internal sealed record ReleaseJson(
    string Id,
    string Title,
    string Platform,
    IReadOnlyList<string> Countries,
    string? Announced,
    IReadOnlyList<AnnouncedJson> AnnouncedCounts,
    string Source,
    string Citation,
    string Description,
    IReadOnlyList<string> Unsure,
    IReadOnlyList<string> FileNames,
    IReadOnlyList<string> Related,
    IReadOnlyList<ReleaseVersion> Versions)
{
    public static ReleaseJson Of(Release r) => new(
        r.Id,
        r.Title,
        r.Platform,
        r.Countries,
        r.Announced?.ToString(),
        [.. r.AnnouncedCounts.Select(c => new AnnouncedJson(c.Value, c.Of, c.Qualifier, c.Sure, c.On?.ToString()))],
        r.Source,
        r.Citation,
        r.Description,
        r.Unsure,
        r.FileNames,
        r.Related,
        r.Versions);
}

/// <summary>What accounts and posts of a release show together; each is null while it is being counted.</summary>
internal sealed record ReleaseFactsJson(string Release, AccountFacts? Accounts, PostFacts? Posts, long Counted, string? Fault, IReadOnlyList<string> Unanswerable)
{
    public static ReleaseFactsJson Of(ReleaseFacts f) => new(f.Release.Id, f.Accounts, f.Posts, f.Counted, f.Fault, f.Unanswerable);
}

/// <summary>Releases.</summary>
internal static class ReleasesApi
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/releases", (HttpContext context, ICorpus corpus, [AsParameters] ListQuery query, CancellationToken cancel) =>
                SearchApi.List(context, corpus, query, SearchKind.Releases, async id => await corpus.Release(id, cancel) is { } r ? ReleaseJson.Of(r) : null, cancel))
            .WithTags("releases").WithSummary("Releases, the newest first, or those that match").Produces<ListJson<ReleaseJson>>().ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/releases/{id}", async (HttpContext context, ICorpus corpus, string id, CancellationToken cancel) =>
                await corpus.Release(id, cancel) is { } release ? ApiAnswer.Ok(context, ReleaseJson.Of(release)) : ApiAnswer.Unknown("release", id))
            .WithTags("releases").WithSummary("One release").Produces<ReleaseJson>().ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/releases/{id}/facts", async (HttpContext context, ReleaseFactsBook facts, string id, CancellationToken cancel) =>
                await facts.Current(id, Patience, cancel) is { } found ? ApiAnswer.Ok(context, ReleaseFactsJson.Of(found)) : ApiAnswer.Unknown("release", id))
            .WithTags("releases").WithSummary("What accounts and posts of a release show together; ask again while a part is null")
            .Produces<ReleaseFactsJson>().ProducesProblem(StatusCodes.Status404NotFound);
    }
}
