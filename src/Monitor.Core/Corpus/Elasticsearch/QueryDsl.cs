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
        NearCondition near => InFields(near.Field, (field, weight) => SpanNear([Span(near.First, field), Span(near.Second, field)], near.Distance, inOrder: false, weight)),
        FuzzyCondition fuzzy => InFields(fuzzy.Field, (field, weight) => Fuzzy(fuzzy.Term, field, weight)),
        KeywordCondition { Field: "verdict" } v => Exact("judged", IndexTerm.Lower(v.Value)),
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
        TermsCondition or NearCondition or FuzzyCondition => true,
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

    private JsonObject Terms(TermsCondition terms) => InFields(terms.Field, (field, weight) => Terms(terms, field, weight));

    private JsonObject InFields(TextField field, Func<string, double, JsonObject> query) => field == TextField.Any
        ? Any(IndexTemplates.TermFields.Select((name, n) => query(name, _weights[n])))
        : query(IndexTemplates.TermFields[(int)field - 1], _weights[(int)field - 1]);

    /// <summary>Every term at most one slip away, swapped neighbours counting as one; all of them, since the rewriting to one constant score knows no limit.</summary>
    private static JsonObject Fuzzy(string term, string field, double weight) => new()
    {
        ["fuzzy"] = new JsonObject
        {
            [field] = new JsonObject
            {
                ["value"] = IndexTerm.Of(term),
                ["fuzziness"] = 1,
                ["prefix_length"] = term[0] is '#' or '@' ? 1 : 0,
                ["transpositions"] = true,
                ["rewrite"] = "constant_score",
                ["boost"] = weight,
            },
        },
    };

    private static JsonObject Span(IReadOnlyList<string> terms, string field)
    {
        var spans = terms.Select(t => new JsonObject { ["span_term"] = new JsonObject { [field] = IndexTerm.Of(t) } }).ToList();
        return spans.Count == 1 ? spans[0] : new() { ["span_near"] = new JsonObject { ["clauses"] = new JsonArray([.. spans]), ["slop"] = 0, ["in_order"] = true } };
    }

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
                    .. terms.Terms.Take(last).Select(t => Span([t], field)),
                    new JsonObject { ["span_multi"] = new JsonObject { ["match"] = Beginning(field, terms.Terms[last]) } },
                ],
                0, inOrder: true, weight),
        };
    }

    private static JsonObject Prefix(string field, string beginning, double weight) =>
        new() { ["prefix"] = new JsonObject { [field] = new JsonObject { ["value"] = IndexTerm.Of(beginning), ["boost"] = weight } } };

    /// <summary>The commonest terms that begin so, as many as a query may have: behind other words a beginning is looked up term by term.</summary>
    private static JsonObject Beginning(string field, string beginning) =>
        new() { ["prefix"] = new JsonObject { [field] = new JsonObject { ["value"] = IndexTerm.Of(beginning), ["rewrite"] = "top_terms_boost_200" } } };

    private static JsonObject SpanNear(IEnumerable<JsonNode> clauses, int slop, bool inOrder, double weight) => new()
    {
        ["span_near"] = new JsonObject { ["clauses"] = new JsonArray([.. clauses]), ["slop"] = slop, ["in_order"] = inOrder, ["boost"] = weight },
    };
}
