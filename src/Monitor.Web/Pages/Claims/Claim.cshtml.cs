using Microsoft.AspNetCore.Mvc;
using Monitor.Core.Claims;
using Monitor.Core.Corpus;
using Monitor.Core.Dossiers;
using Monitor.Core.Ledger;
using Monitor.Core.Linking;
using Monitor.Core.Linking.SameClaims;
using Monitor.Core.Model;
using Monitor.Core.Reviews;
using Monitor.Core.Reviews.Sampling;
using Monitor.Web.Access;

namespace Monitor.Web.Pages.Claims;

/// <summary>One place where the claim stands in one of its wordings, with what is known of the document.</summary>
internal sealed record AppearanceLine(ClaimWording Wording, Appearance Appearance, Document? Document, ClaimStory Story)
{
    /// <summary>What differs from the lead's words.</summary>
    public IReadOnlyList<WordChange> Changes => Wording.Claim.Id == Story.Lead.Id ? Appearance.Differences : Wording.Changes;

    /// <summary>True when it cannot be compared word by word with the lead.</summary>
    public bool Translated => Wording.Claim.Language != Story.Lead.Language;
}

/// <summary>One linked account: the link, the account as the newest release shows it, and what speaks for either side.</summary>
internal sealed record AccountLine(Link Link, Account? Account, Dossier? Dossier);

/// <summary>One linked release.</summary>
internal sealed record ReleaseLine(Link Link, Release? Release);

/// <summary>One claim near this one; <paramref name="Id"/> is the other end of the link.</summary>
internal sealed record NearClaim(Link Link, string Id, Claim? Claim);

/// <summary>Everything known about one claim.</summary>
internal sealed class ClaimPage(ICorpus corpus, ClaimLinker linker, ClaimStories stories, EarlierChecks checks, DossierBuilder dossiers, ReviewDesk desk, Ledger ledger, EvidenceWatch watch, PublicationDesk publications,
    ClaimReviewFeed feed, SampleDesk samples) : ReviewedPage(desk, ledger, watch)
{
    private const int MostLines = 200;
    private const int AccountsOnPage = 10;

    public Claim Claim { get; private set; } = new("", "", ClaimKind.Statement, Speaker.Unknown);

    /// <summary>The claim in all its wordings.</summary>
    public ClaimStory Story { get; private set; } = new(new("", "", ClaimKind.Statement, Speaker.Unknown), [], false);

    /// <summary>Places of all wordings, the oldest publication first.</summary>
    public IReadOnlyList<AppearanceLine> Appearances { get; private set; } = [];

    public IReadOnlyList<AccountLine> Accounts { get; private set; } = [];

    /// <summary>Linked accounts on all pages.</summary>
    public int AccountCount { get; private set; }

    /// <summary>Accounts before the first one shown.</summary>
    public int AccountsSkipped { get; private set; }

    public int? MoreAccounts => AccountsSkipped + Accounts.Count < AccountCount ? AccountsSkipped + Accounts.Count : null;

    public IReadOnlyList<ReleaseLine> Releases { get; private set; } = [];

    public IReadOnlyList<NearClaim> Near { get; private set; } = [];

    /// <summary>Earlier checks of the claim.</summary>
    public FoundChecks Checks { get; private set; } = new([], 0, 0, []);

    /// <summary>How much a check would matter, and why.</summary>
    public WorthinessJudgement Worthiness { get; private set; } = new(0, [], "");

    public Coverage Coverage { get; private set; } = new([], [], []);

    /// <summary>Its published verdicts as ClaimReview.</summary>
    public IReadOnlyList<System.Text.Json.Nodes.JsonObject> ClaimReviews { get; private set; } = [];

    /// <summary>Samples of the linked releases of which accounts were judged.</summary>
    public IReadOnlyList<SampleProgress> Samples { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, int? after, CancellationToken cancel)
    {
        if (!await Load(id, after ?? 0, cancel))
        {
            return NotFound();
        }

        await ShowReviews(Claim.Id, Offered(), Claim.Parts, null, cancel);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string id, CancellationToken cancel) =>
        await Load(id, 0, cancel) ? await RecordReview(Claim.Id, Offered(), Claim.Parts, cancel) : NotFound();

    /// <summary>Publishes a verdict on this claim, or withdraws it.</summary>
    public async Task<IActionResult> OnPostPublishAsync(string id, long entry, bool publish, string? person, CancellationToken cancel)
    {
        if (!await Load(id, 0, cancel))
        {
            return NotFound();
        }

        var result = Ledger.Reviews.Of(Claim.Id).Any(r => r.Sequence == entry)
            ? publications.Put(entry, publish, Visitor.Of(HttpContext).Signs(person), "")
            : new ReviewResult(null, $"there is no verdict {entry} on this claim");
        return await Answer(Claim.Id, Offered(), Claim.Parts, result, _ => entry, cancel);
    }

    private async Task<bool> Load(string id, int after, CancellationToken cancel)
    {
        if (await corpus.Claim(id, cancel) is not { } claim)
        {
            return false;
        }

        (Claim, Story) = (claim, await stories.Of(claim, cancel));
        var appearances = new List<AppearanceLine>();
        foreach (var (wording, appearance) in Story.Wordings.SelectMany(w => w.Appearances.Select(a => (w, a)))
            .OrderBy(p => p.a.Published is null).ThenBy(p => p.a.Published).ThenBy(p => p.a.DocumentId, StringComparer.Ordinal).ThenBy(p => p.a.Start).Take(MostLines))
        {
            appearances.Add(new(wording, appearance, await corpus.Document(appearance.DocumentId, cancel), Story));
        }

        Appearances = appearances;
        await LoadLinks(id, after, cancel);
        Worthiness = CheckWorthiness.Judge(claim);
        Checks = await checks.Find(claim, appearances.Select(a => a.Appearance.DocumentId).ToHashSet(StringComparer.Ordinal), cancel: cancel);
        Coverage = (await linker.Link(claim, cancel)).Coverage;
        ClaimReviews = await feed.Of(claim.Id, cancel);
        Samples = [.. Releases.SelectMany(r => Ledger.Samples.All(r.Link.Target)).Select(samples.Progress).Where(p => p.Judged > 0)];
        return true;
    }

    private async Task LoadLinks(string id, int after, CancellationToken cancel)
    {
        var links = await corpus.Links(id, kind: null, cancel);
        var toAccounts = links.Where(l => l.Kind == LinkKind.Account).ToList();
        (AccountCount, AccountsSkipped) = (toAccounts.Count, Math.Clamp(after, 0, toAccounts.Count));
        var accounts = new List<AccountLine>();
        foreach (var link in toAccounts.Skip(AccountsSkipped).Take(AccountsOnPage))
        {
            var dossier = await dossiers.Build(link.Target, cancel);
            accounts.Add(new(link, dossier?.Sightings is [.., var newest] ? newest : null, dossier));
        }

        var releases = new List<ReleaseLine>();
        foreach (var link in links.Where(l => l.Kind == LinkKind.Release))
        {
            releases.Add(new(link, await corpus.Release(link.Target, cancel)));
        }

        var near = new List<NearClaim>();
        // Two claims that resemble each other are linked from both ends; one line says it.
        foreach (var link in links.Where(l => l.Kind == LinkKind.Claim && Story.Wordings.All(w => w.Claim.Id != (l.From == id ? l.Target : l.From))).DistinctBy(l => l.From == id ? l.Target : l.From).Take(MostLines))
        {
            var other = link.From == id ? link.Target : link.From;
            near.Add(new(link, other, await corpus.Claim(other, cancel)));
        }

        (Accounts, Releases, Near) = (accounts, releases, near);
    }

    /// <summary>Appearances and the rows of linked accounts can be ticked as evidence.</summary>
    private List<Evidence> Offered() =>
    [
        .. Appearances.Select(a => new Evidence("document", EvidenceReference.Of(a.Appearance), a.Appearance.Text)),
        .. Accounts.SelectMany(a => a.Link.Reasons).Where(r => r.Source is not null)
            .Select(r => new Evidence("row", EvidenceReference.Of(r.Source!), r.TargetValue)).DistinctBy(e => e.Reference),
    ];
}
