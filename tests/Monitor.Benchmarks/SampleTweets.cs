using System.Globalization;

namespace Monitor.Benchmarks;

/// <summary>Made-up posts as a file of Twitter's 31 columns, for where the generator of <c>../shared/peers</c> is absent.</summary>
internal static class SampleTweets
{
    private const string Columns =
        "tweetid,userid,user_display_name,user_screen_name,user_reported_location,user_profile_description,user_profile_url,follower_count,following_count," +
        "account_creation_date,account_language,tweet_language,tweet_text,tweet_time,tweet_client_name,in_reply_to_userid,in_reply_to_tweetid,quoted_tweet_tweetid," +
        "is_retweet,retweet_userid,retweet_tweetid,latitude,longitude,quote_count,reply_count,like_count,retweet_count,hashtags,urls,user_mentions,poll_choices";

    public static void Write(string file, int posts, int seed)
    {
        var sample = new SampleRecords(seed);
        using var writer = new StreamWriter(file);
        writer.Write(Columns + "\n");
        for (var i = 0; i < posts; i++)
        {
            var post = sample.Post(i);
            var user = post.AccountId["twitter:".Length..].PadLeft(64, '0');
            string[] cells =
            [
                post.Id["twitter:".Length..], user, user, user, "", "made up", "", "100", "200", "2014-01-01", "en", post.Language, post.Text,
                post.Time!.Value.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), post.Client, "", "", "", "false", "", "", "absent", "absent",
                "0", "0", $"{post.Counts.Likes}", $"{post.Counts.Reposts}", "[]", "[]", "[]", "",
            ];
            writer.Write(string.Join(',', cells.Select(c => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\n");
        }
    }
}
