using Monitor.Core.Corpus;
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

/// <summary>Releases.</summary>
internal static class ReleasesApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/releases", (HttpContext context, ICorpus corpus, [AsParameters] ListQuery query, CancellationToken cancel) =>
                SearchApi.List(context, corpus, query, SearchKind.Releases, async id => await corpus.Release(id, cancel) is { } r ? ReleaseJson.Of(r) : null, cancel))
            .WithTags("releases").WithSummary("Releases, the newest first, or those that match").Produces<ListJson<ReleaseJson>>().ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/releases/{id}", async (HttpContext context, ICorpus corpus, string id, CancellationToken cancel) =>
                await corpus.Release(id, cancel) is { } release ? ApiAnswer.Ok(context, ReleaseJson.Of(release)) : ApiAnswer.Unknown("release", id))
            .WithTags("releases").WithSummary("One release").Produces<ReleaseJson>().ProducesProblem(StatusCodes.Status404NotFound);
    }
}
