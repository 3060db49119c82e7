using Monitor.Core.Archives.Csv;
using Monitor.Core.Archives.Values;
using Monitor.Core.Model;

namespace Monitor.Core.Archives.Formats;

/// <summary>NBC News' table of deleted accounts (2018): 14 columns of Twitter's API of the time; some rows hold a handle alone.</summary>
internal sealed class NbcUsers : IArchiveFormat
{
    private const string ApiTime = "ddd MMM dd HH:mm:ss zzz yyyy";

    public string Name => "nbc-users";

    public bool HasHeader => true;

    public IReadOnlyList<string> Columns { get; } =
        ["id", "location", "name", "followers_count", "lang", "screen_name", "description", "created_at", "friends_count"];

    public bool Recognises(ArchiveHeader header) => header.Has("id", "screen_name", "followers_count", "friends_count", "created_at");

    public RowMapper Open(ArchiveHeader header, CsvReader row, Release release)
    {
        var cells = new CellReader(row);
        var at = Columns.Select(header.Column).ToArray();
        return source =>
        {
            cells.Begin();
            var handle = cells.Text(at[5]);
            if (AccountIdentity.Of(release.Platform, cells.Text(at[0]), handle, cells) is not { } identity)
            {
                return NoAccount.In(row, source, "id", "screen_name");
            }

            var created = cells.Moment(at[7], ApiTime);
            var account = new Account(identity.Id, release.Platform, identity.UserId, source)
            {
                Handle = handle,
                Name = cells.Text(at[2]),
                Bio = cells.Text(at[6]),
                Location = cells.Text(at[1]),
                Followers = cells.Count(at[3]),
                Following = cells.Count(at[8]),
                Created = created is null ? null : new PartialDate(created.Value, DatePrecision.Minute),
                Language = cells.Text(at[4]),
            };
            return new AccountRow(source, account with { Flags = cells.Flags });
        };
    }
}
