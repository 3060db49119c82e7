using System.Text.Json;
using AngleSharp.Dom;

namespace Monitor.Core.Extraction;

/// <summary>Finds the headline: what JSON-LD, OpenGraph, the first-level heading and the window title agree on.</summary>
internal static class Headline
{
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • "];

    public static string Of(IDocument page, MetaTags meta, JsonElement? article, string site)
    {
        var headings = page.QuerySelectorAll("h1").Take(20).Where(h => h.TextContent.Length < 4 * Limits.Value).Select(h => Cleaned.Value(h.TextContent)).Where(t => t.Length > 0).ToList();
        var window = Cleaned.Value(page.Title);
        var stated = new[] { article is { } a ? Cleaned.Value(JsonLd.Text(a, "headline", "name")) : "", meta.First("og:title"), meta.First("twitter:title", "dc.title", "parsely-title"), window }
            .Select(t => WithoutSite(t, site)).Where(t => t.Length > 0).ToList();

        if (headings.Count > 0 && meta.First("og:title") is { Length: > 0 } social)
        {
            return WithoutTail(WithoutSite(social, site), headings);
        }

        // The printed headline wins when it is one of the stated ones; marked-up logos and section names are not.
        foreach (var heading in headings)
        {
            if (stated.Any(s => Alike(s, heading)))
            {
                return heading;
            }
        }

        return stated.FirstOrDefault() is { } first ? WithoutTail(first, headings) : headings.FirstOrDefault() ?? "";
    }

    /// <summary>The printed headline where a title is that and more behind a separator: a section, a date, the site's name.</summary>
    private static string WithoutTail(string title, List<string> headings) =>
        headings.Find(h => h.Length > 3 && title.Length > h.Length && title.StartsWith(h, StringComparison.OrdinalIgnoreCase) && Separators.Any(s => title[h.Length..].StartsWith(s, StringComparison.Ordinal))) ?? title;

    /// <summary>A title without the site's name at its end or beginning.</summary>
    public static string WithoutSite(string title, string site)
    {
        foreach (var separator in Separators)
        {
            var at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at > 0)
            {
                var tail = title[(at + separator.Length)..].Trim();
                if (site.Length > 0 && (tail.Contains(site, StringComparison.OrdinalIgnoreCase) || site.Contains(tail, StringComparison.OrdinalIgnoreCase)))
                {
                    return WithoutSite(title[..at].Trim(), site);
                }

                var first = title.IndexOf(separator, StringComparison.Ordinal);
                if (site.Length > 0 && title[..first].Trim().Equals(site, StringComparison.OrdinalIgnoreCase))
                {
                    return title[(first + separator.Length)..].Trim();
                }
            }
        }

        return title;
    }

    private static bool Alike(string a, string b)
    {
        string x = Letters(a), y = Letters(b);
        return x.Length > 0 && y.Length > 0 && (x == y || (y.Length > 15 && x.Contains(y, StringComparison.Ordinal)) || (x.Length > 15 && y.Contains(x, StringComparison.Ordinal)));
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
