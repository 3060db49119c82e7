using System.Globalization;
using System.Text.Json;
using Monitor.Core.Alerting;
using Monitor.Core.Corpus;
using Monitor.Core.Linking;
using Monitor.Core.Linking.Accounts;
using Monitor.Core.Linking.Incremental;
using Monitor.Core.Model;
using Monitor.Core.Pipeline.Watching;

namespace Monitor.Core.Pipeline;

/// <summary>
/// Links claims and documents anew after a release came in, the catalogue changed or the rules of linking did: those that the change bears on, no others. That it is due stands
/// in the ledger before the change is made, and how far it has come after every few claims, so that no crash can leave links behind the releases or costs the work done.
/// </summary>
public sealed class Relink(ICorpus corpus, ClaimLinker linker, Ledger.Ledger ledger, AlertMatcher matcher, DataLocks locks, TimeProvider time)
{
    private const string Work = "relink";

    /// <summary>Claims linked in one turn at the corpus: well below a second.</summary>
    private const int Together = 32;

    /// <summary>Accounts marked in one turn.</summary>
    private const int MarkedTogether = 5_000;

    /// <summary>Links what is due; returns how many claims were linked.</summary>
    public async Task<int> RunIfDue(IProgress<int>? progress = null, CancellationToken cancel = default) =>
        ledger.Unfinished.Phase(Work) is null ? 0 : await Run(progress, cancel);

    /// <summary>Links whatever rests on an input that has changed since links were last made; returns how many claims were linked.</summary>
    public async Task<int> Run(IProgress<int>? progress = null, CancellationToken cancel = default)
    {
        var phase = new RelinkPhase(ledger.Unfinished, Work);
        var inputs = new RelinkInputs(await corpus.Releases(cancel), await corpus.LinkInputs(cancel));
        var done = 0;
        if (inputs.Changed.Count > 0)
        {
            phase.Begin(inputs.State);
            done = await Run(inputs, phase, progress, cancel);
            await corpus.Put(new CorpusBatch { LinkInputs = inputs.Changed }, cancel);
        }

        phase.End();
        return done;
    }

    private async Task<int> Run(RelinkInputs inputs, RelinkPhase phase, IProgress<int>? progress, CancellationToken cancel)
    {
        if (inputs.Rules && phase.Cursor.Length == 0)
        {
            await Mark(cancel);
        }

        var done = 0;
        var relinker = await ClaimRelinker.Open(corpus, cancel);
        var due = inputs.All ? relinker.All() : await relinker.Due(inputs.Releases, cancel);
        foreach (var claims in due.Where(c => string.CompareOrdinal("c" + c.Claim.Id, phase.Cursor) > 0).Chunk(Together))
        {
            using (await locks.CorpusTurn(cancel))
            {
                await LinkTogether(relinker, claims, inputs.Releases, cancel);
            }

            done += claims.Length;
            phase.Reached("c" + claims[^1].Claim.Id);
            progress?.Report(done);
        }

        await LinkDocuments(relinker, inputs, phase, cancel);
        return done;
    }

    private async Task LinkTogether(ClaimRelinker relinker, DueClaim[] claims, IReadOnlyList<string> releases, CancellationToken cancel)
    {
        var links = new IReadOnlyList<Link>[claims.Length];
        await Parallel.ForAsync(0, claims.Length, cancel, async (i, stop) =>
        {
            // Read again in turn: a page may have changed it meanwhile, or taken it away.
            var claim = claims[i].Claim;
            links[i] = await corpus.Claim(claim.Id, stop) is not { } current ? []
                : JsonSerializer.Serialize(current) != JsonSerializer.Serialize(claim) ? (await linker.Link(current, stop)).Links
                : [.. await relinker.Links(claims[i], stop), .. (await corpus.Links(claim.Id, LinkKind.Claim, stop)).Where(l => l.From == claim.Id)];
        });
        await new ReleaseWatch(corpus, ledger, matcher, time).Candidates([.. claims.Select(c => c.Claim.Id)], [.. links.SelectMany(l => l)], releases, cancel);
        await corpus.Put(new CorpusBatch { Links = [.. links.SelectMany(l => l)], ReplaceLinksFrom = [.. claims.Select(c => c.Claim.Id)] }, cancel);
    }

    private async Task LinkDocuments(ClaimRelinker relinker, RelinkInputs inputs, RelinkPhase phase, CancellationToken cancel)
    {
        var before = new HashSet<string>(StringComparer.Ordinal);
        foreach (var release in inputs.Releases)
        {
            before.UnionWith((await corpus.Links(release, LinkKind.Document, cancel)).Select(l => l.From));
        }

        var changed = inputs.All ? null : inputs.Releases;
        var together = new List<string>();
        await foreach (var document in corpus.AllDocuments(cancel))
        {
            if (string.CompareOrdinal("d" + document.Id, phase.Cursor) <= 0)
            {
                continue;
            }

            together.Add(document.Id);
            if (together.Count == Together)
            {
                await LinkDocuments(relinker, together, before, changed, cancel);
                phase.Reached("d" + together[^1]);
                together.Clear();
            }
        }

        await LinkDocuments(relinker, together, before, changed, cancel);
    }

    private async Task LinkDocuments(ClaimRelinker relinker, List<string> ids, HashSet<string> before, IReadOnlyList<string>? changed, CancellationToken cancel)
    {
        using var turn = await locks.CorpusTurn(cancel);
        var links = new IReadOnlyList<Link>?[ids.Count];
        await Parallel.ForAsync(0, ids.Count, cancel, async (i, stop) =>
        {
            if (await corpus.Document(ids[i], stop) is { } current)
            {
                links[i] = relinker.Links(current, await ClaimsIn(current, stop), before, changed);
            }
        });
        if (links.Any(l => l is not null))
        {
            await corpus.Put(new CorpusBatch { Links = [.. links.OfType<IReadOnlyList<Link>>().SelectMany(l => l)], ReplaceLinksFrom = [.. ids.Where((_, i) => links[i] is not null)] }, cancel);
        }
    }

    /// <summary>Marks every account by the rules in force.</summary>
    private async Task Mark(CancellationToken cancel)
    {
        var accounts = new List<Account>();
        await foreach (var account in corpus.AccountsIn(null, cancel))
        {
            accounts.Add(account);
            if (accounts.Count == MarkedTogether)
            {
                await Mark(accounts, cancel);
                accounts.Clear();
            }
        }

        await Mark(accounts, cancel);
    }

    private async Task Mark(List<Account> accounts, CancellationToken cancel)
    {
        if (accounts.Count > 0)
        {
            using var turn = await locks.CorpusTurn(cancel);
            await corpus.Put(new CorpusBatch { AccountMarks = [.. accounts.AsParallel().AsOrdered().Select(AccountMarker.Of)] }, cancel);
        }
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
