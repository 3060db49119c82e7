using System.Text.Json.Nodes;
using Monitor.Core.Corpus.Query;

namespace Monitor.Core.Corpus.Elasticsearch;

/// <summary>
/// A condition for one kind of record as a query of the server (https://www.elastic.co/guide/en/elasticsearch/reference/8.7/query-dsl.html). Terms are compared as they are, since
/// Monitor made them; only what also matches here matches there.
/// </summary>
internal sealed class QueryDsl(SearchKind kind)
{
    /// <summary>Weights of the term fields, the same as those of the other engine.</summary>
    private readonly double[] _weights = kind switch
    {
        SearchKind.Claims => [4, 2, 3, 0],
        SearchKind.Accounts => [4, 2, 1, 1], // the place stands with the keys
        _ => [4, 2, 1, 0],
    };

    /// <summary>The query; it gives a score where the condition looks for text.</summary>
    public JsonObject Of(Condition condition) => condition switch
    {
        AllCondition => All(),
        NoneCondition => None(),
        TermsCondition terms => Terms(terms),
        KeywordCondition k => Exact("is", IndexTerm.Is(k.Field, k.Value)),
        DateCondition d => Range("date", d.From, d.Before, "lt"),
        NumberCondition n => Range(n.Field, n.Least, n.Greatest, "lte"),
        IdCondition i => Id(i.Id),
        AndCondition and => And(and),
        OrCondition or => Any(or.Parts.Select(Of)),
        NotCondition not => Bool("must_not", [Of(not.Part)]),
        _ => throw new ArgumentException($"{condition.GetType().Name} is no condition", nameof(condition)),
    };

    /// <summary>True when a condition looks for text, so that what it finds has a rank.</summary>
    public static bool Ranks(Condition condition) => condition switch
    {
        TermsCondition => true,
        AndCondition and => and.Parts.Any(Ranks),
        OrCondition or => or.Parts.All(Ranks),
        _ => false,
    };

    private static JsonObject All() => Unscored(new JsonObject { ["match_all"] = new JsonObject() });

    private static JsonObject None() => new() { ["match_none"] = new JsonObject() };

    private static JsonObject Exact(string field, string value) => Unscored(StoredRecords.Term(field, value));

    private static JsonObject Range(string field, long from, long to, string end) =>
        Unscored(new JsonObject { ["range"] = new JsonObject { [field] = new JsonObject { ["gte"] = from, [end] = to } } });

    private static JsonObject Bool(string occurs, IEnumerable<JsonNode> parts) => new() { ["bool"] = new JsonObject { [occurs] = new JsonArray([.. parts]) } };

    private static JsonObject Unscored(JsonObject query) => Bool("filter", [query]);

    private static JsonObject Any(IEnumerable<JsonNode> parts)
    {
        var any = Bool("should", parts);
        any["bool"]!["minimum_should_match"] = 1;
        return any;
    }

    private static JsonObject Id(string id)
    {
        var ids = StoredRecords.Terms("id", RecordKeys.IdsFor(id).Select(IndexTerm.Keyword));
        return Unscored(Any([ids, StoredRecords.Term("user_id", IndexTerm.Keyword(id))]));
    }

    private JsonObject And(AndCondition and)
    {
        var query = new JsonObject();
        foreach (var group in and.Parts.GroupBy(p => p is NotCondition ? "must_not" : "must"))
        {
            query[group.Key] = new JsonArray([.. group.Select(p => Of(p is NotCondition not ? not.Part : p))]);
        }

        return new() { ["bool"] = query };
    }

    private JsonObject Terms(TermsCondition terms) => terms.Field == TextField.Any
        ? Any(IndexTemplates.TermFields.Select((field, n) => Terms(terms, field, _weights[n])))
        : Terms(terms, IndexTemplates.TermFields[(int)terms.Field - 1], _weights[(int)terms.Field - 1]);

    private static JsonObject Terms(TermsCondition terms, string field, double weight)
    {
        var last = terms.Terms.Count - 1;
        return (last, terms.Prefix) switch
        {
            (0, false) => new() { ["term"] = new JsonObject { [field] = new JsonObject { ["value"] = IndexTerm.Of(terms.Terms[0]), ["boost"] = weight } } },
            (0, true) => Prefix(field, terms.Terms[0], weight),
            (_, false) => new()
            {
                ["match_phrase"] = new JsonObject { [field] = new JsonObject { ["query"] = string.Join(' ', terms.Terms.Select(IndexTerm.Of)), ["boost"] = weight } },
            },
            _ => SpanNear(
                [
                    .. terms.Terms.Take(last).Select(t => new JsonObject { ["span_term"] = new JsonObject { [field] = IndexTerm.Of(t) } }),
                    new JsonObject { ["span_multi"] = new JsonObject { ["match"] = Prefix(field, terms.Terms[last], 1) } },
                ],
                0, inOrder: true, weight),
        };
    }

    private static JsonObject Prefix(string field, string beginning, double weight) =>
        new() { ["prefix"] = new JsonObject { [field] = new JsonObject { ["value"] = IndexTerm.Of(beginning), ["boost"] = weight } } };

    private static JsonObject SpanNear(IEnumerable<JsonNode> clauses, int slop, bool inOrder, double weight) => new()
    {
        ["span_near"] = new JsonObject { ["clauses"] = new JsonArray([.. clauses]), ["slop"] = slop, ["in_order"] = inOrder, ["boost"] = weight },
    };
}
