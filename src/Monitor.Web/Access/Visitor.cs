using System.Globalization;
using System.Net;
using System.Security.Claims;
using Monitor.Core.Ledger;

namespace Monitor.Web.Access;

/// <summary>Who sent a request.</summary>
/// <param name="Name">Name of the person; empty when nobody is logged in.</param>
/// <param name="Role">What they may do in this request; null when nothing.</param>
/// <param name="Via">web, or the id of the token.</param>
/// <param name="Session">Id of the browser's session; empty without one.</param>
internal sealed record Visitor(string Name, Role? Role, string Via, string Session)
{
    /// <summary>What the audit calls somebody at the machine while nobody is defined.</summary>
    public const string NoLogin = "(no login)";

    private const string SessionClaim = "session";
    private static readonly Visitor Nobody = new("", null, "", "");

    /// <summary>True while no person is defined: then whoever sits at the machine may do everything.</summary>
    public bool IsOpen => Name.Length == 0 && Role is not null;

    /// <summary>The name under an entry: their own where they are logged in, whatever a form says; else the one that was typed.</summary>
    public string Signs(string? typed) => Name.Length > 0 ? Name : typed ?? "";

    /// <summary>How the audit names them.</summary>
    public Actor Actor => new(Name.Length > 0 ? Name : NoLogin, Via);

    /// <summary>Who sent this request.</summary>
    public static Visitor Of(HttpContext context) => Of(context.User);

    /// <summary>True when they may do what takes this role.</summary>
    public bool May(Role role) => Role >= role;

    /// <summary>The principal that stands for a visitor in the framework.</summary>
    public ClaimsPrincipal ToPrincipal() => new(new ClaimsIdentity(
        [
            new(ClaimTypes.Name, Name), new(ClaimTypes.NameIdentifier, Name.ToUpperInvariant()), new(ClaimTypes.Role, ((int)Role!).ToString(CultureInfo.InvariantCulture)),
            new(ClaimTypes.AuthenticationMethod, Via), new(SessionClaim, Session),
        ],
        PersonHandler.Scheme));

    /// <summary>
    /// True when the connection begins and ends on this machine. A proxy here counts: it is asked to let in only whom it knows, as long as no person is defined.
    /// </summary>
    public static bool IsLocal(HttpContext context) => IsLoopback(context.Connection.LocalIpAddress) && IsLoopback(context.Connection.RemoteIpAddress);

    /// <summary>
    /// The address to count a caller by: that of the connection, or, when a proxy on this machine passes it on, the one that the proxy added last. Others could write
    /// anything into the header.
    /// </summary>
    public static string AddressOf(HttpContext context)
    {
        var remote = context.Connection.RemoteIpAddress;
        var last = context.Request.Headers["X-Forwarded-For"].ToString().Split(',')[^1].Trim();
        return IsLoopback(remote) && IPAddress.TryParse(last, out var told) ? told.ToString() : remote?.ToString() ?? "";
    }

    private static Visitor Of(ClaimsPrincipal user)
    {
        string Value(string type) => user.FindFirstValue(type) ?? "";
        return user.Identity is { IsAuthenticated: true }
            ? new(Value(ClaimTypes.Name), (Role)int.Parse(Value(ClaimTypes.Role), CultureInfo.InvariantCulture), Value(ClaimTypes.AuthenticationMethod), Value(SessionClaim))
            : Nobody;
    }

    private static bool IsLoopback(IPAddress? address) => address is not null && IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
}
