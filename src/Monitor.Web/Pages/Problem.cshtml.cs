using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Monitor.Web.Hosting;

namespace Monitor.Web.Pages;

/// <summary>What is shown instead of a page that cannot be.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
internal sealed class ProblemPage : PageModel
{
    public string Heading { get; private set; } = "";

    public string Message { get; private set; } = "";

    public void OnGet(int code) => Show(code);

    public void OnPost(int code) => Show(code);

    private void Show(int code)
    {
        (Heading, Message) = code switch
        {
            400 => ("This cannot be read", "The form may have been open since before Monitor was started again. Go back, load the page anew and send it once more."),
            403 => ("Not allowed here", "This change is not taken."),
            404 => ("There is nothing at this address", "The address may be mistyped, or the record was never stored here. Search for it by its words."),
            405 => ("This cannot be done here", "This address is only for reading."),
            429 => ("Too many at once", "Wait a moment and load the page again."),
            421 => ("Wrong name", "Monitor does not answer to this name."),
            500 => ("Something went wrong in Monitor", "What happened is in Monitor’s log. What was stored is not harmed by a page that could not be shown."),
            _ => ("This did not work", $"The answer is {code}."),
        };
        Message = RequestGuard.Why(HttpContext) ?? Message;
        if (Response.StatusCode == StatusCodes.Status200OK)
        {
            Response.StatusCode = code is >= 400 and < 600 ? code : StatusCodes.Status404NotFound;
        }
    }
}
