using Monitor.Core.Archives.Csv;
using Monitor.Core.Archives.Values;
using Monitor.Core.Model;

namespace Monitor.Core.Archives.Formats;

/// <summary>Account tables of Twitter's information operations archive: ten columns, one row an account.</summary>
internal sealed class TwitterUsers : IArchiveFormat
{
    public string Name => "twitter-users";

    public bool HasHeader => true;

    public IReadOnlyList<string> Columns => TwitterProfile.Columns;

    public bool Recognises(ArchiveHeader header) =>
        header.Has("userid", "user_screen_name", "account_creation_date") && !header.Has("tweetid") && !header.Has("tweet_text");

    public RowMapper Open(ArchiveHeader header, CsvReader row, Release release)
    {
        var cells = new CellReader(row);
        var profile = new TwitterProfile(header, cells, release.Platform);
        return source =>
        {
            cells.Begin();
            return profile.Identity() is { } identity
                ? new AccountRow(source, profile.Read(identity, source))
                : NoAccount.In(row, source, "userid", "user_screen_name");
        };
    }
}
