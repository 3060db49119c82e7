using AngleSharp.Dom;
using Monitor.Core.Text;

namespace Monitor.Core.Extraction;

/// <summary>The url under which a page is kept: its own canonical link if that is believable, otherwise where it was found.</summary>
internal static class PageUrl
{
    public static string Of(IDocument page, MetaTags meta, string found)
    {
        var canonical = page.QuerySelector("link[rel~='canonical']")?.GetAttribute("href") ?? "";
        foreach (var stated in (ReadOnlySpan<string>)[canonical, meta.First("og:url")])
        {
            if (Absolute(stated, found) is { } url && IsBelievable(url, found))
            {
                return CanonicalUrl.Of(url.AbsoluteUri);
            }
        }

        return CanonicalUrl.Of(found);
    }

    /// <summary>The absolute http(s) url of a link on a page; null when there is none.</summary>
    public static Uri? Absolute(string link, string page)
    {
        if (link.Length is 0 or > 2000)
        {
            return null;
        }

        var whole = Uri.TryCreate(page, UriKind.Absolute, out var at) && at.Scheme is "http" or "https"
            ? Uri.TryCreate(at, link, out var joined) ? joined : null
            : Uri.TryCreate(link, UriKind.Absolute, out var alone) ? alone : null;
        return whole is { Scheme: "http" or "https", Host.Length: > 0 } ? whole : null;
    }

    /// <summary>
    /// The same host, or a sibling below the same registrable name (www., m., amp.), and no front page: many a page names its site's front page, or another
    /// site that it was taken from. A file without a url may name any.
    /// </summary>
    private static bool IsBelievable(Uri url, string found)
    {
        if (!Uri.TryCreate(found, UriKind.Absolute, out var at) || at.Scheme is not ("http" or "https"))
        {
            return url.AbsolutePath.Length > 1;
        }

        var front = url.AbsolutePath.Length <= 1 && url.Query.Length == 0 && (at.AbsolutePath.Length > 1 || at.Query.Length > 0);
        return !front && CanonicalUrl.HostOf(url) is { } here && CanonicalUrl.HostOf(at) is { } there && Site(here).Equals(Site(there), StringComparison.OrdinalIgnoreCase);
    }

    private static string Site(string host)
    {
        foreach (var prefix in (ReadOnlySpan<string>)["www.", "m.", "mobile.", "amp.", "edition."])
        {
            host = host.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) ? host[prefix.Length..] : host;
        }

        return host;
    }
}
