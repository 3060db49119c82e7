using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Monitor.Core.Ledger;
using Monitor.Web.Api;
using Monitor.Web.Hosting;

namespace Monitor.Web.Access;

/// <summary>
/// Finds out who sent a request: by the bearer token (RFC 6750; API only), by the session's cookie, or, while no person is defined, by being at the machine.
/// </summary>
internal sealed class PersonHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, Ledger ledger, WebOptions web)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>Name of the only scheme.</summary>
    public new const string Scheme = "Monitor";

    private const string Bearer = "Bearer ";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(Authenticate());

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (ApiRoutes.Covers(Request.Path))
        {
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            Response.Headers.WWWAuthenticate = Request.Headers.Authorization.Count > 0 ? "Bearer error=\"invalid_token\"" : "Bearer";
            RequestGuard.Explain(Context, "Send a token as “Authorization: Bearer …”. People make tokens on their own page, /me; one that ended or was taken back is not taken.");
            return Task.CompletedTask;
        }

        // A form that is sent after the session ended cannot be sent again by itself: the reader logs in and comes back to the page.
        var back = NeedsAttribute.IsRead(Request.Method) ? $"{Request.Path}{Request.QueryString}" : Request.Path.ToString();
        Response.StatusCode = StatusCodes.Status303SeeOther;
        Response.Headers.Location = back == "/" ? "/login" : "/login" + QueryString.Create("back", back);
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var (visitor, needed) = (Visitor.Of(Context), NeedsAttribute.Of(Context.GetEndpoint()).For(Request.Method));
        var who = visitor.Via == "web" ? $"you are logged in as {visitor.Name}, {PeopleBook.Word(visitor.Role!.Value)}" : $"this token may act as {PeopleBook.Word(visitor.Role!.Value)} only";
        RequestGuard.Explain(Context, $"This takes the role {PeopleBook.Word(needed)}; {who}. An administrator can change roles.");
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private AuthenticateResult Authenticate()
    {
        string? header = Request.Headers.Authorization;
        if (ApiRoutes.Covers(Request.Path) && header is not null && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
        {
            return ledger.Tokens.Find(header[Bearer.Length..].Trim()) is { } found
                ? Success(new(found.Person.Name, (Role)Math.Min((int)found.Token.Scope, (int)found.Person.Role), found.Token.Id, ""))
                : AuthenticateResult.Fail("no such token");
        }

        if (SessionCookie.Read(Context) is { } secret && ledger.Sessions.Find(secret, web.Sessions) is { } session)
        {
            return Success(new(session.Person.Name, session.Person.Role, "web", session.Hash));
        }

        return Visitor.IsLocal(Context) && ledger.People.IsEmpty() ? Success(new("", Role.Administrator, "web", "")) : AuthenticateResult.NoResult();
    }

    private static AuthenticateResult Success(Visitor visitor) => AuthenticateResult.Success(new AuthenticationTicket(visitor.ToPrincipal(), Scheme));
}
