using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Monitor.Core.Extraction;

/// <summary>When a page was published and changed, with the offset that the page states.</summary>
/// <param name="Published">First publication.</param>
/// <param name="Modified">Last change.</param>
internal sealed partial record PageDates(DateTimeOffset? Published, DateTimeOffset? Modified)
{
    private static readonly string[] PublishedNames =
    [
        "article:published_time", "og:article:published_time", "article:published", "datePublished", "publishdate", "publish-date", "publish_date", "pubdate", "publication_date", "parsely-pub-date",
        "sailthru.date", "dc.date.issued", "dcterms.created", "dc.date", "dcterms.date", "date.release", "last_published_date", "published_at", "cxenseparse:recs:publishtime", "iso-8601-publish-date", "analytics-publishdate", "dateCreated", "date", "og:pubdate", "originalpublicationdate", "ptime", "article.published", "published_time", "publishedAt",
    ];

    private static readonly string[] ModifiedNames =
        ["article:modified_time", "og:article:modified_time", "og:updated_time", "dateModified", "lastmod", "last-modified", "dcterms.modified", "utime", "article.updated"];

    public static PageDates Of(IDocument page, MetaTags meta, JsonElement? article, string url, DateTimeOffset now)
    {
        var headline = page.QuerySelector("h1");
        var published = article is { } a ? Moment(JsonLd.Text(a, "datePublished", "dateCreated", "uploadDate")) : null;
        var modified = article is { } b ? Moment(JsonLd.Text(b, "dateModified")) : null;
        published = WithOffset(published);
        published ??= FirstOf(PublishedNames) ?? FromTimeElements(page) ?? FromLines(page) ?? BelowHeadline() ?? FromUrl(url);
        modified ??= FirstOf(ModifiedNames);
        return new(published, modified);

        // A moment without an offset gets the one under which a meta element states the same time of day.
        DateTimeOffset? WithOffset(DateTimeOffset? moment) =>
            moment is { Offset.Ticks: 0 } m ? PublishedNames.Concat(ModifiedNames).Select(n => Moment(meta.First(n))).FirstOrDefault(o => o is { Offset.Ticks: not 0 } other && other.DateTime == m.DateTime) ?? moment : moment;

        // A date years ahead is a mistake of the page, not a date.
        DateTimeOffset? Moment(string? text) => DateText.Moment(text) is { } m && m < now.AddDays(2) ? m : null;

        DateTimeOffset? FirstOf(string[] names) => names.Select(n => Moment(meta.First(n))).FirstOrDefault(m => m is not null);

        DateTimeOffset? FromTimeElements(IDocument document) =>
            document.QuerySelectorAll("[itemprop='datePublished'], time[pubdate], time[datetime], abbr.published, time").Take(10)
                .Where(e => e.Closest("[itemprop='itemReviewed']") is null)
                .Select(e => Moment(e.GetAttribute("datetime") ?? e.GetAttribute("content") ?? e.GetAttribute("title")) ?? Moment(Cleaned.Value(e.TextContent)))
                .FirstOrDefault(m => m is not null);

        // A short line that stands by itself within the next elements.
        DateTimeOffset? BelowHeadline()
        {
            var at = headline;
            for (var i = 0; i < 40 && at is not null; i++)
            {
                at = Next(at);
                if (at is { ChildElementCount: 0, TextContent.Length: > 5 and < 100 } && Moment(Cleaned.Value(at.TextContent)) is { } moment)
                {
                    return moment;
                }
            }

            return null;
        }

        static IElement? Next(IElement at)
        {
            if (at.FirstElementChild is { } child)
            {
                return child;
            }

            for (var up = at; up is not null; up = up.ParentElement)
            {
                if (up.NextElementSibling is { } sibling)
                {
                    return sibling;
                }
            }

            return null;
        }

        DateTimeOffset? FromLines(IDocument document) =>
            document.QuerySelectorAll("[class*='date'], [class*='Date'], [class*='time'], [class*='publish'], [id*='date'], [class*='byline'], [class*='meta'], [class*='posted']").Take(40)
                .Where(e => e.TextContent.Length is > 5 and < 200)
                .OrderBy(e => headline is not null && headline.CompareDocumentPosition(e).HasFlag(DocumentPositions.Following) ? 0 : 1)
                .Select(e => Moment(Cleaned.Value(e.TextContent)))
                .FirstOrDefault(m => m is not null);
    }

    private static DateTimeOffset? FromUrl(string url) => UrlDate().Match(url) is { Success: true } m ? DateText.Moment($"{m.Groups[1].Value}-{m.Groups[2].Value}-{m.Groups[3].Value}") : null;

    [GeneratedRegex(@"[/_-]((?:19|20)[0-9]{2})[/_-]?([01][0-9])[/_-]?([0-3][0-9])(?:[/_.-]|$)", RegexOptions.NonBacktracking)]
    private static partial Regex UrlDate();
}
