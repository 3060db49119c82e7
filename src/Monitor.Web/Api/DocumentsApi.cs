using Monitor.Core.Corpus;
using Monitor.Core.Model;

namespace Monitor.Web.Api;

/// <summary>A post that a page embeds.</summary>
internal sealed record EmbeddedPostJson(string Document, string Author, string Handle, string Text, string? Date, string Url, IReadOnlyList<string> Hashtags, int Start, int End);

/// <summary>ClaimReview markup as the page has it.</summary>
internal sealed record ClaimReviewJson(string ClaimReviewed, string Claimant, string? ClaimDate, string Rating, string Reviewer, string? ReviewDate, string Url);

/// <summary>A part of the page that is not its text.</summary>
internal sealed record CutJson(string Reason, string Text);

/// <summary>A document.</summary>
internal sealed record DocumentJson(
    string Id,
    string Url,
    string Kind,
    string Title,
    IReadOnlyList<string> Authors,
    string? Handle,
    DateTimeOffset? Published,
    DateTimeOffset? Modified,
    string Language,
    string Site,
    string Source,
    string Country,
    bool Official,
    string Text,
    IReadOnlyList<EmbeddedPostJson> Posts,
    IReadOnlyList<ClaimReviewJson> ClaimReviews,
    IReadOnlyList<CutJson> Cuts,
    string Capture,
    string? EmbeddedIn,
    string? Note)
{
    public static DocumentJson Of(Document d) => new(
        d.Id,
        d.Url,
        ApiJson.Name(d.Kind),
        d.Title,
        d.Authors,
        d.Handle,
        d.Published,
        d.Modified,
        d.Language,
        d.Site,
        d.SourceId,
        d.Country,
        d.Official,
        d.Text,
        [.. d.Posts.Select(p => new EmbeddedPostJson(p.DocumentId, p.Author, p.Handle, p.Text, p.Date?.ToString(), p.Url, p.Hashtags, p.Start, p.End))],
        [.. d.ClaimReviews.Select(r => new ClaimReviewJson(r.ClaimReviewed, r.Claimant, r.ClaimDate?.ToString(), r.Rating, r.Reviewer, r.ReviewDate?.ToString(), r.Url))],
        [.. d.Cuts.Select(c => new CutJson(ApiJson.Name(c.Reason), c.Text))],
        d.CaptureId,
        d.EmbeddedIn,
        d.Note);
}

/// <summary>A document with the claims in it and its links.</summary>
internal sealed record DocumentDetailJson(DocumentJson Document, IReadOnlyList<AppearanceJson> Appearances, IReadOnlyList<LinkJson> Links);

/// <summary>Documents.</summary>
internal static class DocumentsApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/documents", (HttpContext context, ICorpus corpus, [AsParameters] ListQuery query, CancellationToken cancel) =>
                SearchApi.List(context, corpus, query, SearchKind.Documents, async id => await corpus.Document(id, cancel) is { } d ? DocumentJson.Of(d) : null, cancel))
            .WithTags("documents").WithSummary("Documents, the newest first, or those that match").Produces<ListJson<DocumentJson>>().ProducesProblem(StatusCodes.Status400BadRequest);
        api.MapGet("/documents/{id}", One)
            .WithTags("documents").WithSummary("One document with its claims and links").Produces<DocumentDetailJson>().ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> One(HttpContext context, ICorpus corpus, string id, CancellationToken cancel)
    {
        if (await corpus.Document(id, cancel) is not { } document)
        {
            return ApiAnswer.Unknown("document", id);
        }

        var appearances = await corpus.AppearancesIn(id, cancel);
        var links = await corpus.Links(id, kind: null, cancel);
        return ApiAnswer.Ok(context, new DocumentDetailJson(DocumentJson.Of(document), [.. appearances.Select(AppearanceJson.Of)], [.. links.Select(LinkJson.Of)]));
    }
}
