namespace Monitor.Web.Access;

/// <summary>
/// The cookie that holds a session's secret: not for scripts, only for this host, over TLS only where the reader's connection has it (then under a name that
/// browsers guard, RFC 6265bis, 4.1.3.2). Lax, not strict: a link in an alert mail must open the page; writes have the form's token and the origin besides.
/// </summary>
internal static class SessionCookie
{
    private const string Plain = "monitor-session";

    /// <summary>The name under which this connection has the cookie.</summary>
    public static string NameFor(HttpContext context) => context.Request.IsHttps ? "__Host-" + Plain : Plain;

    /// <summary>The secret; null without one.</summary>
    public static string? Read(HttpContext context) => context.Request.Cookies[NameFor(context)];

    /// <summary>Gives the browser the secret, until it is closed; the ledger ends the session when its time is over.</summary>
    public static void Give(HttpContext context, string secret) => context.Response.Cookies.Append(NameFor(context), secret, Options(context));

    /// <summary>Takes it away, with the pages that the browser keeps.</summary>
    public static void Take(HttpContext context)
    {
        context.Response.Cookies.Delete(NameFor(context), Options(context));
        context.Response.Headers["Clear-Site-Data"] = "\"cache\"";
    }

    private static CookieOptions Options(HttpContext context) => new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, Path = "/", IsEssential = true };
}
