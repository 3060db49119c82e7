using System.Globalization;
using Monitor.Core.Archives.Csv;
using Monitor.Core.Archives.Values;
using Monitor.Core.Definitions;
using Monitor.Core.Model;

namespace Monitor.Core.Archives.Formats;

/// <summary>Makes posts of the rows of a mapped table.</summary>
internal sealed class MappedPost(PostColumns columns, MappedAccount account, MappedCells cells, string platform, CsvReader row, Func<string?, int> place)
{
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly int id = place(columns.Id);
    private readonly int text = place(columns.Text);
    private readonly int time = place(columns.Time);
    private readonly int language = place(columns.Language);
    private readonly int client = place(columns.Client);
    private readonly int replyToUser = place(columns.ReplyToUser);
    private readonly int replyToPost = place(columns.ReplyToPost);
    private readonly int quotedPost = place(columns.QuotedPost);
    private readonly int repost = place(columns.Repost);
    private readonly int repostedUser = place(columns.RepostedUser);
    private readonly int repostedPost = place(columns.RepostedPost);
    private readonly int likes = place(columns.Likes);
    private readonly int replies = place(columns.Replies);
    private readonly int reposts = place(columns.Reposts);
    private readonly int quotes = place(columns.Quotes);
    private readonly int hashtags = place(columns.Hashtags);
    private readonly int urls = place(columns.Urls);
    private readonly int mentions = place(columns.Mentions);

    /// <summary>The post of the current row.</summary>
    public ArchiveRow Map(RowRef source)
    {
        if (account.Begin() is not { } identity)
        {
            return account.Nobody(source, row);
        }

        var author = seen.Add(identity.Id) ? account.Read(identity, source, AccountPreference.FromPost) : null;
        cells.Begin(); // from here the flags are the post's, not the author's
        var words = cells.Known(text);
        var posted = cells.Moment(time);
        var post = new Post(PostId(identity.Id, posted, words), identity.Id, words, posted?.ToUniversalTime(), source)
        {
            Language = cells.Known(language),
            Client = cells.Known(client),
            ReplyToUser = cells.Reference(replyToUser),
            ReplyToPost = cells.Reference(replyToPost),
            QuotedPost = cells.Reference(quotedPost),
            IsRepost = cells.Truth(repost),
            RepostedUser = cells.Reference(repostedUser),
            RepostedPost = cells.Reference(repostedPost),
            Counts = new(cells.Count(likes), cells.Count(replies), cells.Count(reposts), cells.Count(quotes)),
            Hashtags = cells.List(hashtags),
            Urls = cells.List(urls),
            Mentions = cells.List(mentions),
        };
        return new PostRow(source, post with { Flags = cells.Plain.Flags }, author);
    }

    /// <summary>The id; where there is none or a rounded one, which several posts may share, author, time and words tell posts apart.</summary>
    private string PostId(string accountId, DateTimeOffset? posted, string words)
    {
        var postId = cells.Known(id);
        var mangled = MangledId.Is(postId);
        if (postId.Length > 0 && !mangled)
        {
            return Ids.Post(platform, postId);
        }

        cells.Plain.Flag(mangled ? "mangled-id" : "no-post-id");
        var mark = Ids.Of('p', accountId, posted?.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture) ?? "", words);
        return Ids.Post(platform, $"{postId}~{mark}");
    }
}
