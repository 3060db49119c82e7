using System.Globalization;
using System.Text;

namespace Monitor.Demo;

/// <summary>
/// Writes a synthetic release in the format of Twitter's information-operations archive of October 2018, so that the demo needs no
/// network and no real person's account: 84 accounts, 3,000 posts, every byte the same on every machine.
/// </summary>
public static class SampleRelease
{
    /// <summary>Name of the file with one row an account.</summary>
    public const string UsersFile = "sample_users_csv_hashed.csv";

    /// <summary>Name of the file with one row a post.</summary>
    public const string TweetsFile = "sample_tweets_csv_hashed.csv";

    /// <summary>Name of the note that says what the files are.</summary>
    public const string ReadmeFile = "README.txt";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly string[] UserColumns =
    [
        "userid", "user_display_name", "user_screen_name", "user_reported_location", "user_profile_description", "user_profile_url",
        "follower_count", "following_count", "account_creation_date", "account_language",
    ];

    private static readonly string[] TweetColumns =
    [
        "tweetid", .. UserColumns, "tweet_language", "tweet_text", "tweet_time", "tweet_client_name", "in_reply_to_userid", "in_reply_to_tweetid",
        "quoted_tweet_tweetid", "is_retweet", "retweet_userid", "retweet_tweetid", "latitude", "longitude", "quote_count", "reply_count",
        "like_count", "retweet_count", "hashtags", "urls", "user_mentions", "poll_choices",
    ];

    /// <summary>
    /// Writes the users file, the tweets file and a note into a folder, which is created if need be. Files of the same names are
    /// overwritten with the same bytes.
    /// </summary>
    /// <param name="folder">Where to write.</param>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Write(string folder)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        Directory.CreateDirectory(folder);
        WriteRows(Path.Combine(folder, UsersFile), UserColumns, SampleAccounts.All.Select(UserRow));
        WriteRows(Path.Combine(folder, TweetsFile), TweetColumns, SamplePosts.All().Select(TweetRow));
        File.WriteAllText(Path.Combine(folder, ReadmeFile), Note(), Utf8);
    }

    private static string[] UserRow(SampleAccount a) =>
    [
        a.Id, a.Name, a.Handle, a.Location, a.Bio, a.Role == SampleRole.Outlet ? "https://t.co/SampleHome" : "", Text(a.Followers), Text(a.Following),
        a.Created.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), a.Interface,
    ];

    private static string[] TweetRow(SamplePost p) =>
    [
        Text(p.Id), .. UserRow(p.Account), p.Language, p.Text, p.Time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), p.Client,
        p.ReplyTo?.Account.Id ?? "", p.ReplyTo is null ? "" : Text(p.ReplyTo.Id), "", p.Retweet is null ? "false" : "true",
        p.Retweet?.Account.Id ?? "", p.Retweet is null ? "" : Text(p.Retweet.Id), "absent", "absent", Text(p.Likes / 9), Text(p.Likes / 5),
        Text(p.Likes), Text(p.Likes / 3), List(p.Hashtags), List(p.Urls), List(p.Mentions), p.Poll.Count == 0 ? "" : List(p.Poll),
    ];

    private static void WriteRows(string path, string[] columns, IEnumerable<string[]> rows)
    {
        using var writer = new StreamWriter(path, append: false, Utf8) { NewLine = "\n" };
        writer.WriteLine(Row(columns));
        foreach (var row in rows)
        {
            writer.WriteLine(Row(row));
        }
    }

    private static string Row(string[] fields) =>
        string.Join(',', fields.Select(f => '"' + f.Replace("\"", "\"\"", StringComparison.Ordinal) + '"'));

    /// <summary>A list as Twitter's files write it: as Python prints it.</summary>
    private static string List(IReadOnlyList<string> items) => "[" + string.Join(", ", items.Select(i => "'" + i + "'")) + "]";

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Note()
    {
        var accounts = SampleAccounts.All;
        return string.Create(CultureInfo.InvariantCulture, $"""
            SAMPLE - this release is synthetic.

            A program of Monitor's demo made every account, name, biography and post in this folder. Nobody is behind any of them: no person, no
            outlet, no operation. The files have the columns and the quoting of Twitter's information-operations archive of October 2018.

            {UsersFile}   {accounts.Count} accounts, {accounts.Count(a => a.Hashed)} hashed and {accounts.Count(a => !a.Hashed)} with names
            {TweetsFile}  {accounts.Sum(a => a.Posts):N0} posts up to 2018-10-10, times in UTC

            Planted: a television presenter, a radio journalist, five students (Persian, English, Arabic, French, Spanish), a teacher, a doctor;
            five biographies that only look like one; eight accounts with the same biography; fifteen created on {SampleAccounts.BurstDay:yyyy-MM-dd}; six that
            post the same links within seconds (the ids tell the second, the times only the minute); two outlets; thirty ordinary people who
            sleep at night; nine accounts that never posted.

            """).ReplaceLineEndings("\n");
    }
}
