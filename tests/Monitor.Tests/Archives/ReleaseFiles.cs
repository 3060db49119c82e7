using System.IO.Compression;
using System.Text;
using Monitor.Core.Archives;
using Monitor.Core.Model;

namespace Monitor.Tests.Archives;

/// <summary>Makes small release files in a temporary folder and reads them.</summary>
internal sealed class ReleaseFiles : IDisposable
{
    public const string UserHeader =
        "userid,user_display_name,user_screen_name,user_reported_location,user_profile_description,user_profile_url,"
        + "follower_count,following_count,account_creation_date,account_language";

    public const string TweetHeader =
        "tweetid," + UserHeader + ",tweet_language,tweet_text,tweet_time,tweet_client_name,in_reply_to_userid,in_reply_to_tweetid,quoted_tweet_tweetid,"
        + "is_retweet,retweet_userid,retweet_tweetid,latitude,longitude,quote_count,reply_count,like_count,retweet_count,hashtags,urls,user_mentions,poll_choices";

    public static readonly string Hash64 = string.Concat(Enumerable.Repeat("0a1b2c3d", 8));
    public const string Hash43 = "aB3dEfGh1jKlMn0pQrStUvWxYz+/aB3dEfGh1jKlMnQ=";

    public static readonly Release Release = new("test-release", "Test release", "twitter");

    private readonly string folder = Directory.CreateTempSubdirectory("monitor-archives-").FullName;

    public string Folder => folder;

    public ArchiveFile Csv(string name, string text, Encoding? encoding = null) => Bytes(name, (encoding ?? new UTF8Encoding(false)).GetBytes(text));

    public ArchiveFile Bytes(string name, byte[] bytes)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllBytes(path, bytes);
        return new(name, path, null);
    }

    public ArchiveFile Gzip(string name, string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return Bytes(name, packed.ToArray());
    }

    public string Zip(string name, params (string Member, string Text)[] members)
    {
        var path = Path.Combine(folder, name);
        using var zip = ZipFile.Open(path, ZipArchiveMode.Create);
        foreach (var (member, text) in members)
        {
            using var stream = zip.CreateEntry(member).Open();
            stream.Write(Encoding.UTF8.GetBytes(text));
        }

        return path;
    }

    public static List<ArchiveRow> Read(ArchiveFile file, long skipRows = 0, Encoding? encoding = null) =>
        new ArchiveReader(new() { Encoding = encoding }).Read(Release, 1, file, skipRows).ToList();

    /// <summary>A row of a post table with 31 columns.</summary>
    public static string Tweet(string id, string user, string text, string time = "2017-03-08 15:19", string rest = ",,,false,,,absent,absent,0,0,0,0,[],[],[],") =>
        $"{id},{user},{user},{user},,,,5,6,2017-03-06,en,it,{text},{time},Web,{rest}";

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
