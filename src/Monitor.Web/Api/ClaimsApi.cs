using Monitor.Core.Corpus;
using Monitor.Core.Linking.SameClaims;
using Monitor.Core.Model;

namespace Monitor.Web.Api;

/// <summary>A claim; offsets of parts count UTF-16 units in <paramref name="Text"/>.</summary>
internal sealed record ClaimJson(
    string Id,
    string Text,
    string Kind,
    string Speaker,
    string? Handle,
    string? Office,
    string? Country,
    string? Said,
    string Language,
    double Score,
    IReadOnlyList<string> Hashtags,
    IReadOnlyList<string> Handles,
    IReadOnlyList<Quantity> Quantities,
    IReadOnlyList<ClaimPart> Parts)
{
    public static ClaimJson Of(Claim claim) => new(
        claim.Id,
        claim.Text,
        ApiJson.Name(claim.Kind),
        claim.Speaker.Name,
        claim.Speaker.Handle,
        claim.Speaker.Office,
        claim.Speaker.Country,
        claim.Said?.ToString(),
        claim.Language,
        claim.Score,
        claim.Hashtags,
        claim.Handles,
        claim.Quantities,
        claim.Parts);
}

/// <summary>A place where a claim stands; offsets count UTF-16 units in the document's text.</summary>
internal sealed record AppearanceJson(
    string Id, string Claim, string Document, int Start, int End, string Text, string Kind, string Speaker, DateTimeOffset? Published, IReadOnlyList<WordChange> Differences)
{
    public static AppearanceJson Of(Appearance a) => new(a.Id, a.ClaimId, a.DocumentId, a.Start, a.End, a.Text, ApiJson.Name(a.Kind), a.SpeakerText, a.Published, a.Differences);
}

/// <summary>One wording of a claim's story, with its places and what differs from the lead.</summary>
internal sealed record WordingJson(ClaimJson Claim, IReadOnlyList<AppearanceJson> Appearances, IReadOnlyList<WordChange> Changes, string Why);

/// <summary>A claim in all its wordings.</summary>
internal sealed record StoryJson(string Lead, IReadOnlyList<WordingJson> Wordings, IReadOnlyList<StatedNumber> Numbers, IReadOnlyList<ClaimCorrection> Corrections, bool Cut)
{
    public static StoryJson Of(ClaimStory s) =>
        new(s.Lead.Id, [.. s.Wordings.Select(w => new WordingJson(ClaimJson.Of(w.Claim), [.. w.Appearances.Select(AppearanceJson.Of)], w.Changes, w.Why))], s.Numbers, s.Corrections, s.Cut);
}

/// <summary>A claim with everything that hangs on it.</summary>
internal sealed record ClaimDetailJson(ClaimJson Claim, IReadOnlyList<AppearanceJson> Appearances, IReadOnlyList<LinkJson> Links, StoryJson Story);

/// <summary>Claims.</summary>
internal static class ClaimsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/claims", (HttpContext context, ICorpus corpus, [AsParameters] ListQuery query, CancellationToken cancel) =>
                SearchApi.List(context, corpus, query, SearchKind.Claims, async id => await corpus.Claim(id, cancel) is { } c ? ClaimJson.Of(c) : null, cancel))
            .WithTags("claims").WithSummary("Claims, the newest first, or those that match").Produces<ListJson<ClaimJson>>().ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/claims/{id}", One)
            .WithTags("claims").WithSummary("One claim with its appearances and links").Produces<ClaimDetailJson>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> One(HttpContext context, ICorpus corpus, ClaimStories stories, string id, CancellationToken cancel)
    {
        if (await corpus.Claim(id, cancel) is not { } claim)
        {
            return ApiAnswer.Unknown("claim", id);
        }

        var appearances = await corpus.AppearancesOf(id, cancel);
        var links = await corpus.Links(id, kind: null, cancel);
        return ApiAnswer.Ok(context, new ClaimDetailJson(ClaimJson.Of(claim), [.. appearances.Select(AppearanceJson.Of)], [.. links.Select(LinkJson.Of)], StoryJson.Of(await stories.Of(claim, cancel))));
    }
}
