using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Monitor.Core.Corpus;
using Monitor.Core.Ledger;
using Monitor.Core.Model;
using Monitor.Core.Text;
using Monitor.Web.Display;

namespace Monitor.Web.Pages.Documents;

/// <summary>A release that the document speaks of.</summary>
internal sealed record ReleaseLine(Link Link, Release? Release);

/// <summary>One document: its text with the claims marked, and everything that extraction made of the page.</summary>
internal sealed class DocumentPage(ICorpus corpus, Ledger ledger) : PageModel
{
    public Document Document { get; private set; } = new("", DocumentKind.Article, "", "");

    public Document? Embedding { get; private set; }

    public Capture? Capture { get; private set; }

    public IReadOnlyList<Appearance> Appearances { get; private set; } = [];

    public IReadOnlyList<IReadOnlyList<Stretch<Appearance>>> Paragraphs { get; private set; } = [];

    public IReadOnlyList<ReleaseLine> Releases { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel)
    {
        if (await corpus.Document(id, cancel) is not { } document)
        {
            return NotFound();
        }

        Document = document;
        Embedding = document.EmbeddedIn is { } outer ? await corpus.Document(outer, cancel) : null;
        Capture = document.CaptureId.Length > 0 ? ledger.Captures.Get(document.CaptureId) : null;
        Appearances = await corpus.AppearancesIn(id, cancel);
        Paragraphs = MarkedText.Paragraphs(document.Text, Appearances.Select(a => (new TextSpan(a.Start, a.End), a)));
        var releases = new List<ReleaseLine>();
        foreach (var link in await corpus.Links(id, LinkKind.Document, cancel))
        {
            releases.Add(new(link, await corpus.Release(link.Target, cancel)));
        }

        Releases = releases;
        return Page();
    }
}
