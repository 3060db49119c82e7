using Monitor.Core.Archives.Csv;
using Monitor.Core.Archives.Values;
using Monitor.Core.Model;

namespace Monitor.Core.Archives.Formats;

/// <summary>Makes posts of the rows of one file. Remembers the authors met lately (an id each), so that each is read about once a file.</summary>
internal sealed class TwitterTweetMapper(ArchiveHeader header, CsvReader row, string platform)
{
    private readonly CellReader cells = new(row);
    private readonly RecentAccounts byUserId = new();
    private readonly RecentAccounts byAccountId = new(); // for those without a user id of their own
    private readonly bool named = header.Has("userid");
    private readonly int id = header.Column("tweetid");
    private readonly int text = header.Column("tweet_text");
    private readonly int time = header.Column("tweet_time");
    private readonly int language = header.Column("tweet_language");
    private readonly int client = header.Column("tweet_client_name");
    private readonly int replyUser = header.Column("in_reply_to_userid");
    private readonly int replyPost = header.Column("in_reply_to_tweetid");
    private readonly int quoted = header.Column("quoted_tweet_tweetid");
    private readonly int isRepost = header.Column("is_retweet");
    private readonly int repostedUser = header.Column("retweet_userid");
    private readonly int repostedPost = header.Column("retweet_tweetid");
    private readonly int latitude = header.Column("latitude");
    private readonly int longitude = header.Column("longitude");
    private readonly int likes = header.Column("like_count");
    private readonly int replies = header.Column("reply_count");
    private readonly int reposts = header.Column("retweet_count");
    private readonly int quotes = header.Column("quote_count");
    private readonly int hashtags = header.Column("hashtags");
    private readonly int urls = header.Column("urls");
    private readonly int mentions = header.Column("user_mentions");
    private TwitterProfile? profile;

    /// <summary>The post of the current row.</summary>
    public ArchiveRow Map(RowRef source)
    {
        profile ??= new(header, cells, platform);
        cells.Begin();
        var postId = cells.Word(id);
        if (postId.Length == 0)
        {
            return new QuarantinedRow(source, "The row has no tweetid.", "Fill it in, or leave the row out.", row.Raw);
        }

        if (!Author(source, out var accountId, out var author))
        {
            return NoAccount.In(row, source, "userid", "user_screen_name");
        }

        cells.Begin(); // from here the flags are the post's, not the author's
        var words = cells.Text(text);
        var posted = cells.Moment(time);
        var post = new Post(PostId(postId, accountId, posted, words), accountId, words, posted, source)
        {
            Language = cells.Word(language),
            Client = cells.Word(client),
            ReplyToUser = cells.Id(replyUser, "mangled-reference"),
            ReplyToPost = cells.Id(replyPost, "mangled-reference"),
            QuotedPost = cells.Id(quoted, "mangled-reference"),
            IsRepost = cells.Truth(isRepost) ?? false,
            RepostedUser = cells.Id(repostedUser, "mangled-reference"),
            RepostedPost = cells.Id(repostedPost, "mangled-reference"),
            Counts = new(cells.Count(likes), cells.Count(replies), cells.Count(reposts), cells.Count(quotes)),
            Hashtags = cells.List(hashtags),
            Urls = cells.List(urls),
            Mentions = cells.List(mentions),
            Place = Place(),
        };
        return new PostRow(source, post with { Flags = cells.Flags }, author);
    }

    private bool Author(RowRef source, out string accountId, out Account? author)
    {
        var userId = profile!.UserId();
        author = null;
        if (named && userId.Length > 0 && byUserId.Find(userId) is { } known)
        {
            accountId = known;
            return true;
        }

        if (profile.Identity() is not { } identity)
        {
            accountId = "";
            return false;
        }

        accountId = identity.Id;
        var own = named && userId.Length > 0 && !MangledId.Is(userId);
        var (recent, name) = own ? (byUserId, userId) : (byAccountId, accountId);
        if (recent.Find(name) is null)
        {
            author = profile.Read(identity, source, AccountPreference.FromPost);
            recent.Keep(name, accountId);
        }

        return true;
    }

    /// <summary>The id; a rounded one, which several posts may share, gets a mark of author, time and words.</summary>
    private string PostId(string postId, string accountId, DateTimeOffset? posted, string words)
    {
        if (MangledId.Is(postId))
        {
            cells.Flag("mangled-id");
            var mark = Ids.Of('p', accountId, posted?.ToString("O", System.Globalization.CultureInfo.InvariantCulture) ?? "", words);
            return Ids.Post(platform, $"{postId}~{mark}");
        }

        if (posted is { } moment && platform == "twitter" && Snowflake.Contradicts(postId, moment))
        {
            cells.Flag("id-contradicts-time");
        }

        return Ids.Post(platform, postId);
    }

    private string? Place()
    {
        var (lat, lon) = (cells.Word(latitude), cells.Word(longitude));
        return lat is "" or "absent" || lon is "" or "absent" ? null : $"{lat},{lon}";
    }
}
