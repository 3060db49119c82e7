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
        List<string> last = [];
        foreach (var names in Sources(page, meta, article))
        {
            var list = names.ToList();
            var clean = list.SelectMany(Split).Where(n => IsName(n, site)).Distinct(StringComparer.OrdinalIgnoreCase).Take(Most).ToList();
            if (clean.Count > 0)
            {
                return clean;
            }

            last = list.Count > 0 ? list : last;
        }

        // The site itself, where it says that it is the author.
        return last.Where(n => site.Length > 0 && n.Equals(site, StringComparison.OrdinalIgnoreCase)).Take(1).ToList();
    }

    private static IEnumerable<IEnumerable<string>> Sources(IDocument page, MetaTags meta, JsonElement? article)
    {
        var stated = article is { } a ? JsonLd.Values(a, "author").Concat(JsonLd.Values(a, "creator")).ToList() : [];
        yield return stated.Where(n => !JsonLd.Is(n, t => t.EndsWith("Organization", StringComparison.Ordinal))).Select(JsonLd.Text);
        yield return meta.Named(Names());
        yield return Elements(page, "[itemprop='author'] [itemprop='name'], [itemprop='author']:not(:has([itemprop='name']))");
        yield return Elements(page, "a[rel~='author']");
        yield return Elements(page, "[class*='byline'] a, [class*='author-name'], [class*='authorName'], [class*='author__name']");
        yield return Elements(page, "[class*='byline'], [class*='author']").Where(t => t.Length < 80 && Prefix().IsMatch(t));
        yield return stated.Select(JsonLd.Text);
    }

    /// <summary>Matches that stand together with the first one; those further down belong to other articles.</summary>
    private static IEnumerable<string> Elements(IDocument page, string selector)
    {
        // The author of a claim that is reviewed is not the page's.
        var found = page.QuerySelectorAll(selector).Take(Most).Where(e => e.TextContent.Length < 500 && e.Closest("[itemprop='itemReviewed']") is null).ToList();
        var box = found.FirstOrDefault()?.ParentElement;
        for (var level = 0; level < 2 && box?.ParentElement is { LocalName: not ("body" or "article" or "main") } around; level++)
        {
            box = around;
        }

        return found.Where(e => box is null || box.Contains(e)).Select(e => e.GetAttribute("content") ?? e.TextContent).Select(Cleaned.Value);
    }

    /// <summary>The names in a byline.</summary>
    internal static IEnumerable<string> Split(string byline)
    {
        if (byline.Contains("://", StringComparison.Ordinal))
        {
            return [];
        }

        var text = Prefix().Replace(byline, "");
        return Separator().Split(text).Select(n => n.Trim(' ', ',', ';', '.', '-', '–', '|', ':')).Where(n => n.Length > 0);
    }

    private static bool IsName(string name, string site) =>
        (name.Length is > 2 and < 60 || (name.Length == 2 && name.All(char.IsUpper)))
        && name.AsSpan().IndexOfAny("()[]") < 0
        && !name.Contains("://", StringComparison.Ordinal) && !name.StartsWith("www.", StringComparison.OrdinalIgnoreCase) && !name.Contains('@', StringComparison.Ordinal)
        && !name.Any(char.IsDigit)
        && Prose.Words(name) <= 6
        && !name.Equals(site, StringComparison.OrdinalIgnoreCase)
        && !NoName().IsMatch(name);

    [GeneratedRegex(@"^\s*((written |posted |reported |story |text )?by|von|par|por|di|door|av|af|автор|от|بقلم|نویسنده|خبرنگار)[\s:]+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\s*(?:,|;|\||/|&| and | und | et | y | e | و )\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"(^|[.:_-])(authors?|byl|byline|author_?name|creator)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Names();

    [GeneratedRegex(@"^(admin|administrator|editor|staff|redaktion|redazione|redacción|rédaction|author|unknown|guest|null|undefined|none|more|see all|view profile|follow)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NoName();
}
