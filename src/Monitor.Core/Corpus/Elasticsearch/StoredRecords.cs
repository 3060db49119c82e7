using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace Monitor.Core.Corpus.Elasticsearch;

/// <summary>Where a record is stored, and in which state.</summary>
/// <param name="Index">Its index.</param>
/// <param name="Id">Its <c>_id</c>.</param>
/// <param name="Hash">Digest of the record.</param>
/// <param name="Beside">What is known beside it, see <see cref="IndexedRecord.Beside"/>.</param>
/// <param name="Version">Sequence number and primary term, by which a change is refused when another came before it.</param>
internal sealed record StoredRecord(string Index, string Id, string Hash, string Beside, (long Number, long Term) Version)
{
    /// <summary>True when it is just this.</summary>
    public bool Is(IndexedRecord record) => Hash == record.Hash && Beside == record.Beside;
}

/// <summary>Reads records by conditions, all of them however many there are.</summary>
internal sealed class StoredRecords(Cluster cluster, IndexHome home)
{
    /// <summary>Keys asked for at once; the server allows 65,536 terms and pages of 10,000.</summary>
    private const int KeysTogether = 5_000;

    /// <summary>Records in a page of a stream.</summary>
    private const int PageSize = 2_000;

    /// <summary>How long a point in time lives between two pages.</summary>
    internal const string KeepAlive = "2m";

    private static readonly TimeSpan MomentPatience = TimeSpan.FromSeconds(3);

    /// <summary>States of the records with these ids, by id.</summary>
    public async Task<Dictionary<string, StoredRecord>> Find(IndexKind kind, IEnumerable<string> ids, CancellationToken cancel)
    {
        var found = new Dictionary<string, StoredRecord>(StringComparer.Ordinal);
        foreach (var some in ids.Distinct(StringComparer.Ordinal).Chunk(KeysTogether))
        {
            var body = new JsonObject
            {
                ["query"] = Filter(Terms("key", some)),
                ["size"] = some.Length * 2, // one key can stand in two months after a fault; the later wins below
                ["_source"] = false,
                ["docvalue_fields"] = new JsonArray("hash", "beside"),
                ["seq_no_primary_term"] = true,
                ["track_total_hits"] = false,
                ["sort"] = new JsonArray("_doc"),
            };
            using var reply = await Ask(home.Reading(kind), body, cancel);
            foreach (var hit in Hits(reply))
            {
                var record = new StoredRecord(
                    hit.GetProperty("_index").GetString()!, hit.GetProperty("_id").GetString()!, hit.GetProperty("fields").GetProperty("hash")[0].GetString()!,
                    hit.GetProperty("fields").TryGetProperty("beside", out var beside) ? beside[0].GetString()! : "",
                    (hit.GetProperty("_seq_no").GetInt64(), hit.GetProperty("_primary_term").GetInt64()));
                if (!found.TryGetValue(record.Id, out var other) || string.CompareOrdinal(record.Index, other.Index) > 0)
                {
                    found[record.Id] = record;
                }
            }
        }

        return found;
    }

    /// <summary>Sources of the records that meet a condition, page by page, in an order that has no ties.</summary>
    /// <param name="kinds">Kinds that are asked for.</param>
    /// <param name="query">The condition.</param>
    /// <param name="sort">The order, without the key, which comes last.</param>
    /// <param name="source">Fields of the source; all that is kept when null.</param>
    /// <param name="most">Most records.</param>
    /// <param name="cancel">Stops between two pages.</param>
    /// <remarks>Where the server has points in time all pages are of one moment. Elsewhere each page is of its own: what is put meanwhile may or may not be among them, nothing comes twice.</remarks>
    public async IAsyncEnumerable<JsonElement> Stream(
        IndexKind[] kinds, JsonObject query, JsonArray? sort = null, string[]? source = null, int most = int.MaxValue, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var indexes = home.Reading(kinds);
        var sorts = (sort?.Count ?? 0) + 1; // a moment adds one of its own, which a search of now does not know
        string? moment = null;
        JsonNode? after = null;
        try
        {
            for (var left = most; left > 0;)
            {
                var size = Math.Min(PageSize, left);
                var body = new JsonObject
                {
                    ["query"] = Filter(query.DeepClone()),
                    ["size"] = size,
                    ["sort"] = new JsonArray([.. (sort ?? []).Select(s => s!.DeepClone()), new JsonObject { ["key"] = "asc" }]),
                    ["track_total_hits"] = false,
                };
                if (source is not null)
                {
                    body["_source"] = Json.Array(source);
                }

                if (after is not null)
                {
                    body["search_after"] = after;
                    moment ??= await new PointsInTime(cluster).Open(indexes, cancel); // the first page may be all there is
                }

                using var reply = (moment is null ? null : await AskMoment(moment, body, cancel)) ?? await Ask(indexes, body, cancel);
                moment = PointsInTime.Of(reply.Body);
                var hits = Hits(reply);
                left -= hits.Count;
                foreach (var hit in hits)
                {
                    yield return hit;
                }

                if (hits.Count < size)
                {
                    break;
                }

                after = Json.Values(hits[^1].GetProperty("sort"), sorts);
            }
        }
        finally
        {
            await new PointsInTime(cluster).Close(moment);
        }
    }

    /// <summary>Fields of the records of one kind whose <paramref name="field"/> is one of the values, however many values there are.</summary>
    public async IAsyncEnumerable<JsonElement> StreamOf(IndexKind kind, string field, IReadOnlyCollection<string> values, string[] source, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var some in values.Chunk(KeysTogether))
        {
            await foreach (var hit in Stream([kind], Terms(field, some), source: source, cancel: cancel))
            {
                yield return hit;
            }
        }
    }

    /// <summary>One answer of a search of now. An answer that some shards left out of is none: it is asked again.</summary>
    public async Task<Reply> Ask(string indexes, JsonObject body, CancellationToken cancel, string parameters = "")
    {
        var path = $"/{indexes}/_search?allow_partial_search_results=false&ignore_unavailable=true&allow_no_indices=true{parameters}";
        var pauses = cluster.Pauses();
        var reply = await cluster.Send(HttpMethod.POST, path, Json.Bytes(body), cancel: cancel);
        while (reply.LacksShards && await pauses.Wait(cancel))
        {
            reply.Dispose();
            reply = await cluster.Send(HttpMethod.POST, path, Json.Bytes(body), cancel: cancel);
        }

        return reply.Status == 404 && reply.ErrorType == "index_not_found_exception" ? new Reply(reply.Request, 200, null) : reply.Require();
    }

    /// <summary>One answer of a search of a moment; null when the moment has ended, or went with a node.</summary>
    public async Task<Reply?> AskMoment(string moment, JsonObject body, CancellationToken cancel, string parameters = "")
    {
        try
        {
            body["pit"] = new JsonObject { ["id"] = moment, ["keep_alive"] = KeepAlive };
            var reply = await cluster.Send(
                HttpMethod.POST, $"/_search?allow_partial_search_results=false{parameters}", Json.Bytes(body), patience: MomentPatience, cancel: cancel);
            return reply.Status == 404 || reply.LacksShards ? null : reply.Require();
        }
        catch (CorpusAwayException)
        {
            return null; // if the cluster itself is away, the search of now will find that out
        }
        finally
        {
            body.Remove("pit");
        }
    }

    /// <summary>Shows readers what was put.</summary>
    public async Task Refresh(IEnumerable<string> indexes, CancellationToken cancel)
    {
        foreach (var some in indexes.Distinct(StringComparer.Ordinal).Chunk(50))
        {
            using var reply = await cluster.Send(HttpMethod.POST, $"/{string.Join(',', some)}/_refresh?ignore_unavailable=true", cancel: cancel);
            reply.Require();
        }
    }

    /// <summary>Hits of an answer.</summary>
    public static IReadOnlyList<JsonElement> Hits(Reply reply) =>
        reply.Document is not null && reply.Body.TryGetProperty("hits", out var hits) ? [.. hits.GetProperty("hits").EnumerateArray()] : [];

    /// <summary>A condition that gives no score.</summary>
    public static JsonObject Filter(JsonNode query) => new() { ["bool"] = new JsonObject { ["filter"] = query } };

    /// <summary>One of these values.</summary>
    public static JsonObject Terms(string field, IEnumerable<string> values) => new() { ["terms"] = new JsonObject { [field] = Json.Array(values) } };

    /// <summary>This value.</summary>
    public static JsonObject Term(string field, string value) => new() { ["term"] = new JsonObject { [field] = value } };
}
