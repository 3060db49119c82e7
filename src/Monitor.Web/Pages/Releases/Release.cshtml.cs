using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Query;
using Monitor.Core.Dossiers.Releases;
using Monitor.Core.Ledger;
using Monitor.Core.Model;
using Monitor.Core.Reviews.Sampling;
using Monitor.Web.Display;

namespace Monitor.Web.Pages.Releases;

/// <summary>A document that speaks of the release.</summary>
internal sealed record DocumentLine(Link Link, Document? Document);

/// <summary>A claim whose numbers, date or platform fit the release.</summary>
internal sealed record ClaimLine(Link Link, Claim? Claim);

/// <summary>One release: what was announced against what was received, what accounts and posts show together, its files and the documents that speak of it.</summary>
internal sealed class ReleasePage(ICorpus corpus, ReleaseFactsBook facts, Ledger ledger, SampleDesk samples) : PageModel
{
    private const int MostLines = 100;

    /// <summary>How long the page waits for what a large release is being counted for; what is counted by then is shown.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(300);

    public Release Release { get; private set; } = new("", "", "");

    public ReleaseFacts Facts { get; private set; } = null!;

    public IReadOnlyList<SampleProgress> Samples { get; private set; } = [];

    public SearchPage? Accounts { get; private set; }

    public Paging Paging { get; private set; } = new(null, null);

    public QueryFault? Error { get; private set; }

    public IReadOnlyList<DocumentLine> Documents { get; private set; } = [];

    public IReadOnlyList<ClaimLine> Claims { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, string? cursor, CancellationToken cancel)
    {
        if (await corpus.Release(id, cancel) is not { } release)
        {
            return NotFound();
        }

        Release = release;
        Facts = await facts.Current(id, Patience, cancel) ?? new(release, null, null, 0, null);
        Samples = [.. ledger.Samples.All(id).Select(samples.Progress)];
        await LoadAccounts(cursor, cancel);
        var documents = new List<DocumentLine>();
        foreach (var link in (await corpus.Links(id, LinkKind.Document, cancel)).Take(MostLines))
        {
            documents.Add(new(link, await corpus.Document(link.From, cancel)));
        }

        var claims = new List<ClaimLine>();
        foreach (var link in (await corpus.Links(id, LinkKind.Release, cancel)).Take(MostLines))
        {
            claims.Add(new(link, await corpus.Claim(link.From, cancel)));
        }

        (Documents, Claims) = (documents, claims);
        return Page();
    }

    private async Task LoadAccounts(string? cursor, CancellationToken cancel)
    {
        if (Release.Versions.Count == 0)
        {
            return;
        }

        var request = new SearchRequest(new FieldNode("release", Release.Id, Phrase: true), [SearchKind.Accounts]) { Limit = 50, Cursor = cursor, Sort = SearchSort.Oldest };
        var answer = await Searching.Search(corpus, request, cancel);
        (Accounts, Error) = (answer.Page, answer.Fault);
        if (Error is not null)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        var address = Permalink.Release(Release.Id);
        Paging = new(
            cursor is null ? null : address + "#accounts",
            Accounts?.Next is { } next ? QueryHelpers.AddQueryString(address, "cursor", next) + "#accounts" : null);
    }
}
