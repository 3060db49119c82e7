using System.Text.Json;
using Monitor.Core.Model;

namespace Monitor.Core.Corpus.Elasticsearch;

/// <summary>
/// Decides what is to be written of records, one after the other as they were given: what is new, what replaces something else, what is there already or less preferred
/// (<see cref="RowPreference"/>, <see cref="AccountPreference"/>).
/// </summary>
internal sealed class RecordPlan(StoredRecords stored, Func<IndexKind, string> indexOf)
{
    /// <summary>Items to write for records of one kind, and what the put did to them.</summary>
    public async Task<(IReadOnlyList<BulkItem> Items, PutCount Count)> Of(IndexKind kind, IReadOnlyList<IndexedRecord> records, CancellationToken cancel)
    {
        if (records.Count == 0)
        {
            return ([], default);
        }

        var known = await stored.Find(kind, records.Select(r => r.Id), cancel);
        var rivals = await Rivals(kind, records.Where(r => known.TryGetValue(r.Id, out var k) && k.Hash != r.Hash), cancel);
        var (added, changed, unchanged) = (0, 0, 0);
        var winners = new Dictionary<string, IndexedRecord>(StringComparer.Ordinal);
        foreach (var record in records)
        {
            var state = known.GetValueOrDefault(record.Id);
            var before = winners.GetValueOrDefault(record.Id);
            if (before is null && state is null)
            {
                added++;
            }
            else if ((before?.Hash ?? state!.Hash) == record.Hash)
            {
                unchanged++;
            }
            else if (!Prefers(kind, record.Record, before?.Record ?? rivals.GetValueOrDefault(record.Id)))
            {
                unchanged++;
                continue;
            }
            else
            {
                changed++;
            }

            winners[record.Id] = record;
        }

        return (
            [.. winners.Values.Where(w => known.GetValueOrDefault(w.Id)?.Is(w) != true).Select(w => known.TryGetValue(w.Id, out var state)
                ? new BulkItem(state.Index, w.Id, w, state) : new BulkItem(indexOf(kind), w.Id, w, New: true))],
            new(added, changed, unchanged));
    }

    private static bool Prefers(IndexKind kind, object candidate, object? stored) => stored is null || kind switch
    {
        IndexKind.Accounts => AccountPreference.Better((Account)candidate, (Account)stored),
        IndexKind.Posts => RowPreference.Better(((Post)candidate).Source, ((Post)stored).Source),
        IndexKind.Events => RowPreference.Better(((StatusEvent)candidate).Source, ((StatusEvent)stored).Source),
        _ => true,
    };

    /// <summary>What is stored in the place of records that may be less preferred, by id.</summary>
    private async Task<Dictionary<string, object>> Rivals(IndexKind kind, IEnumerable<IndexedRecord> records, CancellationToken cancel)
    {
        var found = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var some in kind is IndexKind.Accounts or IndexKind.Posts or IndexKind.Events ? records.Select(r => r.Id).Distinct(StringComparer.Ordinal).Chunk(5_000) : [])
        {
            await foreach (var hit in stored.Stream([kind], StoredRecords.Terms("key", some), source: ["json"], cancel: cancel))
            {
                var json = hit.GetProperty("_source").GetProperty("json").GetString()!;
                found[hit.GetProperty("_id").GetString()!] = kind switch
                {
                    IndexKind.Accounts => JsonSerializer.Deserialize(json, CorpusJson.Default.Account)!,
                    IndexKind.Posts => JsonSerializer.Deserialize(json, CorpusJson.Default.Post)!,
                    _ => JsonSerializer.Deserialize(json, CorpusJson.Default.StatusEvent)!,
                };
            }
        }

        return found;
    }
}
