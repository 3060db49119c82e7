using System.Net;

namespace Monitor.Web.Hosting;

/// <summary>
/// Keeps other sites out while there is no login. Only loopback names and those the host allows are answered, on whatever address a request comes in: a foreign
/// name that points here is DNS rebinding, and behind a published port of a container the local address is no loopback one. Writes are taken on loopback addresses
/// (or where the host takes them from the network), and only from Monitor's own pages, as <c>Sec-Fetch-Site</c> and <c>Origin</c> tell.
/// </summary>
internal sealed class RequestGuard(RequestDelegate next, WebOptions options)
{
    public async Task InvokeAsync(HttpContext context)
    {
        // The error page of a refused request comes through here once more.
        var (status, why) = Why(context) is null ? Refusal(context) : (null, "");
        if (status is not null)
        {
            context.Items[typeof(RequestGuard)] = why;
            context.Response.StatusCode = status.Value;
            return;
        }

        await next(context);
    }

    /// <summary>True when this connection ends on this machine, or the host takes writes from the network.</summary>
    public static bool TakesWrites(HttpContext context) =>
        context.RequestServices.GetRequiredService<WebOptions>().WritesFromNetwork
        || (IsLoopback(context.Connection.LocalIpAddress) && IsLoopback(context.Connection.RemoteIpAddress));

    /// <summary>Who can read and change what this page shows, in a sentence for its foot.</summary>
    public static string Reach(HttpContext context)
    {
        var options = context.RequestServices.GetRequiredService<WebOptions>();
        return !TakesWrites(context)
            ? "Read only: there is no login yet, so changes are taken only on the machine that Monitor runs on."
            : options.WritesFromNetwork
                ? "Opened without login: Monitor is set open to its network, so whoever reaches this address can read everything and record reviews."
                : options.Hosts.Count > 0
                    ? "Opened without login: people at this machine, and whoever the proxy in front of it lets in, can read everything and record reviews."
                    : "Opened without login: this page is served on a loopback address, so only people at this machine can read it, and any of them can record reviews.";
    }

    /// <summary>Why the request was refused; null when it was not refused here.</summary>
    public static string? Why(HttpContext context) => context.Items[typeof(RequestGuard)] as string;

    private (int? Status, string Why) Refusal(HttpContext context)
    {
        var request = context.Request;
        if (!IsLoopbackName(request.Host.Host) && !IsAllowed(request.Host.Host))
        {
            return (
                StatusCodes.Status421MisdirectedRequest,
                $"Monitor does not answer to the name “{request.Host.Host}”. Open it as http://localhost:{context.Connection.LocalPort}/, or, where it is published under this name, add the name to hosts in its settings.");
        }

        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
        {
            return (null, "");
        }

        // Whoever has the secret of a message may end the mails: mail programs post there by themselves, from anywhere (RFC 8058).
        if (HttpMethods.IsPost(request.Method) && request.Path.StartsWithSegments("/unsubscribe"))
        {
            return (null, "");
        }

        if (!TakesWrites(context))
        {
            return (StatusCodes.Status403Forbidden, "There is no login yet, so changes are taken only from the machine that Monitor runs on, on a loopback address.");
        }

        return IsOwnPage(request)
            ? (null, "")
            : (StatusCodes.Status403Forbidden, "This change was sent from a page of another site. Open the form in Monitor itself and send it from there.");
    }

    private bool IsOwnPage(HttpRequest request)
    {
        string? site = request.Headers["Sec-Fetch-Site"];
        string? origin = request.Headers.Origin;
        return site is null or "same-origin" or "none" && (string.IsNullOrEmpty(origin) || IsOwnOrigin(origin, request));
    }

    // Behind a proxy the origin has the scheme and port of the proxy: there the name alone must be one that the host allows.
    private bool IsOwnOrigin(string origin, HttpRequest request) =>
        string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
        || (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && IsAllowed(uri.Host));

    private bool IsAllowed(string host) => options.Hosts.Contains(host, StringComparer.OrdinalIgnoreCase);

    private static bool IsLoopbackName(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IsLoopback(address));

    private static bool IsLoopback(IPAddress? address) =>
        address is not null && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
}
