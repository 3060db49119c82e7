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

    /// <summary>The hit of a row, and the whole text that it is folded by.</summary>
    public (SearchHit Hit, string Text) Hit(long number, double score)
    {
        using var row = new SqliteStatement(
            connection, $"SELECT {(kind == SearchKind.Posts ? PostRow.Columns : kind == SearchKind.Claims ? "json, spread" : "json")} FROM {SqliteSchema.Table(kind)} WHERE n = ?");
        row.Number(1, number).Next();
        switch (kind)
        {
            case SearchKind.Claims:
                var claim = JsonSerializer.Deserialize(row.Bytes(0), CorpusJson.Default.Claim)!;
                return (SearchHits.Of(claim, score, _highlighter) with { Outlets = (int)row.Long(1) }, claim.Text);
            case SearchKind.Documents:
                var document = JsonSerializer.Deserialize(row.Bytes(0), CorpusJson.Default.Document)!;
                return (SearchHits.Of(document, score, _highlighter), document.Text);
            case SearchKind.Accounts:
                return (SearchHits.Of(JsonSerializer.Deserialize(row.Bytes(0), CorpusJson.Default.Account)!, score, _highlighter), "");
            case SearchKind.Posts:
                var post = _posts.Read(row);
                return (SearchHits.Of(post, score, _highlighter), post.Text);
            default:
                return (SearchHits.Of(JsonSerializer.Deserialize(row.Bytes(0), CorpusJson.Default.Release)!, score, _highlighter), "");
        }
    }
}
