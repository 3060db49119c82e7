using Microsoft.AspNetCore.Mvc;
using Monitor.Core.Corpus;
using Monitor.Core.Dossiers;
using Monitor.Core.Ledger;
using Monitor.Core.Model;
using Monitor.Core.Reviews;
using Monitor.Web.Hosting;

namespace Monitor.Web.Pages.Accounts;

/// <summary>A claim that a link joins to the account.</summary>
internal sealed record ClaimLine(Link Link, Claim? Claim);

/// <summary>Everything known about one account, what speaks for either side apart.</summary>
internal sealed class AccountPage(ICorpus corpus, DossierBuilder dossiers, ReviewDesk desk, Ledger ledger, EvidenceWatch watch) : ReviewedPage(desk, ledger, watch)
{
    private const int PostsOnPage = 50;
    private const int MostOffered = 100;

    public Dossier Dossier { get; private set; } = null!;

    /// <summary>The account as the last release shows it; null when only status events name it.</summary>
    public Account? Account => Dossier.Sightings is [.., var newest] ? newest : null;

    public IReadOnlyList<ClaimLine> Claims { get; private set; } = [];

    public IReadOnlyList<StatusEvent> StatusEvents { get; private set; } = [];

    public IReadOnlyList<Post> Posts { get; private set; } = [];

    public int PostsSkipped { get; private set; }

    public bool MorePosts => PostsSkipped + Posts.Count < Dossier.Activity.Posts && Posts.Count == PostsOnPage;

    public async Task<IActionResult> OnGetAsync(string id, int? after, CancellationToken cancel)
    {
        if (!await Load(id, Math.Max(0, after ?? 0), cancel))
        {
            return NotFound();
        }

        await ShowReviews(Dossier.Id, Offered(), [], null, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancel) =>
        await Load(id, 0, cancel) ? await RecordReview(Dossier.Id, Offered(), [], cancel) : NotFound();

    /// <summary>Signals of one side, the strongest first.</summary>
    public IReadOnlyList<Signal> SignalsFor(SignalSide side) => [.. Dossier.Signals.Where(s => s.Side == side).OrderByDescending(s => s.Strength)];

    private async Task<bool> Load(string routeValue, int after, CancellationToken cancel)
    {
        var id = RawAddress.Behind(HttpContext, "/accounts/", routeValue);
        if (await dossiers.Build(id, cancel) is not { } dossier)
        {
            return false;
        }

        (Dossier, PostsSkipped) = (dossier, after);
        StatusEvents = await corpus.StatusEvents(id, cancel);
        var claims = new List<ClaimLine>();
        foreach (var link in (await corpus.Links(id, LinkKind.Account, cancel)).Take(PostsOnPage))
        {
            claims.Add(new(link, await corpus.Claim(link.From, cancel)));
        }

        Claims = claims;
        Posts = await corpus.PostsOf(id, cancel).Skip(after).Take(PostsOnPage).ToListAsync(cancel);
        return true;
    }

    /// <summary>The account's own rows and the rows that signals rest on can be ticked as evidence.</summary>
    private List<Evidence> Offered() =>
    [
        .. Dossier.Sightings.Select(s => new Evidence("row", EvidenceReference.Of(s.Source), s.Bio.Length > 0 ? s.Bio : s.Name))
            .Concat(Dossier.Signals.SelectMany(s => s.Rows.Take(3).Select(r => new Evidence("row", EvidenceReference.Of(r), s.Text))))
            .DistinctBy(e => e.Reference).Take(MostOffered),
    ];
}
