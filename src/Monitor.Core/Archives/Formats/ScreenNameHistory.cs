using Monitor.Core.Archives.Csv;
using Monitor.Core.Archives.Values;
using Monitor.Core.Model;

namespace Monitor.Core.Archives.Formats;

/// <summary>Handles of accounts with the moment each was first seen. The first row of an account says that it was seen, each later one that it was renamed.</summary>
internal sealed class ScreenNameHistory : IArchiveFormat
{
    public string Name => "screen-name-history";

    public bool HasHeader => true;

    public IReadOnlyList<string> Columns { get; } = ["user_id", "screen_name", "first_seen_utc"];

    public bool Recognises(ArchiveHeader header) => header.Has("user_id", "screen_name", "first_seen_utc");

    public RowMapper Open(ArchiveHeader header, CsvReader row, Release release)
    {
        var cells = new CellReader(row);
        var at = Columns.Select(header.Column).ToArray();
        var names = new Dictionary<string, string>(); // last handle of each account in the file
        return source =>
        {
            cells.Begin();
            var handle = cells.Text(at[1]);
            var identity = AccountIdentity.Of(release.Platform, cells.Word(at[0]), handle, cells);
            if (identity is not { } known || handle.Length == 0)
            {
                return NoAccount.In(row, source, "user_id", "screen_name");
            }

            var seen = cells.Day(at[2]);
            var before = names.GetValueOrDefault(known.Id);
            names[known.Id] = handle;
            var account = new Account(known.Id, release.Platform, known.UserId, source) { Handle = handle, Flags = cells.Flags };
            return before is null
                ? new StatusRow(source, [new(known.Id, StatusKind.Seen, seen, $"first seen as @{handle}", source)], account)
                : new StatusRow(source, [new(known.Id, StatusKind.Renamed, seen, $"@{before} → @{handle}", source)], null);
        };
    }
}
