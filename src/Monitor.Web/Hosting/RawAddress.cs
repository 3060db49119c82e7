using Microsoft.AspNetCore.Http.Features;

namespace Monitor.Web.Hosting;

/// <summary>
/// Reads an id from the address exactly as it was written. The server leaves <c>%2F</c> in a path as it is and decodes the rest, so an id with slashes cannot be told
/// from one with the letters <c>%2F</c> once it is a route value; the raw request target still knows.
/// </summary>
internal static class RawAddress
{
    /// <summary>What follows the prefix in the path, decoded once; the route value when the server gives no raw target.</summary>
    public static string Behind(HttpContext context, string prefix, string routeValue)
    {
        var target = context.Features.Get<IHttpRequestFeature>()?.RawTarget;
        if (target is null || !target.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        {
            return routeValue;
        }

        var end = target.IndexOf('?', StringComparison.Ordinal);
        return Uri.UnescapeDataString(target[prefix.Length..(end < 0 ? target.Length : end)]);
    }
}
