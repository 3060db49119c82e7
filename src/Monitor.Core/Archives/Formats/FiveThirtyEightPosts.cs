using System.Globalization;
using Monitor.Core.Archives.Csv;
using Monitor.Core.Archives.Values;
using Monitor.Core.Model;

namespace Monitor.Core.Archives.Formats;

/// <summary>
/// FiveThirtyEight's posts of the Internet Research Agency: the published 21 columns, and files by author with 11. Ids in the table were rounded by a spreadsheet; where
/// <c>article_url</c> is given it holds both ids exactly, and they are taken from there. Posts without any id get one made of author, time and words, and the flag
/// <c>no-post-id</c>.
/// </summary>
internal sealed class FiveThirtyEightPosts : IArchiveFormat
{
    public string Name => "fivethirtyeight-posts";

    public bool HasHeader => true;

    public bool RowsStandAlone => true;

    public IReadOnlyList<string> Columns { get; } =
        ["author_id", "author", "content", "language", "publish_date", "following", "followers", "retweet", "article_url", "post_type"];

    public bool Recognises(ArchiveHeader header) =>
        header.Has("content", "publish_date", "harvested_date") && (header.Has("author") || header.Has("author_id"));

    public RowMapper Open(ArchiveHeader header, CsvReader row, Release release)
    {
        var cells = new CellReader(row);
        var at = Columns.Select(header.Column).ToArray();
        var recent = new RecentAccounts();
        return source =>
        {
            cells.Begin();
            var handle = cells.Word(at[1]) is { Length: > 0 } author ? author : cells.Word(at[0]);
            var (userId, postId) = FromUrl(cells.Text(at[8]));
            if (AccountIdentity.Of(release.Platform, userId, handle, cells) is not { } identity)
            {
                return NoAccount.In(row, source, "author_id", "author");
            }

            var account = recent.Find(identity.Id) is not null ? null : new Account(identity.Id, release.Platform, identity.UserId, source)
            {
                Handle = handle,
                Followers = cells.Count(at[6]),
                Following = cells.Count(at[5]),
                Flags = [.. cells.Flags, AccountPreference.FromPost],
            };
            recent.Keep(identity.Id, identity.Id);
            cells.Begin();
            var words = cells.Text(at[2]);
            var time = Time(cells, at[4]);
            if (postId.Length == 0)
            {
                cells.Flag("no-post-id");
                postId = "~" + Ids.Of('p', identity.Id, time?.ToString("O", CultureInfo.InvariantCulture) ?? "", words);
            }

            var post = new Post(Ids.Post(release.Platform, postId), identity.Id, words, time, source)
            {
                Language = cells.Word(at[3]),
                IsRepost = cells.Truth(at[7]) ?? cells.Word(at[9]) == "RETWEET",
            };
            return new PostRow(source, post with { Flags = cells.Flags }, account);
        };
    }

    /// <summary>The files by author write <c>2015-06-24 16:02:00</c>, the published ones <c>10/1/17 19:58</c> or <c>10/1/2017 19:58</c>.</summary>
    private static DateTimeOffset? Time(CellReader cells, int column)
    {
        var text = cells.Word(column);
        return text.Contains('/', StringComparison.Ordinal)
            ? cells.Moment(column, text.Length > 8 && text[text.LastIndexOf('/')..].IndexOf(' ', StringComparison.Ordinal) == 5 ? "M/d/yyyy H:mm" : "M/d/yy H:mm")
            : cells.Moment(column);
    }

    /// <summary>User and post id in <c>http://twitter.com/905…/statuses/914…</c>; empty when they are not numbers there.</summary>
    private static (string User, string Post) FromUrl(string url)
    {
        var parts = url.Split('/');
        return parts is [_, _, "twitter.com" or "www.twitter.com", { Length: > 0 } user, "statuses" or "status", { Length: > 0 } post, ..]
            && user.All(char.IsAsciiDigit) && post.All(char.IsAsciiDigit)
            ? (user, post)
            : ("", "");
    }
}
