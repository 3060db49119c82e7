using Monitor.Core.Ledger;
using Monitor.Web.Access;

namespace Monitor.Web.Hosting;

/// <summary>
/// Keeps other sites out. Only loopback names and those the host allows are answered, on whatever address a request comes in: a foreign name that points here is DNS
/// rebinding, and behind a published port of a container the local address is no loopback one. Writes are taken only from Monitor's own pages, as
/// <c>Sec-Fetch-Site</c> and <c>Origin</c> tell; who may write is for the roles to say.
/// </summary>
internal sealed class RequestGuard(RequestDelegate next, WebOptions options)
{
    public async Task InvokeAsync(HttpContext context)
    {
        // The error page of a refused request comes through here once more.
        var (status, why) = Why(context) is null ? Refusal(context) : (null, "");
        if (status is not null)
        {
            Explain(context, why);
            context.Response.StatusCode = status.Value;
            return;
        }

        await next(context);
    }

    /// <summary>True when who reads this page may give verdicts.</summary>
    public static bool TakesWrites(HttpContext context) => Visitor.Of(context).May(Role.Reviewer);

    /// <summary>Who can read and change what this page shows, in a sentence for its foot.</summary>
    public static string Reach(HttpContext context)
    {
        var visitor = Visitor.Of(context);
        return !visitor.IsOpen
            ? visitor.Name.Length > 0
                ? $"Logged in as {visitor.Name}, {PeopleBook.Word(visitor.Role!.Value)}. Only people who are logged in can read here."
                : "Only people who are logged in can read here."
            : context.RequestServices.GetRequiredService<WebOptions>().Hosts.Count > 0
                ? "Opened without login: people at this machine, and whoever the proxy in front of it lets in, can read everything and record reviews."
                : "Opened without login: this page is served on a loopback address, so only people at this machine can read it, and any of them can record reviews.";
    }

    /// <summary>Why the request was refused; null when nothing was said.</summary>
    public static string? Why(HttpContext context) => context.Items[typeof(RequestGuard)] as string;

    /// <summary>Says why a request is refused, for the page or the problem details.</summary>
    public static void Explain(HttpContext context, string why) => context.Items[typeof(RequestGuard)] = why;

    private (int? Status, string Why) Refusal(HttpContext context)
    {
        var request = context.Request;
        return !PublishedScheme.IsLoopbackName(request.Host.Host) && !IsAllowed(request.Host.Host)
            ? (
                StatusCodes.Status421MisdirectedRequest,
                $"Monitor does not answer to the name “{request.Host.Host}”. Open it as http://localhost:{context.Connection.LocalPort}/, or, where it is published under this name, add the name to hosts in its settings.")
            : NeedsAttribute.IsRead(request.Method) || IsOneClick(request) || IsOwnPage(request)
                ? (null, "")
                : (StatusCodes.Status403Forbidden, "This change was sent from a page of another site. Open the form in Monitor itself and send it from there.");
    }

    /// <summary>Whoever has the secret of a message may end the mails: mail programs post there by themselves, from anywhere (RFC 8058).</summary>
    private static bool IsOneClick(HttpRequest request) => HttpMethods.IsPost(request.Method) && request.Path.StartsWithSegments("/unsubscribe");

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
}
