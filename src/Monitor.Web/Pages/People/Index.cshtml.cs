using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Monitor.Core.Ledger;
using Monitor.Web.Access;

namespace Monitor.Web.Pages.People;

/// <summary>Who may log in, and what each may do.</summary>
[Needs(Role.Administrator, Write = Role.Administrator, AuditsItself = true)]
internal sealed class PeopleList(Ledger ledger, WebOptions options) : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public Role Role { get; set; } = Role.Reader;

    [BindProperty]
    public string? Password { get; set; }

    public string? Error { get; private set; }

    public IReadOnlyList<(Person Person, DateTimeOffset? Seen, int Tokens)> People { get; private set; } = [];

    public void OnGet() => Load();

    public IActionResult OnPostAdd() => Answer(
        Passwords.Fault(Name ?? "", Password) ?? (Enum.IsDefined(Role) ? ledger.People.Add(Name ?? "", Role, Passwords.Hash(Password!), Actor) : "there is no such role"));

    public IActionResult OnPostRole() => Answer(Enum.IsDefined(Role) ? ledger.People.SetRole(Name ?? "", Role, Actor) : "there is no such role");

    public IActionResult OnPostPassword() => Answer(Passwords.Fault(Name ?? "", Password) ?? ledger.People.SetPassword(Name ?? "", Passwords.Hash(Password!), Actor));

    public IActionResult OnPostDisable() => Answer(ledger.People.Disable(Name ?? "", Actor));

    public IActionResult OnPostEnable() => Answer(ledger.People.Enable(Name ?? "", Actor));

    private Actor Actor => Visitor.Of(HttpContext).Actor;

    private IActionResult Answer(string? error)
    {
        if (error is null)
        {
            return new RedirectResult("/people") { PreserveMethod = false };
        }

        Error = error;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        Load();
        return Page();
    }

    private void Load()
    {
        var tokens = ledger.Tokens.All().Where(t => t.Revoked is null).CountBy(t => t.Person).ToDictionary();
        People = [.. ledger.People.All().Select(p => (p, Seen(p), tokens.GetValueOrDefault(p.Name)))];
    }

    /// <summary>When a person was last seen in a session that still runs.</summary>
    private DateTimeOffset? Seen(Person person) => ledger.Sessions.Of(person.Name, options.Sessions) is [var session, ..] ? session.Seen : null;
}
