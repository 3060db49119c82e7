using System.Text;
using Microsoft.Data.Sqlite;
using Monitor.Core.Model;

namespace Monitor.Core.Corpus.Sqlite.Posts;

/// <summary>Posts by what they belong to.</summary>
internal static class PostRows
{
    /// <summary>The post with this id; null when there is none.</summary>
    public static Post? Of(SqliteConnection connection, string id) => Read(
        connection, $"SELECT {PostRow.Columns} FROM post_keys k CROSS JOIN posts p ON p.n = k.n WHERE k.part IN {PostParts.All} AND k.mark = ? AND p.key = ?", r => r.Number(1, Mark(id)).Text(2, id)).FirstOrDefault();

    /// <summary>Posts of an account in order of time.</summary>
    public static IEnumerable<Post> OfAccount(SqliteConnection connection, string account) => InOrder(
        connection, $"post_accounts a CROSS JOIN posts r ON r.n = a.n WHERE a.part IN {PostParts.All} AND a.mark = ? AND r.account = ?", r => r.Number(1, Mark(account)).Text(2, account));

    /// <summary>Posts with a hashtag in order of time.</summary>
    public static IEnumerable<Post> WithHashtag(SqliteConnection connection, string hashtag) => InOrder(
        connection, "posts_terms f CROSS JOIN posts r ON r.n = f.rowid WHERE f.posts_terms MATCH ?",
        r => r.Text(1, $"body:\"{RecordTerms.Hashtag(hashtag).Replace("\"", "\"\"", StringComparison.Ordinal)}\""));

    /// <summary>Posts of a release, or all, in order of their row numbers; parts without a post of the release are passed over.</summary>
    public static IEnumerable<Post> OfRelease(SqliteConnection connection, string? release)
    {
        if (release is null)
        {
            return Read(connection, $"SELECT {PostRow.Columns} FROM posts", _ => { });
        }

        return RowStream.Rows(connection, "SELECT part FROM post_parts WHERE release = ? AND posts > 0 ORDER BY part", r => r.Text(1, release), r => r.Long(0)).ToList().SelectMany(part => Read(
            connection, $"SELECT {PostRow.Columns} FROM posts WHERE n BETWEEN ? AND ? AND release = ?",
            r => r.Number(1, part << PostParts.SizeBits).Number(2, ((part + 1) << PostParts.SizeBits) - 1).Text(3, release)));
    }

    /// <summary>Sorted without the posts themselves, which may be many; without LIMIT SQLite leaves the ordering of an inner query out.</summary>
    private static IEnumerable<Post> InOrder(SqliteConnection connection, string from, Action<SqliteStatement> bind)
    {
        const string Order = "ORDER BY r.date IS NULL, r.date, r.key LIMIT -1";
        return Read(connection, $"SELECT {PostRow.Columns} FROM (SELECT r.n AS row FROM {from} {Order}) s CROSS JOIN posts p ON p.n = s.row", bind);
    }

    private static IEnumerable<Post> Read(SqliteConnection connection, string sql, Action<SqliteStatement> bind)
    {
        var reader = new PostRow();
        return RowStream.Rows(connection, sql, bind, r => reader.Read(r));
    }

    private static long Mark(string text) => (long)Fingerprint.Of(Encoding.UTF8.GetBytes(text));
}
