using System.Net;

namespace Monitor.Web.Hosting;

/// <summary>
/// Takes requests to the published name as sent over TLS where the settings say that readers reach Monitor by https: a proxy ends TLS, and what arrives here is plain.
/// So cookies become secure and the site asks browsers to stay with https. Loopback names stay what they are, for who works at the machine.
/// </summary>
internal sealed class PublishedScheme(RequestDelegate next, WebOptions options)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (options.Https && !IsLoopbackName(context.Request.Host.Host))
        {
            context.Request.Scheme = Uri.UriSchemeHttps;
        }

        return next(context);
    }

    /// <summary>True for localhost and literal loopback addresses.</summary>
    public static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address));
}
