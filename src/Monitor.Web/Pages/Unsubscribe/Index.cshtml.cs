using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Monitor.Core.Ledger;
using Monitor.Core.Model;

namespace Monitor.Web.Pages.Unsubscribe;

/// <summary>
/// Ends the mails of a saved search for whoever has its secret: a person by a button, a mail program by one POST without cookies or a form's token (RFC 8058). Looking at the page changes
/// nothing, since programs that check links for viruses open them.
/// </summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
internal sealed class Unsubscribe(Ledger ledger) : PageModel
{
    public SavedSearch Search { get; private set; } = null!;

    public IActionResult OnGet(string key) => Show(ledger.SavedSearches.ByUnsubscribeKey(key));

    public IActionResult OnPost(string key) => Show(ledger.SavedSearches.Unsubscribe(key));

    private IActionResult Show(SavedSearch? search)
    {
        if (search is null)
        {
            return NotFound();
        }

        Search = search;
        return Page();
    }
}
