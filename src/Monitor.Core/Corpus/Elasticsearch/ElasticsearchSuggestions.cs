using System.Text.Json.Nodes;
using Monitor.Core.Corpus.Query;

namespace Monitor.Core.Corpus.Elasticsearch;

/// <summary>Suggests for each word that nothing matches the word that is one slip from it and that most records hold, by the server's <c>term</c> suggester.</summary>
internal sealed class ElasticsearchSuggestions(StoredRecords stored, IReadOnlyList<SearchKind> kinds, string indexes)
{
    /// <summary>Terms one slip away that a shard names for each field; their records are counted together.</summary>
    private const int MostNamed = 20;

    /// <summary>Records of a word that are looked at for how a text writes it: terms are stems.</summary>
    private const int MostLooked = 5;

    /// <summary>Suggestions for a query, in the order of its words.</summary>
    public async Task<IReadOnlyList<WordSuggestion>> For(QueryNode query, CancellationToken cancel)
    {
        var suggestions = new List<WordSuggestion>();
        foreach (var (word, term) in QueryWords.Of(query))
        {
            if (await Best(term, cancel) is { } best)
            {
                suggestions.Add(QueryWords.Suggestion(query, word, await Written(best, cancel)));
            }
        }

        return suggestions;
    }

    /// <summary>The term that most records hold; null when there is none, or when the word itself is held.</summary>
    private async Task<string?> Best(string term, CancellationToken cancel)
    {
        var near = await Near(term, cancel);
        var filters = new JsonObject();
        foreach (var candidate in near.Append(term))
        {
            filters[candidate] = Holding(candidate);
        }

        var body = new JsonObject
        {
            ["size"] = 0,
            ["track_total_hits"] = false,
            ["aggs"] = new JsonObject { ["of"] = new JsonObject { ["filters"] = new JsonObject { ["filters"] = filters } } },
        };
        using var reply = await stored.Ask(indexes, body, cancel);
        if (near.Count == 0 || reply.Document is null || !reply.Body.TryGetProperty("aggregations", out var found))
        {
            return null;
        }

        var counts = found.GetProperty("of").GetProperty("buckets");
        long Count(string candidate) => counts.GetProperty(candidate).GetProperty("doc_count").GetInt64();
        return Count(term) > 0 ? null : near.Where(c => Count(c) > 0).OrderByDescending(Count).ThenBy(c => c, StringComparer.Ordinal).FirstOrDefault();
    }

    private async Task<IReadOnlyList<string>> Near(string term, CancellationToken cancel)
    {
        var suggest = new JsonObject { ["text"] = term };
        foreach (var field in IndexTemplates.TermFields)
        {
            suggest[field] = new JsonObject
            {
                ["term"] = new JsonObject
                {
                    ["field"] = field,
                    ["analyzer"] = "whitespace",
                    ["suggest_mode"] = "always",
                    ["max_edits"] = 1,
                    ["prefix_length"] = 0,
                    ["min_word_length"] = FuzzyCondition.Shortest,
                    ["max_term_freq"] = int.MaxValue,
                    ["size"] = MostNamed,
                    ["sort"] = "frequency",
                },
            };
        }

        using var reply = await stored.Ask(indexes, new JsonObject { ["size"] = 0, ["track_total_hits"] = false, ["suggest"] = suggest }, cancel);
        if (reply.Document is null || !reply.Body.TryGetProperty("suggest", out var found))
        {
            return [];
        }

        var meant = new FuzzyCondition(TextField.Any, term);
        return
        [
            .. IndexTemplates.TermFields.SelectMany(f => found.GetProperty(f).EnumerateArray()).SelectMany(e => e.GetProperty("options").EnumerateArray())
                .Select(o => o.GetProperty("text").GetString()!).Where(t => t.All(char.IsLetter) && t != term && meant.Means(t)).Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>The term as the newest text with it writes it; else the term itself.</summary>
    private async Task<string> Written(string term, CancellationToken cancel)
    {
        var body = new JsonObject
        {
            ["query"] = StoredRecords.Filter(Holding(term)),
            ["size"] = MostLooked,
            ["_source"] = new JsonArray("k", "json"),
            ["track_total_hits"] = false,
            ["sort"] = new JsonArray(new JsonObject { ["date"] = new JsonObject { ["order"] = "desc", ["missing"] = "_last" } }, new JsonObject { ["key"] = "desc" }),
        };
        using var reply = await stored.Ask(indexes, body, cancel);
        var reader = new HitReader(kinds.ToDictionary(k => k, Condition (_) => new TermsCondition(TextField.Any, [term], false)));
        foreach (var hit in StoredRecords.Hits(reply))
        {
            if (reader.Read(hit).Hit is { Highlights: [var span, ..] } read)
            {
                return span.Of(read.Text);
            }
        }

        return term;
    }

    private static JsonObject Holding(string term) => new()
    {
        ["bool"] = new JsonObject { ["should"] = new JsonArray([.. IndexTemplates.TermFields.Select(f => (JsonNode)StoredRecords.Term(f, IndexTerm.Of(term)))]), ["minimum_should_match"] = 1 },
    };
}
