using Monitor.Core.Archives.Csv;
using Monitor.Core.Model;

namespace Monitor.Core.Archives.Formats;

/// <summary>
/// Post tables of Twitter's information operations archive: 27, 30 or 31 columns in any order, and tables derived from them with fewer. Columns that a file
/// lacks are reported and stay empty. Only <c>tweetid</c>, <c>tweet_text</c> and one column that names the author are required.
/// </summary>
internal sealed class TwitterTweets : IArchiveFormat
{
    private static readonly IReadOnlyList<string> All =
    [
        "tweetid", .. TwitterProfile.Columns, "tweet_language", "tweet_text", "tweet_time", "tweet_client_name", "in_reply_to_userid", "in_reply_to_tweetid",
        "quoted_tweet_tweetid", "is_retweet", "retweet_userid", "retweet_tweetid", "latitude", "longitude", "quote_count", "reply_count", "like_count",
        "retweet_count", "hashtags", "urls", "user_mentions", "poll_choices",
    ];

    public string Name => "twitter-tweets";

    public bool HasHeader => true;

    public bool RowsStandAlone => true;

    public IReadOnlyList<string> Columns => All;

    public bool Recognises(ArchiveHeader header) =>
        header.Has("tweetid", "tweet_text") && (header.Has("userid") || header.Has("user_screen_name"));

    public RowMapper Open(ArchiveHeader header, CsvReader row, Release release) => new TwitterTweetMapper(header, row, release.Platform).Map;
}
