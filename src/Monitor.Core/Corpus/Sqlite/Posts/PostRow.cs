using Monitor.Core.Model;

namespace Monitor.Core.Corpus.Sqlite.Posts;

/// <summary>Reads rows of posts. For one thread.</summary>
internal sealed class PostRow
{
    /// <summary>The columns that a post is read from.</summary>
    public const string Columns = "key, account, date, language, release, post";

    private readonly RecentTexts _recent = new();

    /// <summary>The post of the current row, whose columns begin at <paramref name="at"/>.</summary>
    public Post Read(SqliteStatement row, int at = 0) => PostBytes.Read(
        row.Bytes(at + 5), System.Text.Encoding.UTF8.GetString(row.Bytes(at)), _recent.Of(row.Bytes(at + 1)), Date(row, at), _recent.Of(row.Bytes(at + 3)),
        _recent.Of(row.Bytes(at + 4)), _recent);

    /// <summary>True when the current row holds what a prepared one does.</summary>
    public static bool Same(SqliteStatement row, PostBlock.Row post, ReadOnlySpan<byte> release, int at = 0) =>
        row.Bytes(at + 5).SequenceEqual(post.Post) && row.Bytes(at + 1).SequenceEqual(post.Account) && Date(row, at) == post.Date
        && row.Bytes(at + 3).SequenceEqual(post.Language) && row.Bytes(at + 4).SequenceEqual(release);

    private static long? Date(SqliteStatement row, int at) => row.IsNull(at + 2) ? null : row.Long(at + 2);
}
