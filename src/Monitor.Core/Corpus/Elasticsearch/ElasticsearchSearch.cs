using System.Text.Json.Nodes;
using Monitor.Core.Corpus.Query;

namespace Monitor.Core.Corpus.Elasticsearch;

/// <summary>
/// One search: the kinds together in one request, so that they share one order. Relevance is BM25 as Lucene computes it, with statistics over all shards and the weights of
/// <see cref="QueryDsl"/>; hits of one rank come by kind and key. Pages go on behind the sort values of the last hit, at the same moment where the server keeps one.
/// </summary>
internal sealed class ElasticsearchSearch
{
    /// <summary>Sort values of a hit: rank, kind, key. A moment adds one of its own, which a search of now does not know.</summary>
    private const int SortValues = 3;

    private readonly StoredRecords _stored;
    private readonly PointsInTime _moments;
    private readonly MomentBook _book;
    private readonly string _indexes;
    private readonly string _all;
    private readonly SearchRequest _request;
    private readonly SearchKind[] _kinds;
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

        if (request.Facets.FirstOrDefault(f => !SearchCounts.FacetNames.Contains(f)) is { } unknown)
        {
            throw new ArgumentException($"there is no facet \"{unknown}\"; use one of {string.Join(", ", SearchCounts.FacetNames)}", nameof(request));
        }

        (_stored, _moments, _book, _request) = (stored, moments, book, request);
        _after = request.Cursor is { } cursor ? ElasticsearchCursor.Read(cursor, request.Sort) : null;
        _kinds = request.In.Count == 0 ? Enum.GetValues<SearchKind>() : [.. request.In.Distinct()];
        foreach (var kind in _kinds)
        {
            var condition = QueryCompiler.Compile(request.Query, kind);
            if (condition is not NoneCondition)
            {
                _conditions[kind] = condition;
            }
        }

        (_indexes, _all) = (home.Reading(_conditions.Keys.Select(k => (IndexKind)k)), home.Reading(_kinds.Select(k => (IndexKind)k)));
    }

    /// <summary>The page.</summary>
    public async Task<SearchPage> Page(CancellationToken cancel)
    {
        var suggestions = _request.Suggest ? await new ElasticsearchSuggestions(_stored, _kinds, _all).For(_request.Query, cancel) : [];
        var counts = new SearchCounts(_request);
        if (_conditions.Count == 0)
        {
            return new([], 0, null, counts.Facets(null)) { Suggestions = suggestions };
        }

        var number = _after?.Moment ?? "";
        var moment = (number.Length > 0 ? _book.Of(number) : null) ?? await _moments.Open(_indexes, cancel);
        var (folder, reader, after, more) = (new HitFolder(_request), new HitReader(_conditions), _after?.After, false);
        SearchPage? page = null;
        do
        {
            // The last hit of a chunk is asked for only to know whether there is another one, except while folding leaves room on the page.
            var size = Math.Min(folder.Most, _request.Fold ? Math.Max(2 * _request.Limit, 50) : _request.Limit) + 1;
            using var reply = await Ask(Body(after, size, page is null ? counts : null), moment, cancel);
            moment = PointsInTime.Of(reply.Body);
            var hits = StoredRecords.Hits(reply);
            var taken = 0;
            while (taken < hits.Count && reader.Read(hits[taken]) is var (hit, text) && folder.Take(hit, text))
            {
                taken++;
            }

            page ??= new([], reply.Document is null ? 0 : reply.Body.GetProperty("hits").GetProperty("total").GetProperty("value").GetInt64(), null, counts.Facets(reply)) { Histogram = counts.Histogram(reply), Suggestions = suggestions };
            after = taken > 0 ? Json.Values(hits[taken - 1].GetProperty("sort"), SortValues) : after;
            more = taken < hits.Count;
            if (!more && hits.Count < size)
            {
                break;
            }
        }
        while (!more);

        return page with { Hits = folder.Hits, Next = await Next(more ? after : null, moment, number) };
    }

    private async Task<Reply> Ask(JsonObject body, string? moment, CancellationToken cancel)
    {
        var parameters = _request.Sort == SearchSort.Relevance ? "&search_type=dfs_query_then_fetch" : "";
        return (moment is null ? null : await _stored.AskMoment(moment, body, cancel, parameters)) ?? await _stored.Ask(_indexes, body, cancel, parameters);
    }

    private async Task<string?> Next(JsonArray? after, string? moment, string number)
    {
        if (after is null)
        {
            _book.Forget(number);
            await _moments.Close(moment);
            return null;
        }

        return new ElasticsearchCursor(_request.Sort, after, moment is null ? "" : await _book.Keep(moment, number)).Write();
    }

    private JsonObject Body(JsonArray? after, int size, SearchCounts? counts)
    {
        var parts = _conditions.Select(c =>
        {
            var query = new QueryDsl(c.Key).Of(c.Value);
            if (_request is { Sort: SearchSort.Relevance, Recency: { } recency } && QueryDsl.Ranks(c.Value))
            {
                query = RecencyScore.Of(query, recency);
            }

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
            ["size"] = size,
            ["_source"] = new JsonArray("k", "json", "spread"),
            ["track_total_hits"] = counts is not null,
            ["sort"] = new JsonArray(
                _request.Sort switch
                {
                    SearchSort.Relevance => new JsonObject { ["_score"] = "desc" },
                    SearchSort.Spread => new JsonObject { ["spread"] = new JsonObject { ["order"] = "desc", ["missing"] = "_last" } },
                    SearchSort.Newest => new JsonObject { ["date"] = new JsonObject { ["order"] = "desc", ["missing"] = "_last" } },
                    _ => new JsonObject { ["date"] = new JsonObject { ["order"] = "asc", ["missing"] = "_last" } },
                },
                new JsonObject { ["k"] = "asc" },
                new JsonObject { ["key"] = "desc" }),
        };
        if (after is not null)
        {
            body["search_after"] = after.DeepClone();
        }

        if (counts?.Aggregations() is { } aggregations)
        {
            body["aggs"] = aggregations;
        }

        return body;
    }
}
