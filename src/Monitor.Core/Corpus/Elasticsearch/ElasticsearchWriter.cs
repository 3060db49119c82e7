using System.Text.Json;
using Monitor.Core.Model;

namespace Monitor.Core.Corpus.Elasticsearch;

/// <summary>
/// Puts batches by the rules of <see cref="ICorpus.Put"/>. The server knows no transactions: rules are checked before anything is written, and what is written in which order is
/// chosen so that a put that was cut short is brought to its end by the same put again. For one at a time.
/// </summary>
internal sealed class ElasticsearchWriter(StoredRecords stored, IndexHome home, BulkWriter bulk)
{
    /// <summary>Attempts at records that others change at the same time.</summary>
    private const int MostAttempts = 8;

    private bool _unseen = true; // what an earlier put, here or in another process, may have left unrefreshed

    /// <summary>Stores batches.</summary>
    public async Task<PutResult> Put(IReadOnlyList<ElasticsearchBatch> batches, CancellationToken cancel)
    {
        var state = await home.State(cancel);
        if (_unseen)
        {
            await stored.Refresh(state.InUse, cancel);
        }

        await RequireOthers(batches, cancel);
        var counts = new Dictionary<RecordKind, PutCount>();
        _unseen = true;
        foreach (var batch in ElasticsearchBatch.Joined(batches))
        {
            await Put(batch, counts, cancel);
        }

        _unseen = false;
        return new(counts);
    }

    private async Task Put(ElasticsearchBatch batch, Dictionary<RecordKind, PutCount> counts, CancellationToken cancel)
    {
        var state = await home.State(cancel);
        var subjects = await SubjectStates.Read(stored, batch, cancel);
        var plan = new RecordPlan(stored, kind => home.Index(state, kind));
        var items = new List<BulkItem>();
        foreach (var (kind, records, counted) in batch.ByKind())
        {
            var (some, count) = await plan.Of(kind, With(subjects, kind, records), cancel);
            items.AddRange(some);
            if (records.Count > 0 && counted is { } recordKind)
            {
                counts[recordKind] = counts.GetValueOrDefault(recordKind) + count;
            }

            if (some.Any(i => i.New))
            {
                await home.Ensure(state, kind, cancel);
            }
        }

        await Write(items, plan, cancel);
        await Write(await Touched(subjects, plan, cancel), plan, cancel);
        var former = await FormerLinks(batch, cancel);
        var orphans = await Orphans(subjects.Orphans, cancel);

        // Appearances go last: while they are there, the same put again finds what was to go with them.
        await Write([.. former, .. orphans], plan, cancel);
        await Write(subjects.Lost, plan, cancel);
    }

    private static IReadOnlyList<IndexedRecord> With(SubjectStates subjects, IndexKind kind, IReadOnlyList<IndexedRecord> records) => kind switch
    {
        IndexKind.Claims => [.. records.Select(r => subjects.OfClaim(((Claim)r.Record).Id).On(r))],
        IndexKind.Accounts => [.. records.Select(r => subjects.OfAccount(((Account)r.Record).Id).On(r))],
        _ => records,
    };

    /// <summary>Stored claims and accounts of which something else is known than they carry.</summary>
    private async Task<IReadOnlyList<BulkItem>> Touched(SubjectStates subjects, RecordPlan plan, CancellationToken cancel)
    {
        var (claims, accounts) = (new List<Claim>(), new List<Account>());
        await foreach (var hit in stored.StreamOf(IndexKind.Claims, "key", [.. subjects.TouchedClaims.Select(IndexNames.Id)], ["json"], cancel))
        {
            claims.Add(JsonSerializer.Deserialize(hit.GetProperty("_source").GetProperty("json").GetString()!, CorpusJson.Default.Claim)!);
        }

        await foreach (var hit in stored.StreamOf(IndexKind.Accounts, "id", [.. subjects.TouchedAccounts.Select(IndexTerm.Keyword)], ["json"], cancel))
        {
            accounts.Add(JsonSerializer.Deserialize(hit.GetProperty("_source").GetProperty("json").GetString()!, CorpusJson.Default.Account)!);
        }

        return
        [
            .. (await plan.Of(IndexKind.Claims, With(subjects, IndexKind.Claims, ElasticsearchBatch.Of(claims)), cancel)).Items,
            .. (await plan.Of(IndexKind.Accounts, With(subjects, IndexKind.Accounts, ElasticsearchBatch.Of(accounts)), cancel)).Items,
        ];
    }

    /// <summary>Writes items and shows them; what others changed at the same time is decided anew.</summary>
    private async Task Write(IReadOnlyList<BulkItem> items, RecordPlan plan, CancellationToken cancel)
    {
        for (var attempt = 1; items.Count > 0; attempt++)
        {
            var conflicts = await bulk.Send(items, cancel);
            await stored.Refresh(items.Select(i => i.Index), cancel);
            if (conflicts.Count > 0 && attempt == MostAttempts)
            {
                throw new CorpusAwayException($"{conflicts[0].Id} in {conflicts[0].Index} is changed by others again and again");
            }

            var again = new List<BulkItem>();
            foreach (var kind in conflicts.Where(c => c.Record is not null).GroupBy(c => c.Record!.Kind))
            {
                again.AddRange((await plan.Of(kind.Key, [.. kind.Select(c => c.Record!)], cancel)).Items);
            }

            items = again;
        }
    }

    /// <summary>Claims of appearances and accounts of marks must be known, from the batches or from before.</summary>
    private async Task RequireOthers(IReadOnlyList<ElasticsearchBatch> batches, CancellationToken cancel)
    {
        var (claims, accounts) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var batch in batches)
        {
            claims.UnionWith(batch.Batch.Claims.Select(c => c.Id));
            accounts.UnionWith(batch.Batch.Accounts.Select(a => a.Key));
            await Require(
                IndexKind.Claims, batch.Batch.Appearances, a => a.ClaimId, claims, a => $"appearance {a.Id}: its claim {a.ClaimId} is neither in the batch nor in the corpus", cancel);
            await Require(
                IndexKind.Accounts, batch.Batch.AccountMarks, m => m.AccountKey, accounts, m => $"marks of {m.AccountKey}: this account is neither in the batch nor in the corpus", cancel);
        }
    }

    private async Task Require<T>(IndexKind kind, IReadOnlyList<T> records, Func<T, string> needs, HashSet<string> known, Func<T, string> message, CancellationToken cancel)
    {
        var open = records.Where(r => !known.Contains(needs(r))).ToList();
        var found = open.Count == 0 ? [] : await stored.Find(kind, open.Select(r => IndexNames.Id(needs(r))), cancel);
        foreach (var record in open)
        {
            if (!found.ContainsKey(IndexNames.Id(needs(record))))
            {
                throw new CorpusBatchException(message(record));
            }
        }
    }

    /// <summary>Links of the replaced ids that the batch no longer has.</summary>
    private async Task<List<BulkItem>> FormerLinks(ElasticsearchBatch batch, CancellationToken cancel)
    {
        var kept = batch.Links.Select(l => l.Id).ToHashSet(StringComparer.Ordinal);
        return await Doomed(IndexKind.Links, "a", batch.Batch.ReplaceLinksFrom, kept, cancel);
    }

    /// <summary>Claims without an appearance, with their links and the links to them.</summary>
    private async Task<IReadOnlyList<BulkItem>> Orphans(HashSet<string> claims, CancellationToken cancel)
    {
        if (claims.Count == 0)
        {
            return [];
        }

        var orphans = (await stored.Find(IndexKind.Claims, claims.Select(IndexNames.Id), cancel)).Values.Select(c => new BulkItem(c.Index, c.Id, null)).ToList();
        orphans.AddRange(await Doomed(IndexKind.Links, "a", claims, [], cancel));
        orphans.AddRange(await Doomed(IndexKind.Links, "b", claims, [], cancel));
        return [.. orphans.DistinctBy(o => (o.Index, o.Id))];
    }

    /// <summary>Deletions of records whose end is one of these and that are not kept.</summary>
    private async Task<List<BulkItem>> Doomed(IndexKind kind, string end, IReadOnlyCollection<string> ends, HashSet<string> kept, CancellationToken cancel)
    {
        var doomed = new List<BulkItem>();
        await foreach (var hit in stored.StreamOf(kind, end, [.. ends.Distinct(StringComparer.Ordinal)], ["b"], cancel))
        {
            if (hit.GetProperty("_id").GetString()! is { } id && !kept.Contains(id))
            {
                doomed.Add(new(hit.GetProperty("_index").GetString()!, id, null));
            }
        }

        return doomed;
    }
}
