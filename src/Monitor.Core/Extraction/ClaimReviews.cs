using System.Text.Json;
using AngleSharp.Dom;
using Monitor.Core.Model;

namespace Monitor.Core.Extraction;

/// <summary>Reads schema.org ClaimReview markup, as JSON-LD or as microdata. Properties: https://schema.org/ClaimReview.</summary>
internal static class ClaimReviews
{
    private const int Most = 50;

    public static IReadOnlyList<ClaimReview> Of(IDocument page, JsonLd data, string url)
    {
        var found = data.Nodes.Where(n => JsonLd.Is(n, t => t == "ClaimReview")).Take(Most).Select(n => FromJson(n, url)).ToList();
        if (found.Count == 0)
        {
            found = page.QuerySelectorAll("[itemtype*='ClaimReview']").Take(Most).Select(e => FromMicrodata(e, url)).ToList();
        }

        return found.Where(r => r.ClaimReviewed.Length > 0 || r.Rating.Length > 0).Distinct().ToList();
    }

    private static ClaimReview FromJson(JsonElement node, string url)
    {
        var claim = JsonLd.Values(node, "itemReviewed").FirstOrDefault();
        var words = JsonLd.Text(node, "claimReviewed");
        var where = JsonLd.Text(node, "url");
        return new(
            words.Length > 0 ? words : JsonLd.Text(claim, "text", "name", "headline"),
            JsonLd.Text(claim, "author", "creator"),
            DateText.Read(JsonLd.Text(claim, "datePublished", "dateCreated")),
            Rating(JsonLd.Values(node, "reviewRating").FirstOrDefault()),
            JsonLd.Text(node, "author", "publisher"),
            DateText.Read(JsonLd.Text(node, "datePublished", "dateCreated", "dateModified")),
            where.Length > 0 && Uri.TryCreate(where, UriKind.Absolute, out _) ? Text.CanonicalUrl.Of(where) : url);
    }

    /// <summary>The printed verdict, or the number on its scale.</summary>
    private static string Rating(JsonElement rating)
    {
        if (rating.ValueKind == JsonValueKind.String)
        {
            return JsonLd.Text(rating);
        }

        var name = JsonLd.Text(rating, "alternateName", "name");
        return name.Length > 0 ? name : OnScale(JsonLd.Text(rating, "ratingValue"), JsonLd.Text(rating, "worstRating"), JsonLd.Text(rating, "bestRating"));
    }

    private static string OnScale(string value, string worst, string best) => (value, worst, best) switch
    {
        ("", _, _) => "",
        (_, { Length: > 0 }, { Length: > 0 }) => $"{value} ({worst}–{best})",
        (_, _, { Length: > 0 }) => $"{value} of {best}",
        _ => value,
    };

    private static ClaimReview FromMicrodata(IElement review, string url)
    {
        var claim = review.QuerySelector("[itemprop='itemReviewed']");
        var rating = review.QuerySelector("[itemprop='reviewRating']");
        var name = Value(rating, "alternateName");
        return new(
            Value(review, "claimReviewed"),
            Person(claim),
            DateText.Read(Value(claim, "datePublished")),
            name.Length > 0 ? name : OnScale(Value(rating, "ratingValue"), Value(rating, "worstRating"), Value(rating, "bestRating")),
            Person(review, claim),
            DateText.Read(review.QuerySelectorAll("[itemprop='datePublished']").Where(e => claim?.Contains(e) != true).Select(Value).FirstOrDefault()),
            url);
    }

    private static string Person(IElement? scope, IElement? except = null)
    {
        var author = scope?.QuerySelectorAll("[itemprop='author']").FirstOrDefault(e => except?.Contains(e) != true);
        return author is null ? "" : Value(author, "name") is { Length: > 0 } name ? name : Value(author);
    }

    private static string Value(IElement? scope, string property) => scope?.QuerySelector($"[itemprop='{property}']") is { } element ? Value(element) : "";

    private static string Value(IElement element)
    {
        var value = element.GetAttribute("content") ?? element.GetAttribute("datetime") ?? element.TextContent;
        return Cleaned.Value(value);
    }
}
