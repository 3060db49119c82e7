using Monitor.Core.Alerting;
using Monitor.Core.Corpus;
using Monitor.Core.Linking;
using Monitor.Core.Linking.SameClaims;
using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Pipeline.Watching;

/// <summary>A change of the evidence with the searches that follow it.</summary>
internal sealed record WatchedChange(EvidenceEvent Change, IReadOnlyList<AlertMatch> Matches);

/// <summary>
/// Finds what a page changes for those who follow a claim or document: words edited without saying so, and a claim that comes with other numbers or words than before. Every change has an
/// id made of what it is about, so a page that is processed again after a crash tells nothing twice.
/// </summary>
internal sealed class PageWatch(ICorpus corpus, AlertMatcher matcher, TimeProvider time)
{
    /// <summary>Changes kept of one page: enough to see what was done to it.</summary>
    private const int MostChanges = 20;

    /// <summary>Older claims told to have drifted by one new wording.</summary>
    private const int MostOlder = 10;

    /// <summary>
    /// The edit of a page that does not say so: other words, no notice of correction that was not there before, and no later date of change. To be found before the page is stored, which
    /// replaces its former self, and recorded before it, too.
    /// </summary>
    public async Task<WatchedChange?> Edited(Capture capture, Document? former, Document page, IReadOnlyList<Claim> claims, CancellationToken cancel)
    {
        if (former is null || former.CaptureId == capture.Id || former.Text == page.Text || !matcher.Wants(SavedSearchKinds.Evidence)
            || page.Modified > former.Modified || (page.Modified is not null && former.Modified is null)
            || (CorrectionNotice.In(page.Text) is { } notice && notice != CorrectionNotice.In(former.Text))
            || WordDiff.Compare(former.Text, page.Text) is not { Count: > 0 } changes)
        {
            return null;
        }

        var followed = claims.ToDictionary(c => c.Id, StringComparer.Ordinal);
        foreach (var id in (await corpus.AppearancesIn(page.Id, cancel)).Select(a => a.ClaimId).Distinct().Where(id => !followed.ContainsKey(id)).ToList())
        {
            if (await corpus.Claim(id, cancel) is { } claim)
            {
                followed[id] = claim;
            }
        }

        var change = EvidenceEvent.Of(EvidenceChange.PageEdited, page.Id, SavedSearchKinds.Documents, time.GetUtcNow(), capture.Id) with
        {
            Changes = [.. changes.Take(MostChanges)],
            Source = $"{capture.Id} {capture.Url}",
        };
        return new(change, matcher.Match(change, followed.Values, [page], came: capture.Time));
    }

    /// <summary>Claims of a page that came with other numbers or words than were known. To be found when the page and its links are stored.</summary>
    /// <param name="capture">The page.</param>
    /// <param name="documents">The page and its posts.</param>
    /// <param name="claims">Its claims.</param>
    /// <param name="former">Claims that the page had before it was captured anew.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<IReadOnlyList<WatchedChange>> Drifted(
        Capture capture, IReadOnlyList<Document> documents, IReadOnlyList<Claim> claims, IReadOnlySet<string> former, CancellationToken cancel)
    {
        if (!matcher.Wants(SavedSearchKinds.Evidence))
        {
            return [];
        }

        var here = documents.Select(d => d.Id).ToHashSet(StringComparer.Ordinal);
        var own = claims.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var changes = new List<WatchedChange>();
        foreach (var claim in claims.Where(c => !former.Contains(c.Id)))
        {
            var appearances = await corpus.AppearancesOf(claim.Id, cancel);
            if (appearances.All(a => here.Contains(a.DocumentId)))
            {
                changes.AddRange(await OlderWordings(capture, claim, own, cancel));
            }
            else if (appearances.FirstOrDefault(a => here.Contains(a.DocumentId) && a.Differences.Count > 0) is { } place)
            {
                changes.Add(Drift(capture, claim, claim, place.DocumentId, place.Differences));
            }
        }

        return changes;
    }

    private async Task<IReadOnlyList<WatchedChange>> OlderWordings(Capture capture, Claim claim, HashSet<string> own, CancellationToken cancel)
    {
        var changes = new List<WatchedChange>();
        foreach (var link in await corpus.Links(claim.Id, LinkKind.Claim, cancel))
        {
            var id = link.From == claim.Id ? link.Target : link.From;
            if (changes.Count < MostOlder && !own.Contains(id) && await corpus.Claim(id, cancel) is { } older && older.Language == claim.Language
                && (SameClaim.IsTold(link) || IsOtherNumber(link, older, claim))
                && WordDiff.Compare(older.Text, claim.Text) is { Count: > 0 } words)
            {
                changes.Add(Drift(capture, older, claim, claim.Id, words));
            }
        }

        return changes;
    }

    /// <summary>Nearly the same words with other numbers: 284 became 770.</summary>
    private static bool IsOtherNumber(Link link, Claim older, Claim claim) =>
        link.Reasons.Any(r => r.Feature == Weights.SameWording.Feature)
        && ClaimAnchors.Numbers(older) is { Count: > 0 } before && ClaimAnchors.Numbers(claim) is { Count: > 0 } after && !before.SetEquals(after);

    private WatchedChange Drift(Capture capture, Claim older, Claim claim, string other, IReadOnlyList<WordChange> words)
    {
        var change = EvidenceEvent.Of(EvidenceChange.Drift, older.Id, SavedSearchKinds.Claims, time.GetUtcNow(), other) with
        {
            Other = other,
            Changes = [.. words.Take(MostChanges)],
            Source = capture.Url,
        };
        return new(change, matcher.Match(change, older.Id == claim.Id ? [claim] : [older, claim], came: capture.Time));
    }
}
