using System.Text.Json;
using Monitor.Core.Corpus.Query;

namespace Monitor.Core.Corpus.Elasticsearch;

/// <summary>Makes hits of what the server found.</summary>
internal sealed class HitReader(IReadOnlyDictionary<SearchKind, Condition> conditions)
{
    private readonly Dictionary<SearchKind, Highlighter> _highlighters = conditions.ToDictionary(c => c.Key, c => new Highlighter(c.Value));

    /// <summary>A hit, and the whole text that it is folded by.</summary>
    public (SearchHit Hit, string Text) Read(JsonElement hit)
    {
        var source = hit.GetProperty("_source");
        var kind = (SearchKind)source.GetProperty("k").GetInt32();
        var json = source.GetProperty("json").GetString()!;
        var score = hit.TryGetProperty("_score", out var s) && s.ValueKind == JsonValueKind.Number ? s.GetDouble() : 0;
        var highlighter = _highlighters[kind];
        switch (kind)
        {
            case SearchKind.Claims:
                var claim = JsonSerializer.Deserialize(json, CorpusJson.Default.Claim)!;
                return (SearchHits.Of(claim, score, highlighter) with { Outlets = source.TryGetProperty("spread", out var spread) ? spread.GetInt32() : 0 }, claim.Text);
            case SearchKind.Documents:
                var document = JsonSerializer.Deserialize(json, CorpusJson.Default.Document)!;
                return (SearchHits.Of(document, score, highlighter), document.Text);
            case SearchKind.Accounts:
                return (SearchHits.Of(JsonSerializer.Deserialize(json, CorpusJson.Default.Account)!, score, highlighter), "");
            case SearchKind.Posts:
                var post = JsonSerializer.Deserialize(json, CorpusJson.Default.Post)!;
                return (SearchHits.Of(post, score, highlighter), post.Text);
            default:
                return (SearchHits.Of(JsonSerializer.Deserialize(json, CorpusJson.Default.Release)!, score, highlighter), "");
        }
    }
}
