using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Monitor.Core.Corpus;
using Monitor.Web.Display;

namespace Monitor.Web.Pages;

/// <summary>One box that searches everything.</summary>
internal sealed class SearchEverything(ICorpus corpus) : PageModel
{
    private static readonly (string In, string Name)[] Kinds =
        [("", "Everything"), ("claims", "Claims"), ("documents", "Documents"), ("accounts", "Accounts"), ("posts", "Posts"), ("releases", "Releases")];

    private static readonly (string Sort, string Name)[] Sorts = [("relevance", "Best first"), ("newest", "Newest first"), ("oldest", "Oldest first")];

    public string Typed { get; private set; } = "";

    public string In { get; private set; } = "";

    public string Sort { get; private set; } = "";

    public QueryFault? Error { get; private set; }

    public SearchView? View { get; private set; }

    public Holdings Holdings { get; private set; } = new([], []);

    public IReadOnlyList<Choice> Tabs => [.. Kinds.Select(k => new Choice(k.Name, Address(Typed, k.In, Sort), k.In == In))];

    public IReadOnlyList<Choice> Orders =>
        [.. Sorts.Select(s => new Choice(s.Name, Address(Typed, In, s.Sort), Sort == s.Sort || (Sort.Length == 0 && s.Sort == (Typed.Length > 0 ? "relevance" : "newest"))))];

    public async Task<IActionResult> OnGetAsync(string? q, string? @in, string? sort, string? cursor, CancellationToken cancel)
    {
        (Typed, In, Sort) = (q?.Trim() ?? "", @in?.Trim().ToLowerInvariant() ?? "", sort?.Trim().ToLowerInvariant() ?? "");
        if (Typed.Length == 0 && In.Length == 0)
        {
            Holdings = await Holdings.Of(corpus, cancel);
            return Page();
        }

        var answer = await Searching.Ask(corpus, new Asked(Typed, In, Sort, cursor, 20) { Facets = Facets.Wanted }, cancel);
        if (answer.Page is not { } page)
        {
            Error = answer.Fault;
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        if (page.Hits.Count == 0)
        {
            Holdings = await Holdings.Of(corpus, cancel);
        }

        var paging = new Paging(cursor is null ? null : Address(Typed, In, Sort), page.Next is null ? null : Address(Typed, In, Sort, page.Next));
        View = new SearchView(page, paging, Facets.Of(page, answer.Tree!, Typed, narrower => Address(narrower, In, Sort)));
        return Page();
    }

    private static string Address(string q, string @in, string sort, string? cursor = null) => QueryHelpers.AddQueryString(
        "/",
        new[] { ("q", q), ("in", @in), ("sort", sort), ("cursor", cursor ?? "") }.Where(p => p.Item2.Length > 0).Select(p => KeyValuePair.Create(p.Item1, (string?)p.Item2)));
}
