using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Monitor.Core.Model;

namespace Monitor.Core.Corpus.Elasticsearch;

/// <summary>Facets and histogram of a search, by aggregations.</summary>
internal sealed class SearchCounts(SearchRequest request)
{
    /// <summary>Facets that there are.</summary>
    public static readonly string[] FacetNames = ["source", "country", "language", "speaker", "kind", "release", "platform", "verdict"];

    /// <summary>Most values of a facet.</summary>
    private const int MostValues = 50;

    /// <summary>Values that each shard counts for a facet: as many sources, speakers and languages as there are, so that counts are exact.</summary>
    private const int ValuesOfShard = 5_000;

    private const string Bars = "histogram by day";

    private static readonly long Day = (long)TimeSpan.FromDays(1).TotalMilliseconds;

    private readonly string[] _facets = [.. request.Facets.Distinct()];

    /// <summary>What to ask for; null when nothing is counted.</summary>
    public JsonObject? Aggregations()
    {
        var all = new JsonObject();
        foreach (var facet in _facets)
        {
            all[facet] = new JsonObject
            {
                ["terms"] = new JsonObject
                {
                    ["field"] = facet,
                    ["size"] = facet == "verdict" ? ValuesOfShard : MostValues,
                    ["shard_size"] = ValuesOfShard,
                    ["order"] = new JsonArray(new JsonObject { ["_count"] = "desc" }, new JsonObject { ["_key"] = "asc" }),
                },
            };
        }

        if (request.Histogram is not null)
        {
            // Dates are numbers here, and days of UTC are all equally long; months and years are sums of them.
            all[Bars] = new JsonObject { ["histogram"] = new JsonObject { ["field"] = "date", ["interval"] = Day, ["min_doc_count"] = 1 } };
        }

        return all.Count == 0 ? null : all;
    }

    /// <summary>Counts by facet.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<ValueCount>> Facets(Reply? reply) => _facets.ToDictionary(f => f, f => Values(f, reply));

    /// <summary>Hits by period.</summary>
    public IReadOnlyList<ValueCount> Histogram(Reply? reply)
    {
        if (request.Histogram is not { } step)
        {
            return [];
        }

        var form = step switch { DateStep.Year => "yyyy", DateStep.Month => "yyyy-MM", _ => "yyyy-MM-dd" };
        return
        [
            .. Buckets(Bars, reply)
                .Select(b => (Period: DateTimeOffset.FromUnixTimeMilliseconds((long)b.GetProperty("key").GetDouble()).ToString(form, CultureInfo.InvariantCulture), Count: Count(b)))
                .GroupBy(b => b.Period, b => b.Count).Select(g => new ValueCount(g.Key, g.Sum())).OrderBy(v => v.Value, StringComparer.Ordinal),
        ];
    }

    private static IReadOnlyList<ValueCount> Values(string facet, Reply? reply)
    {
        var values = Buckets(facet, reply).Select(b => new ValueCount(b.GetProperty("key").GetString()!, Count(b)));

        // Reviewers may write one verdict with and without capitals; it is counted once, as most of them write it.
        return facet != "verdict" ? [.. values] :
        [
            .. values.GroupBy(v => IndexTerm.Lower(v.Value), StringComparer.Ordinal).Select(g => new ValueCount(g.First().Value, g.Sum(v => v.Count)))
                .OrderByDescending(v => v.Count).ThenBy(v => v.Value, StringComparer.Ordinal).Take(MostValues),
        ];
    }

    private static long Count(JsonElement bucket) => bucket.GetProperty("doc_count").GetInt64();

    private static JsonElement.ArrayEnumerator Buckets(string name, Reply? reply) =>
        reply?.Document is not null && reply.Body.TryGetProperty("aggregations", out var found) ? found.GetProperty(name).GetProperty("buckets").EnumerateArray() : default;
}
