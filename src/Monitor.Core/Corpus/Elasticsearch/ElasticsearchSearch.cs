using System.Text.Json;
using System.Text.Json.Nodes;
using Monitor.Core.Corpus.Query;
using Monitor.Core.Model;

namespace Monitor.Core.Corpus.Elasticsearch;

/// <summary>
/// One search: the kinds together in one request, so that they share one order. Relevance is BM25 as Lucene computes it, with statistics over all shards and the weights of
/// <see cref="QueryDsl"/>; hits of one rank come by kind and key. Pages go on behind the sort values of the last hit, at the same moment where the server keeps one.
/// </summary>
internal sealed class ElasticsearchSearch
{
    /// <summary>Most values of a facet.</summary>
    private const int MostValues = 50;

    /// <summary>Values that each shard counts for a facet: as many sources, speakers and languages as there are, so that counts are exact.</summary>
    private const int ValuesOfShard = 5_000;

    private static readonly string[] FacetNames = ["source", "country", "language", "speaker", "kind", "release", "platform"];

    private readonly StoredRecords _stored;
    private readonly PointsInTime _moments;
    private readonly MomentBook _book;
    private readonly string _indexes;
    private readonly SearchRequest _request;
    private readonly ElasticsearchCursor? _after;
    private readonly Dictionary<SearchKind, Condition> _conditions = [];

    /// <summary>Prepares a search.</summary>
    /// <exception cref="ArgumentException">A limit, facet or cursor that cannot be.</exception>
    public ElasticsearchSearch(StoredRecords stored, IndexHome home, PointsInTime moments, MomentBook book, SearchRequest request)
    {
        if (request.Limit is < 1 or > 1000)
        {
            throw new ArgumentOutOfRangeException(nameof(request), request.Limit, "the limit is 1 to 1,000");
        }

        if (request.Facets.FirstOrDefault(f => !FacetNames.Contains(f)) is { } unknown)
        {
            throw new ArgumentException($"there is no facet \"{unknown}\"; use one of {string.Join(", ", FacetNames)}", nameof(request));
        }

        (_stored, _moments, _book, _request) = (stored, moments, book, request);
        _after = request.Cursor is { } cursor ? ElasticsearchCursor.Read(cursor, request.Sort) : null;
        foreach (var kind in request.In.Count == 0 ? Enum.GetValues<SearchKind>() : request.In.Distinct())
        {
            var condition = QueryCompiler.Compile(request.Query, kind);
            if (condition is not NoneCondition)
            {
                _conditions[kind] = condition;
            }
        }

        _indexes = home.Reading(_conditions.Keys.Select(k => (IndexKind)k));
    }

    /// <summary>The page.</summary>
    public async Task<SearchPage> Page(CancellationToken cancel)
    {
        if (_conditions.Count == 0)
        {
            return new([], 0, null, _request.Facets.Distinct().ToDictionary(f => f, IReadOnlyList<ValueCount> (_) => []));
        }

        var number = _after?.Moment ?? "";
        var moment = number.Length > 0 ? _book.Of(number) : null;
        moment ??= await _moments.Open(_indexes, cancel);
        var (body, parameters) = (Body(), _request.Sort == SearchSort.Relevance ? "&search_type=dfs_query_then_fetch" : "");
        using var reply = (moment is null ? null : await _stored.AskMoment(moment, body, cancel, parameters)) ?? await _stored.Ask(_indexes, body, cancel, parameters);
        var hits = StoredRecords.Hits(reply);
        var page = hits.Take(_request.Limit).ToList();
        moment = PointsInTime.Of(reply.Body);
        string? next = null;
        if (hits.Count > page.Count)
        {
            number = moment is null ? "" : await _book.Keep(moment, number);
            next = new ElasticsearchCursor(_request.Sort, (JsonArray)JsonNode.Parse(page[^1].GetProperty("sort").GetRawText())!, number).Write();
        }
        else
        {
            _book.Forget(number);
            await _moments.Close(moment);
        }

        var total = reply.Document is null ? 0 : reply.Body.GetProperty("hits").GetProperty("total").GetProperty("value").GetInt64();
        return new(new HitReader(_conditions).Read(page), total, next, Facets(reply));
    }

    private JsonObject Body()
    {
        var parts = _conditions.Select(c =>
        {
            var query = new QueryDsl(c.Key).Of(c.Value);
            var bool_ = new JsonObject { ["filter"] = new JsonArray(new JsonObject { ["term"] = new JsonObject { ["k"] = (int)c.Key } }) };
            if (QueryDsl.Ranks(c.Value))
            {
                bool_["must"] = query;
            }
            else
            {
                ((JsonArray)bool_["filter"]!).Add(query);
            }

            return (JsonNode)new JsonObject { ["bool"] = bool_ };
        });
        var body = new JsonObject
        {
            ["query"] = new JsonObject { ["bool"] = new JsonObject { ["should"] = new JsonArray([.. parts]), ["minimum_should_match"] = 1 } },
            ["size"] = _request.Limit + 1,
            ["_source"] = new JsonArray("k", "json"),
            ["track_total_hits"] = true,
            ["sort"] = new JsonArray(
                _request.Sort switch
                {
                    SearchSort.Relevance => new JsonObject { ["_score"] = "desc" },
                    SearchSort.Newest => new JsonObject { ["date"] = new JsonObject { ["order"] = "desc", ["missing"] = "_last" } },
                    _ => new JsonObject { ["date"] = new JsonObject { ["order"] = "asc", ["missing"] = "_last" } },
                },
                new JsonObject { ["k"] = "asc" },
                new JsonObject { ["key"] = "asc" }),
        };
        if (_after is not null)
        {
            body["search_after"] = _after.After.DeepClone();
        }

        if (_request.Facets.Count > 0)
        {
            body["aggs"] = new JsonObject(_request.Facets.Distinct().Select(f => KeyValuePair.Create<string, JsonNode?>(f, new JsonObject
            {
                ["terms"] = new JsonObject
                {
                    ["field"] = f,
                    ["size"] = MostValues,
                    ["shard_size"] = ValuesOfShard,
                    ["order"] = new JsonArray(new JsonObject { ["_count"] = "desc" }, new JsonObject { ["_key"] = "asc" }),
                },
            })));
        }

        return body;
    }

    private Dictionary<string, IReadOnlyList<ValueCount>> Facets(Reply reply)
    {
        var facets = new Dictionary<string, IReadOnlyList<ValueCount>>();
        foreach (var facet in _request.Facets.Distinct())
        {
            facets[facet] = reply.Document is not null && reply.Body.TryGetProperty("aggregations", out var found)
                ? [.. found.GetProperty(facet).GetProperty("buckets").EnumerateArray().Select(b => new ValueCount(b.GetProperty("key").GetString()!, b.GetProperty("doc_count").GetInt64()))]
                : [];
        }

        return facets;
    }
}
