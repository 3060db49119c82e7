namespace Monitor.Core.Text;

/// <summary>
/// One spelling for the urls of one page, so that its document gets one id: scheme and host in lower case, default port and fragment gone, tracking
/// parameters gone, the rest of the query in its order, no trailing slash on a path. Host and path stay as they are otherwise; nothing is fetched.
/// </summary>
public static class CanonicalUrl
{
    /// <summary>Parameters that tell where a reader came from, not what is shown (Google Analytics, Facebook, Twitter, Mailchimp and AT Internet document theirs).</summary>
    private static readonly string[] TrackingPrefixes = ["utm_", "mc_", "at_", "pk_"];
    private static readonly HashSet<string> Tracking = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "ref_src", "ref_url", "twsrc", "cmpid", "ocid", "ftag", "s_cid", "xtor",
    };

    /// <summary>The canonical spelling; the trimmed input itself when it is no absolute http(s) url.</summary>
    public static string Of(string url)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!Uri.TryCreate(url.Trim(), UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || HostOf(uri) is not { } host)
        {
            return url.Trim();
        }

        var query = string.Join('&', uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(p => !IsTracking(p)));
        var path = uri.AbsolutePath.Length > 1 ? uri.AbsolutePath.TrimEnd('/') : "/";
        var port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        return $"{uri.Scheme}://{host}{port}{path}{(query.Length > 0 ? "?" + query : "")}";
    }

    /// <summary>The host in lower-case ASCII; null when it holds characters that no host name has, which <see cref="Uri"/> tells only here.</summary>
    public static string? HostOf(Uri uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        try
        {
            return uri.IdnHost.ToLowerInvariant();
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    private static bool IsTracking(string parameter)
    {
        var name = parameter.Split('=', 2)[0];
        return Tracking.Contains(name) || TrackingPrefixes.Any(p => name.StartsWith(p, StringComparison.OrdinalIgnoreCase));
    }
}
