using System.Text;
using Monitor.Core.Text;

namespace Monitor.Core.Capturing;

/// <summary>Urls that may be fetched, and where a redirect leads.</summary>
internal static class Redirects
{
    /// <summary>Longer urls are no page's; they would only swell evidence and logs.</summary>
    private const int LongestUrl = 8192;

    /// <summary>The url as it is asked for: absolute, http or https, host in ASCII, without fragment.</summary>
    /// <exception cref="CaptureException">Monitor does not fetch such a url.</exception>
    public static Uri Checked(string url)
    {
        var shown = url.Length > 200 ? url[..200] + "…" : url;
        // A lone surrogate reads as the replacement character and could not be written to evidence and read again.
        var writable = url.Length <= LongestUrl && !url.Any(char.IsControl) && !url.EnumerateRunes().Contains(Rune.ReplacementChar);
        if (!writable || !Uri.TryCreate(url, UriKind.Absolute, out var uri))
        {
            throw new CaptureException(CaptureState.Refused, $"'{shown}' is no absolute url");
        }

        if (uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
        {
            throw new CaptureException(CaptureState.Refused, $"'{shown}' is no http or https url");
        }

        if (uri.UserInfo.Length > 0)
        {
            throw new CaptureException(CaptureState.Refused, $"the url of {uri.Host} holds a user name or password; Monitor sends none");
        }

        var host = (uri.HostNameType == UriHostNameType.Dns ? CanonicalUrl.HostOf(uri) : uri.Host)
            ?? throw new CaptureException(CaptureState.Refused, $"'{shown}' names a host that cannot be");
        return new Uri($"{uri.Scheme}://{host}{(uri.IsDefaultPort ? "" : $":{uri.Port}")}{uri.PathAndQuery}");
    }

    /// <summary>Where the answer redirects to; null when it is no redirect.</summary>
    /// <exception cref="CaptureException">It redirects to what Monitor does not fetch.</exception>
    public static Uri? TargetOf(FetchedAnswer answer)
    {
        var location = answer.Head["Location"];
        if (answer.Head.Status is not (301 or 302 or 303 or 307 or 308) || location.Length == 0)
        {
            return null;
        }

        // Some servers send the address as plain UTF-8; the head holds its octets as Latin-1 characters.
        var text = Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(location));
        return Uri.TryCreate(answer.Url, text, out var target)
            ? Checked(target.AbsoluteUri)
            : throw new CaptureException(CaptureState.Failed, $"{answer.Url} redirects to '{text}', which is no url");
    }
}
