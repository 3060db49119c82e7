using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Monitor.Core.Corpus;
using Monitor.Core.Dossiers.Hashtags;
using Monitor.Core.Model;
using Monitor.Web.Display;
using Monitor.Web.Hosting;

namespace Monitor.Web.Pages.Hashtags;

/// <summary>Everything known of one hashtag.</summary>
internal sealed class HashtagPage(HashtagBuilder builder, ICorpus corpus) : PageModel
{
    /// <summary>Accounts shown at once.</summary>
    public const int AtOnce = 15;

    /// <summary>Null when the address names no hashtag.</summary>
    public HashtagDossier? Dossier { get; private set; }

    public QueryFault? Error { get; private set; }

    /// <summary>Releases by id, for their titles.</summary>
    public IReadOnlyDictionary<string, Release> Releases { get; private set; } = new Dictionary<string, Release>();

    public async Task<IActionResult> OnGetAsync(string tag, CancellationToken cancel)
    {
        var written = RawAddress.Behind(HttpContext, "/hashtags/", tag);
        var (read, error) = Hashtag.Read(written);
        if (read is null)
        {
            Error = new QueryFault(Core.Text.Shortened.WithEllipsis(written, 200), 0, error, "Give one hashtag in the address, such as /hashtags/YouAreBots");
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        Dossier = await builder.Build(read, cancel);
        Releases = (await corpus.Releases(cancel)).ToDictionary(r => r.Id, StringComparer.Ordinal);
        return Page();
    }

    public string TitleOf(string release) => Releases.GetValueOrDefault(release)?.Title ?? release;
}
