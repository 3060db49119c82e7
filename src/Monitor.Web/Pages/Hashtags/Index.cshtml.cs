using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Monitor.Web.Display;

namespace Monitor.Web.Pages.Hashtags;

/// <summary>Asks for a hashtag and leads to its page.</summary>
internal sealed class HashtagSearch : PageModel
{
    public IActionResult OnGet(string? tag) => string.IsNullOrWhiteSpace(tag) ? Page() : new RedirectResult(Permalink.Hashtag(tag.Trim()));
}
