using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Monitor.Core.Corpus;
using Monitor.Core.Dossiers.Coordination;
using Monitor.Core.Model;
using Monitor.Web.Display;

namespace Monitor.Web.Pages.Releases;

/// <summary>Which accounts of a release acted together, against chance.</summary>
internal sealed class CoordinationPage(ICorpus corpus, CoordinationBook book) : PageModel
{
    /// <summary>Pairs on the page; all are in the files.</summary>
    private const int MostPairs = 100;

    private const int MostGroups = 50;

    private readonly Dictionary<string, Account?> _accounts = [];

    public Release Release { get; private set; } = new("", "", "");

    public CoordinationChoice Choice { get; private set; } = new(CoordinationTrace.Repost, CoordinationOptions.DefaultWindow);

    /// <summary>The network; null when the release is large and was not measured.</summary>
    public CoordinationNetwork? Network { get; private set; }

    public NetworkPicture? Picture { get; private set; }

    public IReadOnlyList<CoordinationEdge> Pairs => [.. (Network?.Edges ?? []).Take(MostPairs)];

    public IReadOnlyList<CoordinationGroup> Groups => [.. (Network?.Groups ?? []).Take(MostGroups)];

    /// <summary>Accounts on the page whose names the publisher hides.</summary>
    public int Hidden => _accounts.Count(a => a.Value is { Hashed: true });

    public int Shown => _accounts.Count;

    public async Task<IActionResult> OnGetAsync(string id, string? trace, int? window, CancellationToken cancel)
    {
        if (await corpus.Release(id, cancel) is not { } release || CoordinationChoice.Of(trace, window) is not { } choice)
        {
            return NotFound();
        }

        (Release, Choice) = (release, choice);
        if (release.Versions.Count == 0)
        {
            return Page();
        }

        Network = await book.Of(id, choice.Trace, choice.Window, cancel);
        Picture = Network is null ? null : NetworkPicture.Of(Network);
        foreach (var account in Pairs.SelectMany(e => new[] { e.A, e.B }).Concat(Picture?.Nodes.Select(n => n.Account) ?? []).Concat(Groups.SelectMany(g => g.Accounts.Take(12))).Distinct())
        {
            var sightings = await corpus.Accounts(account, cancel);
            _accounts[account] = sightings.FirstOrDefault(a => a.Source.Release == id) ?? (sightings.Count > 0 ? sightings[^1] : null);
        }

        return Page();
    }

    /// <summary>The account as the release shows it; null when no row of it was imported.</summary>
    public Account? Named(string id) => _accounts.GetValueOrDefault(id);
}
