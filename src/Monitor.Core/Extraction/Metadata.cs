using System.Text.Json;
using AngleSharp.Dom;

namespace Monitor.Core.Extraction;

/// <summary>What a page states of itself.</summary>
internal sealed record Metadata(string Title, IReadOnlyList<string> Authors, PageDates Dates, string Language, string Site, string Url, string ArticleBody, string Description, bool IsFront)
{
    private static readonly string[] ArticleTypes = ["Article", "BlogPosting", "Report", "LiveBlogPosting", "ClaimReview", "SocialMediaPosting", "DiscussionForumPosting"];

    public static Metadata Of(IDocument page, JsonLd data, ExtractionInput input, DateTimeOffset now)
    {
        var meta = MetaTags.Of(page);
        JsonElement? article = data.Nodes.FirstOrDefault(n => JsonLd.Is(n, t => t != "ClaimReview" && ArticleTypes.Any(a => t.EndsWith(a, StringComparison.Ordinal)))) is { ValueKind: JsonValueKind.Object } node
            ? node
            : data.Nodes.FirstOrDefault(n => JsonLd.Is(n, t => t is "WebPage" or "VideoObject" or "ClaimReview") && n.TryGetProperty("datePublished", out _)) is { ValueKind: JsonValueKind.Object } other ? other : null;
        var site = meta.First("og:site_name", "application-name", "al:android:app_name");
        if (site.Length == 0 && article is { } a)
        {
            site = Cleaned.Value(JsonLd.Text(a, "publisher"));
        }

        site = site.Length > 0 ? site : input.Source.Publisher;
        var url = PageUrl.Of(page, meta, input.Url);
        var title = Headline.Of(page, meta, article, site);
        return new(
            title,
            Bylines.Of(page, meta, article, site),
            PageDates.Of(page, meta, article, url, now),
            DeclaredLanguage(page, meta, article),
            site,
            url,
            article is { } b ? JsonLd.Text(b, "articleBody", "text") : "",
            meta.First("og:description", "description", "twitter:description"),
            IsFrontPage(url, meta, article));
    }

    private static bool IsFrontPage(string url, MetaTags meta, JsonElement? article) =>
        article is null && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.AbsolutePath is "/" or "/index.html" or "/index.php" && uri.Query.Length == 0
        && !meta.First("og:type").Equals("article", StringComparison.OrdinalIgnoreCase);

    private static string DeclaredLanguage(IDocument page, MetaTags meta, JsonElement? article)
    {
        var stated = new[]
        {
            page.DocumentElement?.GetAttribute("lang") ?? page.DocumentElement?.GetAttribute("xml:lang"),
            article is { } a ? JsonLd.Text(a, "inLanguage") : null,
            meta.First("content-language", "language", "dc.language"),
            meta.First("og:locale"),
            page.Body?.GetAttribute("lang"),
        };
        return stated.Select(Tag).FirstOrDefault(t => t.Length > 0) ?? "";
    }

    /// <summary>A tag of BCP 47 with the usual case (en-US), or empty.</summary>
    private static string Tag(string? stated)
    {
        if (stated is not { Length: >= 2 and <= 20 })
        {
            return "";
        }

        var parts = stated.Trim().Replace('_', '-').Split('-', ',', ';', ' ');
        if (parts[0].Length is not (2 or 3) || !parts[0].All(char.IsAsciiLetter))
        {
            return "";
        }

        var language = parts[0].ToLowerInvariant();
        return parts.Length > 1 && parts[1].Length == 2 && parts[1].All(char.IsAsciiLetter) ? $"{language}-{parts[1].ToUpperInvariant()}" : language;
    }
}
