using System.Text.Json;
using Monitor.Core.Corpus.Query;

namespace Monitor.Core.Corpus.Elasticsearch;

/// <summary>Makes hits of what the server found.</summary>
internal sealed class HitReader(IReadOnlyDictionary<SearchKind, Condition> conditions)
{
    private readonly Dictionary<SearchKind, Highlighter> _highlighters = conditions.ToDictionary(c => c.Key, c => new Highlighter(c.Value));

    /// <summary>Hits in the order given.</summary>
    public IReadOnlyList<SearchHit> Read(IEnumerable<JsonElement> hits) => [.. hits.Select(Read)];

    private SearchHit Read(JsonElement hit)
    {
        var source = hit.GetProperty("_source");
        var kind = (SearchKind)source.GetProperty("k").GetInt32();
        var json = source.GetProperty("json").GetString()!;
        var score = hit.TryGetProperty("_score", out var s) && s.ValueKind == JsonValueKind.Number ? s.GetDouble() : 0;
        var highlighter = _highlighters[kind];
        return kind switch
        {
            SearchKind.Claims => SearchHits.Of(JsonSerializer.Deserialize(json, CorpusJson.Default.Claim)!, score, highlighter),
            SearchKind.Documents => SearchHits.Of(JsonSerializer.Deserialize(json, CorpusJson.Default.Document)!, score, highlighter),
            SearchKind.Accounts => SearchHits.Of(JsonSerializer.Deserialize(json, CorpusJson.Default.Account)!, score, highlighter),
            SearchKind.Posts => SearchHits.Of(JsonSerializer.Deserialize(json, CorpusJson.Default.Post)!, score, highlighter),
            _ => SearchHits.Of(JsonSerializer.Deserialize(json, CorpusJson.Default.Release)!, score, highlighter),
        };
    }
}
