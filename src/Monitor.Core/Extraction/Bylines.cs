using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Monitor.Core.Extraction;

/// <summary>Finds the authors' names: JSON-LD, meta elements, rel=author and itemprop, then a byline.</summary>
internal static partial class Bylines
{
    private const int Most = 20;

    public static IReadOnlyList<string> Of(IDocument page, MetaTags meta, JsonElement? article, string site)
    {
        foreach (var names in Sources(page, meta, article))
        {
            var clean = names.SelectMany(Split).Where(n => IsName(n, site)).Distinct(StringComparer.OrdinalIgnoreCase).Take(Most).ToList();
            if (clean.Count > 0)
            {
                return clean;
            }
        }

        return [];
    }

    private static IEnumerable<IEnumerable<string>> Sources(IDocument page, MetaTags meta, JsonElement? article)
    {
        if (article is { } a)
        {
            yield return JsonLd.Values(a, "author").Concat(JsonLd.Values(a, "creator")).Select(JsonLd.Text);
        }

        foreach (var name in (string[])["author", "article:author", "byl", "parsely-author", "dc.creator", "dcterms.creator", "sailthru.author", "citation_author", "og:article:author", "twitter:data1"])
        {
            yield return name == "twitter:data1" && meta.First("twitter:label1") is not ("Written by" or "Geschrieben von" or "Escrito por" or "Écrit par") ? [] : meta.All(name);
        }

        yield return Elements(page, "[itemprop='author'] [itemprop='name'], [itemprop='author']:not(:has([itemprop='name']))");
        yield return Elements(page, "a[rel~='author']");
        yield return Elements(page, "[class*='byline'] a, [class*='author-name'], [class*='authorName'], [class*='author__name']");
        yield return Elements(page, "[class*='byline'], [class*='author']").Where(t => t.Length < 80 && Prefix().IsMatch(t));
    }

    private static IEnumerable<string> Elements(IDocument page, string selector) =>
        page.QuerySelectorAll(selector).Take(Most).Where(e => e.TextContent.Length < 500).Select(e => e.GetAttribute("content") ?? e.TextContent).Select(Cleaned.Value);

    /// <summary>The names in a byline.</summary>
    internal static IEnumerable<string> Split(string byline)
    {
        var text = Prefix().Replace(byline, "");
        return Separator().Split(text).Select(n => n.Trim(' ', ',', ';', '.', '-', '–', '|', ':')).Where(n => n.Length > 0);
    }

    private static bool IsName(string name, string site) =>
        name.Length is > 2 and < 60
        && !name.Contains("://", StringComparison.Ordinal) && !name.StartsWith("www.", StringComparison.OrdinalIgnoreCase) && !name.Contains('@', StringComparison.Ordinal)
        && !name.Any(char.IsDigit)
        && Prose.Words(name) <= 6
        && !name.Equals(site, StringComparison.OrdinalIgnoreCase)
        && !NoName().IsMatch(name);

    [GeneratedRegex(@"^\s*((written |posted |reported |story |text )?by|von|par|por|di|door|av|af|автор|от|بقلم|نویسنده|خبرنگار)[\s:]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\s*(?:,|;|\||/|&| and | und | et | y | e | و )\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"^(admin|administrator|editor|staff|redaktion|redazione|redacción|rédaction|author|unknown|guest|null|undefined|none|more|see all|view profile|follow)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NoName();
}
