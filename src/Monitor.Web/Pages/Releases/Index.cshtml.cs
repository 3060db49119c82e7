using Microsoft.AspNetCore.Mvc.RazorPages;
using Monitor.Core.Corpus;
using Monitor.Core.Model;

namespace Monitor.Web.Pages.Releases;

/// <summary>Every release, the newest announcement first.</summary>
internal sealed class ReleaseList(ICorpus corpus) : PageModel
{
    public IReadOnlyList<Release> Releases { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) =>
        Releases = [.. (await corpus.Releases(cancel)).OrderByDescending(r => r.Announced?.Time ?? DateTimeOffset.MinValue).ThenBy(r => r.Id, StringComparer.Ordinal)];
}
