using System.Globalization;
using Monitor.Core.Corpus;
using Monitor.Core.Linking;
using Monitor.Core.Model;

namespace Monitor.Core.Pipeline;

/// <summary>
/// Links the claims and documents of the corpus anew, after a release came in or the catalogue changed. That it is due stands in the ledger before the change is made,
/// so that no crash can leave links behind the releases.
/// </summary>
public sealed class Relink(ICorpus corpus, ClaimLinker linker, Ledger.Ledger ledger, DataLocks locks)
{
    private const string Work = "relink";

    /// <summary>Links everything if it is due; returns how many claims were linked.</summary>
    public async Task<int> RunIfDue(IProgress<int>? progress = null, CancellationToken cancel = default) =>
        ledger.Unfinished.Phase(Work) is null ? 0 : await Run(progress, cancel);

    /// <summary>Links everything; returns how many claims were linked.</summary>
    public async Task<int> Run(IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        var due = ledger.Unfinished.Phase(Work);
        var done = 0;
        await foreach (var claim in corpus.AllClaims(cancel))
        {
            // Read again in turn: a page may have changed it, or taken it away.
            using var turn = await locks.CorpusTurn(cancel);
            if (await corpus.Claim(claim.Id, cancel) is { } current)
            {
                await corpus.Put(new CorpusBatch { Links = (await linker.Link(current, cancel)).Links, ReplaceLinksFrom = [current.Id] }, cancel);
            }

            done++;
            progress?.Report(done);
        }

        await foreach (var document in corpus.AllDocuments(cancel))
        {
            using var turn = await locks.CorpusTurn(cancel);
            if (await corpus.Document(document.Id, cancel) is { } current)
            {
                var links = await linker.LinkDocument(current, await ClaimsIn(current, cancel), cancel);
                await corpus.Put(new CorpusBatch { Links = links, ReplaceLinksFrom = [current.Id] }, cancel);
            }
        }

        // What came due meanwhile stays due.
        ledger.Unfinished.End(Work, due ?? "");
        return done;
    }

    /// <summary>Says that links are due, before or after a change that they rest on.</summary>
    internal string Due()
    {
        var phase = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture);
        ledger.Unfinished.Set(Work, phase);
        return phase;
    }

    /// <summary>Makes a change that may turn out to be none.</summary>
    internal async Task DueWhen(Func<Task<bool>> changes)
    {
        var before = ledger.Unfinished.Phase(Work);
        var phase = Due();
        if (!await changes() && before is null)
        {
            ledger.Unfinished.End(Work, phase);
        }
    }

    private async Task<IReadOnlyList<Claim>> ClaimsIn(Document document, CancellationToken cancel)
    {
        var claims = new List<Claim>();
        foreach (var id in (await corpus.AppearancesIn(document.Id, cancel)).Select(a => a.ClaimId).Distinct())
        {
            if (await corpus.Claim(id, cancel) is { } claim)
            {
                claims.Add(claim);
            }
        }

        return claims;
    }
}
