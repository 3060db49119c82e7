namespace Monitor.Web.Display;

/// <summary>Addresses that pages and releases name. Only http and https may become a link; everything else stays text.</summary>
internal static class ForeignUrl
{
    /// <summary>The address when it may be a link; null for any other scheme or no address at all.</summary>
    public static string? Linkable(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? uri.AbsoluteUri : null;

    /// <summary>Host of an address, or the address itself when it has none.</summary>
    public static string Host(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? uri.Host : url;
}
