using System.Text.Json;
using Microsoft.Data.Sqlite;
using Monitor.Core.Corpus.Query;

namespace Monitor.Core.Corpus.Sqlite;

/// <summary>Makes hits of rows: reads the record and cuts its snippet.</summary>
internal sealed class HitBuilder(SqliteConnection connection, SearchKind kind, Condition condition)
{
    private readonly Highlighter _highlighter = new(condition);

    /// <summary>The hit of a row.</summary>
    public SearchHit Hit(long row, double score)
    {
        using var command = connection.Command($"SELECT json FROM {SqliteSchema.Table(kind)} WHERE n = @0", row);
        var json = (byte[])command.ExecuteScalar()!;
        return kind switch
        {
            SearchKind.Claims => SearchHits.Of(JsonSerializer.Deserialize(json, CorpusJson.Default.Claim)!, score, _highlighter),
            SearchKind.Documents => SearchHits.Of(JsonSerializer.Deserialize(json, CorpusJson.Default.Document)!, score, _highlighter),
            SearchKind.Accounts => SearchHits.Of(JsonSerializer.Deserialize(json, CorpusJson.Default.Account)!, score, _highlighter),
            SearchKind.Posts => SearchHits.Of(JsonSerializer.Deserialize(json, CorpusJson.Default.Post)!, score, _highlighter),
            _ => SearchHits.Of(JsonSerializer.Deserialize(json, CorpusJson.Default.Release)!, score, _highlighter),
        };
    }
}
