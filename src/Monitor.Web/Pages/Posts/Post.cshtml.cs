using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Monitor.Core.Corpus;
using Monitor.Core.Model;
using Monitor.Web.Hosting;

namespace Monitor.Web.Pages.Posts;

/// <summary>One post of an account, as its row in a release has it.</summary>
internal sealed class PostPage(ICorpus corpus) : PageModel
{
    public Post Post { get; private set; } = null!;

    public Account? Account { get; private set; }

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel)
    {
        if (await corpus.Post(RawAddress.Behind(HttpContext, "/posts/", id), cancel) is not { } post)
        {
            return NotFound();
        }

        (Post, Account) = (post, await corpus.Accounts(post.AccountId, cancel) is [.., var newest] ? newest : null);
        return Page();
    }
}
