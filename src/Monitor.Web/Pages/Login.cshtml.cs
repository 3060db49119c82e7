using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Monitor.Core.Ledger;
using Monitor.Web.Access;

namespace Monitor.Web.Pages;

/// <summary>Where people log in.</summary>
[AllowAnonymous]
[Needs(AuditsItself = true)]
internal sealed class LoginPage(Ledger ledger, WebOptions options, LoginThrottle throttle) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>Where the reader wanted to go; only addresses of this site are followed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    public string? Error { get; private set; }

    /// <summary>True when what is typed here can be read on its way.</summary>
    public bool InTheClear => !Request.IsHttps && !Visitor.IsLocal(HttpContext);

    public bool NobodyYet { get; private set; }

    public IActionResult OnGet()
    {
        NobodyYet = ledger.People.IsEmpty();
        return Visitor.Of(HttpContext).Role is not null && !NobodyYet ? Onward() : Page();
    }

    public IActionResult OnPost()
    {
        var (name, address) = (Name?.Trim() ?? "", Visitor.AddressOf(HttpContext));
        if (name.Length > PeopleBook.LongestName || throttle.Attempt(name, address) is { } wait && Refuse(name, wait))
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Error ??= "Name and password do not belong together";
            return Page();
        }

        if (Passwords.Check(ledger, name, Password ?? "") is not { } person)
        {
            Error = "Name and password do not belong together";
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        throttle.Succeeded(name, address);
        if (SessionCookie.Read(HttpContext) is { } old && ledger.Sessions.Find(old, options.Sessions) is { } session)
        {
            ledger.Sessions.End(session.Hash);
        }

        SessionCookie.Give(HttpContext, ledger.Sessions.Begin(person.Name, Request.Headers.UserAgent.ToString(), options.Sessions));
        ledger.Audit.Append(new(person.Name, "web"), "log in", person.Name, $"from {address}");
        return Onward();
    }

    private bool Refuse(string name, TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        Response.Headers.RetryAfter = seconds.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Error = $"Too many attempts. The next one is taken in {(seconds < 90 ? $"{seconds} s" : $"{(seconds + 59) / 60} minutes")}";
        if (ledger.People.Get(name) is { } person)
        {
            ledger.Audit.Append(new("(nobody)", "web"), "log in refused", person.Name, $"too many attempts, from {Visitor.AddressOf(HttpContext)}");
        }

        return true;
    }

    private RedirectResult Onward() => new(Url.IsLocalUrl(Back) ? Back! : "/") { PreserveMethod = false };
}
