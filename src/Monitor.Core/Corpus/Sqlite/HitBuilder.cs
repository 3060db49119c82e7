using System.Text.Json;
using Microsoft.Data.Sqlite;
using Monitor.Core.Corpus.Query;
using Monitor.Core.Corpus.Sqlite.Posts;

namespace Monitor.Core.Corpus.Sqlite;

/// <summary>Makes hits of rows: reads the record and cuts its snippet.</summary>
internal sealed class HitBuilder(SqliteConnection connection, SearchKind kind, Condition condition)
{
    private readonly Highlighter _highlighter = new(condition);
    private readonly PostRow _posts = new();

    /// <summary>The hit of a row.</summary>
    public SearchHit Hit(long number, double score)
    {
        using var row = new SqliteStatement(connection, $"SELECT {(kind == SearchKind.Posts ? PostRow.Columns : "json")} FROM {SqliteSchema.Table(kind)} WHERE n = ?");
        row.Number(1, number).Next();
        var json = row.Bytes(0);
        return kind switch
        {
            SearchKind.Claims => SearchHits.Of(JsonSerializer.Deserialize(json, CorpusJson.Default.Claim)!, score, _highlighter),
            SearchKind.Documents => SearchHits.Of(JsonSerializer.Deserialize(json, CorpusJson.Default.Document)!, score, _highlighter),
            SearchKind.Accounts => SearchHits.Of(JsonSerializer.Deserialize(json, CorpusJson.Default.Account)!, score, _highlighter),
            SearchKind.Posts => SearchHits.Of(_posts.Read(row), score, _highlighter),
            _ => SearchHits.Of(JsonSerializer.Deserialize(json, CorpusJson.Default.Release)!, score, _highlighter),
        };
    }
}
