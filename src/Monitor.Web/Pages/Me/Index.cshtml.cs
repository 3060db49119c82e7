using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Monitor.Core.Ledger;
using Monitor.Web.Access;

namespace Monitor.Web.Pages.Me;

/// <summary>One's own password, sessions and tokens.</summary>
[Needs(Write = Role.Reader, AuditsItself = true)]
internal sealed class MePage(Ledger ledger, WebOptions options, TimeProvider time, LoginThrottle throttle) : PageModel
{
    /// <summary>Days that a token may be in force at most.</summary>
    public const int LongestDays = 366;

    [BindProperty]
    public string? Current { get; set; }

    [BindProperty]
    public string? Next { get; set; }

    [BindProperty]
    public string? TokenName { get; set; }

    [BindProperty]
    public Role Scope { get; set; }

    [BindProperty]
    public int Days { get; set; } = 90;

    public Visitor Visitor => Visitor.Of(HttpContext);

    public string? PasswordError { get; private set; }

    public string? TokenError { get; private set; }

    /// <summary>The secret of the token that was just made; shown this once.</summary>
    public string? Made { get; private set; }

    public IReadOnlyList<PersonSession> Sessions { get; private set; } = [];

    public IReadOnlyList<ApiToken> Tokens { get; private set; } = [];

    public void OnGet() => Load();

    public IActionResult OnPostLogout()
    {
        if (Visitor is { Session.Length: > 0 } visitor)
        {
            ledger.Sessions.End(visitor.Session);
            ledger.Audit.Append(visitor.Actor, "log out", visitor.Name);
        }

        SessionCookie.Take(HttpContext);
        return new RedirectResult("/login") { PreserveMethod = false };
    }

    public IActionResult OnPostEverywhere()
    {
        if (Visitor is { Name.Length: > 0 } visitor)
        {
            ledger.Sessions.EndAll(visitor.Name);
            ledger.Audit.Append(visitor.Actor, "log out everywhere", visitor.Name);
        }

        SessionCookie.Take(HttpContext);
        return new RedirectResult("/login") { PreserveMethod = false };
    }

    public IActionResult OnPostPassword()
    {
        var visitor = Visitor;
        PasswordError = visitor.Name.Length == 0 ? "Nobody is logged in"
            : throttle.Attempt(visitor.Name, Visitor.AddressOf(HttpContext)) is not null ? "Too many attempts; wait a moment"
            : Passwords.Check(ledger, visitor.Name, Current ?? "") is null ? "The current password is another one"
            : Passwords.Fault(visitor.Name, Next) is { } fault ? Display.Wording.Sentence(fault).TrimEnd('.')
            : ledger.People.SetPassword(visitor.Name, Passwords.Hash(Next!), visitor.Actor);
        if (PasswordError is not null)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            Load();
            return Page();
        }

        throttle.Succeeded(visitor.Name, Visitor.AddressOf(HttpContext));
        SessionCookie.Give(HttpContext, ledger.Sessions.Begin(visitor.Name, Request.Headers.UserAgent.ToString(), options.Sessions));
        return new RedirectResult("/me") { PreserveMethod = false };
    }

    public IActionResult OnPostToken()
    {
        var visitor = Visitor;
        TokenError = ledger.People.Get(visitor.Name) is null ? "Nobody is logged in"
            : string.IsNullOrWhiteSpace(TokenName) || TokenName.Length > TokenBook.LongestName || TokenName.Any(char.IsControl) ? $"Say in one line of at most {TokenBook.LongestName} letters what the token is for"
            : !Enum.IsDefined(Scope) || Scope > visitor.Role ? "A token may do no more than you"
            : Days is < 1 or > LongestDays ? $"A token is in force for 1 to {LongestDays} days"
            : null;
        if (TokenError is null)
        {
            Made = ledger.Tokens.Make(ledger.People.Get(visitor.Name)!, TokenName!, Scope, time.GetUtcNow().AddDays(Days), visitor.Actor).Secret;
        }
        else
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }

        Load();
        return Page();
    }

    public IActionResult OnPostRevoke(string id)
    {
        var visitor = Visitor;
        return visitor.Name.Length > 0 && ledger.Tokens.Revoke(id ?? "", visitor.Name, visitor.Actor) ? new RedirectResult("/me#tokens") { PreserveMethod = false } : NotFound();
    }

    private void Load() => (Sessions, Tokens) = Visitor is { Name.Length: > 0 } visitor ? (ledger.Sessions.Of(visitor.Name, options.Sessions), ledger.Tokens.All(visitor.Name)) : ([], []);
}
