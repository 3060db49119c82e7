using System.Buffers;
using System.Text.Json;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace Monitor.Core.Corpus.Elasticsearch;

/// <summary>One line of a bulk request: what is to happen to a record.</summary>
/// <param name="Index">Its index.</param>
/// <param name="Id">Its <c>_id</c>.</param>
/// <param name="Record">What is to be stored; null to delete.</param>
/// <param name="After">The state that is to be replaced; null for a new record, or when any state is.</param>
/// <param name="New">True when the record must not be there yet.</param>
internal sealed record BulkItem(string Index, string Id, IndexedRecord? Record, StoredRecord? After = null, bool New = false)
{
    /// <summary>About its bytes.</summary>
    public int Size => 150 + Id.Length + (Record?.Source.Length ?? 0);
}

/// <summary>
/// Sends items in requests of a bounded size, two at a time, and looks at what became of each. What the server is too busy for is sent again after a pause, a request that is
/// too large in halves.
/// </summary>
internal sealed class BulkWriter(Cluster cluster, int mostBytes)
{
    private const int MostItems = 5_000;

    /// <summary>Requests under way at once: more would only fill the server's queue (https://www.elastic.co/guide/en/elasticsearch/reference/8.7/tune-for-indexing-speed.html).</summary>
    private const int AtOnce = 2;

    /// <summary>Sends items; returns those that another change came before.</summary>
    /// <exception cref="CorpusBatchException">A record is refused for good.</exception>
    /// <exception cref="CorpusAwayException">The patience is over.</exception>
    public async Task<IReadOnlyList<BulkItem>> Send(IReadOnlyList<BulkItem> items, CancellationToken cancel)
    {
        var conflicts = new List<BulkItem>();
        await Parallel.ForEachAsync(Requests(items), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancel }, async (request, stop) =>
        {
            var found = await Send(request, cluster.Pauses(), stop);
            lock (conflicts)
            {
                conflicts.AddRange(found);
            }
        });
        return conflicts;
    }

    private async Task<List<BulkItem>> Send(List<BulkItem> items, Pauses pauses, CancellationToken cancel)
    {
        var conflicts = new List<BulkItem>();
        while (items.Count > 0)
        {
            using var reply = await cluster.Send(HttpMethod.POST, "/_bulk?filter_path=items.*.status,items.*.error.type,items.*.error.reason", Body(items), lines: true, cancel: cancel);
            if (reply.Status == 413)
            {
                foreach (var half in Halves(items))
                {
                    conflicts.AddRange(await Send(half, pauses, cancel));
                }

                return conflicts;
            }

            var busy = Read(reply.Require().Body, items, conflicts);
            if (busy.Count > 0 && !await pauses.Wait(cancel))
            {
                throw new CorpusAwayException($"{cluster.Address}: the search cluster is too busy; {busy.Count} of {items.Count} records of a request are not stored yet");
            }

            items = busy;
        }

        return conflicts;
    }

    /// <summary>Items that the server was too busy for.</summary>
    private static List<BulkItem> Read(JsonElement body, List<BulkItem> items, List<BulkItem> conflicts)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("items", out var results) || results.GetArrayLength() != items.Count)
        {
            throw new ElasticsearchException($"The answer to a bulk request of {items.Count} records is not one of as many results: {body.ToString()[..Math.Min(200, body.ToString().Length)]}");
        }

        var busy = new List<BulkItem>();
        foreach (var (i, result) in results.EnumerateArray().Index())
        {
            var item = items[i];
            var outcome = result.EnumerateObject().First().Value;
            var status = outcome.GetProperty("status").GetInt32();
            switch (status)
            {
                case >= 200 and < 300:
                case 404 when item.Record is null: // gone already
                    break;
                case 409:
                    conflicts.Add(item);
                    break;
                case 429 or 502 or 503 or 504:
                    busy.Add(item);
                    break;
                default:
                    var error = outcome.TryGetProperty("error", out var e) ? e : default;
                    var (type, reason) = error.ValueKind == JsonValueKind.Object ? (error.GetProperty("type").GetString(), error.GetProperty("reason").GetString()) : ("", "");
                    throw new CorpusBatchException($"{item.Id} in {item.Index}: the search cluster refuses it ({status} {type}: {reason})");
            }
        }

        return busy;
    }

    private static IEnumerable<List<BulkItem>> Halves(List<BulkItem> items) => items.Count > 1
        ? [items[..(items.Count / 2)], items[(items.Count / 2)..]]
        : throw new CorpusBatchException($"{items[0].Id} in {items[0].Index}: its {items[0].Size} bytes are more than the search cluster takes at once (http.max_content_length)");

    private IEnumerable<List<BulkItem>> Requests(IReadOnlyList<BulkItem> items)
    {
        var (request, size) = (new List<BulkItem>(), 0);
        foreach (var item in items)
        {
            if (request.Count > 0 && (request.Count == MostItems || size + item.Size > mostBytes))
            {
                yield return request;
                (request, size) = ([], 0);
            }

            request.Add(item);
            size += item.Size;
        }

        if (request.Count > 0)
        {
            yield return request;
        }
    }

    private static ReadOnlyMemory<byte> Body(List<BulkItem> items)
    {
        var body = new ArrayBufferWriter<byte>(items.Sum(i => i.Size));
        using var writer = new Utf8JsonWriter(body, CorpusJson.Writing);
        foreach (var item in items)
        {
            writer.Reset(body);
            writer.WriteStartObject();
            writer.WriteStartObject(item.Record is null ? "delete" : item.New ? "create" : "index");
            writer.WriteString("_index", item.Index);
            writer.WriteString("_id", item.Id);
            if (item.After is { } after)
            {
                writer.WriteNumber("if_seq_no", after.Version.Number);
                writer.WriteNumber("if_primary_term", after.Version.Term);
            }

            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.Flush();
            body.Write("\n"u8);
            if (item.Record is { } record)
            {
                body.Write(record.Source.Span);
                body.Write("\n"u8);
            }
        }

        return body.WrittenMemory;
    }
}
