using System.Text.Json.Nodes;

namespace Monitor.Core.Corpus.Elasticsearch;

/// <summary>
/// <see cref="Recency"/> as a <c>function_score</c>, without a script: the sum of what every hit keeps and of a bonus that halves with each half-life, multiplied with the score
/// (https://www.elastic.co/guide/en/elasticsearch/reference/8.7/query-dsl-function-score-query.html#function-decay).
/// </summary>
internal static class RecencyScore
{
    /// <summary>The query with its scores so multiplied.</summary>
    public static JsonObject Of(JsonObject query, Recency recency)
    {
        var now = recency.Now.ToUnixTimeMilliseconds();
        var exp = new JsonObject { ["date"] = new JsonObject { ["origin"] = now, ["scale"] = recency.HalfLife.TotalMilliseconds, ["decay"] = 0.5 } };
        return new()
        {
            ["function_score"] = new JsonObject
            {
                ["query"] = query,
                ["functions"] = new JsonArray(
                    new JsonObject { ["weight"] = Recency.Least },
                    new JsonObject { ["filter"] = Dated("lte", now), ["exp"] = exp, ["weight"] = 1 - Recency.Least },
                    new JsonObject { ["filter"] = Dated("gt", now), ["weight"] = 1 - Recency.Least }),
                ["score_mode"] = "sum",
                ["boost_mode"] = "multiply",
            },
        };
    }

    private static JsonObject Dated(string compared, long to) => new() { ["range"] = new JsonObject { ["date"] = new JsonObject { [compared] = to } } };
}
