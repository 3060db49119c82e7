namespace Monitor.Core.Discovery;

/// <summary>Resolves the links of feeds and lists.</summary>
internal static class Links
{
    private const int Longest = 4_000;

    /// <summary>The absolute url of a link; null when it is empty, too long or makes none with its base.</summary>
    public static string? Join(string baseUrl, string? link)
    {
        var trimmed = link?.Trim();
        if (string.IsNullOrEmpty(trimmed) || trimmed.Length > Longest)
        {
            return null;
        }

        // A path such as /a is an absolute file url to Uri on Unix; only a scheme makes a link absolute here.
        var scheme = trimmed.IndexOf(':', StringComparison.Ordinal);
        var absolute = scheme > 0 && char.IsAsciiLetter(trimmed[0]) && trimmed.AsSpan(0, scheme).IndexOfAnyExcept(SchemeCharacters) < 0;
        return absolute
            ? Uri.TryCreate(trimmed, UriKind.Absolute, out var whole) ? whole.AbsoluteUri : null
            : Uri.TryCreate(baseUrl, UriKind.Absolute, out var from) && Uri.TryCreate(from, trimmed, out var joined) ? joined.AbsoluteUri : null;
    }

    /// <summary>As <see cref="Join"/>, but only http and https urls with a host.</summary>
    public static string? JoinHttp(string baseUrl, string? link) =>
        Join(baseUrl, link) is { } url && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0 ? url : null;

    private static readonly System.Buffers.SearchValues<char> SchemeCharacters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.");
}
