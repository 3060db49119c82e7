using Monitor.Core.Corpus;
using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Linking.SameClaims;

/// <summary>
/// Tells the story of a claim from the stored links: follows "the same claim" from wording to wording, whichever end it begins at, so that every wording has the
/// same story. Nothing is stored, so a rebuild or another order of pages changes nothing.
/// </summary>
public sealed class ClaimStories(ICorpus corpus)
{
    /// <summary>Wordings that are followed; a claim that half the press repeats stays readable.</summary>
    private const int Most = 200;

    /// <summary>Claims near this one whose numbers are set beside.</summary>
    private const int MostNear = 50;

    /// <summary>Documents looked through for a notice of correction.</summary>
    private const int MostDocuments = 300;

    /// <summary>The story that a claim belongs to.</summary>
    public async Task<ClaimStory> Of(Claim claim, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var (same, near, cut) = await Follow(claim, cancel).ConfigureAwait(false);
        var lead = same.Values.Select(s => s.Claim).OrderBy(c => c, ClaimOrder.NearestToSpeaker).First();
        var wordings = new List<ClaimWording>();
        foreach (var (other, why) in same.Values)
        {
            var changes = other.Id == lead.Id || other.Language != lead.Language ? [] : WordDiff.Compare(lead.Text, other.Text);
            wordings.Add(new(other, await corpus.AppearancesOf(other.Id, cancel).ConfigureAwait(false), changes, other.Id == lead.Id ? "" : why));
        }

        List<ClaimWording> ordered =
        [
            .. wordings.OrderBy(w => w.First is null).ThenBy(w => w.First).ThenBy(w => w.FirstPublished is null).ThenBy(w => w.FirstPublished)
                .ThenBy(w => w.Claim, ClaimOrder.NearestToSpeaker).ThenBy(w => w.Claim.Id, StringComparer.Ordinal),
        ];
        return new(lead, ordered, cut)
        {
            Numbers = await Numbers(ordered, near, cancel).ConfigureAwait(false),
            Corrections = await Corrections(ordered, cancel).ConfigureAwait(false),
        };
    }

    private async Task<(Dictionary<string, (Claim Claim, string Why)> Same, List<string> Near, bool Cut)> Follow(Claim claim, CancellationToken cancel)
    {
        var same = new Dictionary<string, (Claim Claim, string Why)>(StringComparer.Ordinal) { [claim.Id] = (claim, "") };
        var near = new SortedSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>([claim.Id]);
        var cut = false;
        while (waiting.TryDequeue(out var id))
        {
            foreach (var link in await corpus.Links(id, LinkKind.Claim, cancel).ConfigureAwait(false))
            {
                var other = link.From == id ? link.Target : link.From;
                var told = link.Reasons.FirstOrDefault(r => r.Feature == Weights.SameClaim.Feature);
                if (told is null)
                {
                    near.Add(other);
                }
                else if (!same.ContainsKey(other) && !(cut |= same.Count == Most) && await corpus.Claim(other, cancel).ConfigureAwait(false) is { } found)
                {
                    same[other] = (found, told.Text);
                    waiting.Enqueue(other);
                }
            }
        }

        // The claim that was asked for has its reason from the other end, when it is not the lead.
        if (same.Count > 1)
        {
            same[claim.Id] = (claim, same.Values.First(s => s.Why.Length > 0).Why);
        }

        near.ExceptWith(same.Keys);
        return (same, [.. near.Take(MostNear)], cut);
    }

    private async Task<IReadOnlyList<StatedNumber>> Numbers(IReadOnlyList<ClaimWording> wordings, IReadOnlyList<string> near, CancellationToken cancel)
    {
        var numbers = wordings.SelectMany(w => Stated(w.Claim, w.Appearances, near: false)).ToList();
        foreach (var id in near)
        {
            if (await corpus.Claim(id, cancel).ConfigureAwait(false) is { Quantities.Count: > 0 } claim)
            {
                numbers.AddRange(Stated(claim, await corpus.AppearancesOf(id, cancel).ConfigureAwait(false), near: true));
            }
        }

        return [.. numbers.OrderBy(n => n.When is null).ThenBy(n => n.When?.Time).ThenBy(n => n.ClaimId, StringComparer.Ordinal).ThenBy(n => n.Quantity.Value)];
    }

    private static IEnumerable<StatedNumber> Stated(Claim claim, IReadOnlyList<Appearance> appearances, bool near)
    {
        var first = appearances.Select(a => a.Published).FirstOrDefault(p => p is not null);
        var when = claim.Said ?? (first is { } published ? PartialDate.Day(published.Year, published.Month, published.Day) : null);
        return claim.Quantities.Select(q => new StatedNumber(q, claim.Id, claim.Speaker.Name, when, near));
    }

    private async Task<IReadOnlyList<ClaimCorrection>> Corrections(IReadOnlyList<ClaimWording> wordings, CancellationToken cancel)
    {
        var corrections = new List<ClaimCorrection>();
        foreach (var id in wordings.SelectMany(w => w.Appearances).Select(a => a.DocumentId).Distinct(StringComparer.Ordinal).Take(MostDocuments))
        {
            if (await corpus.Document(id, cancel).ConfigureAwait(false) is not { } document)
            {
                continue;
            }

            var when = document.Modified ?? document.Published;
            if (CorrectionNotice.In(document.Text) is { } notice)
            {
                corrections.Add(new(id, notice, when));
            }

            corrections.AddRange(document.ClaimReviews.Where(r => r.Rating.Length > 0).Select(r => new ClaimCorrection(id, $"{r.ClaimReviewed} — {r.Rating}", r.ReviewDate?.Time ?? when)));
        }

        return [.. corrections.OrderBy(c => c.When is null).ThenBy(c => c.When).ThenBy(c => c.DocumentId, StringComparer.Ordinal)];
    }
}
