using Monitor.Core.Archives.Csv;
using Monitor.Core.Archives.Values;
using Monitor.Core.Model;

namespace Monitor.Core.Archives.Formats;

/// <summary>Suspensions, their reversals and renamings by day of report, as Travis Brown's Twitter Watch lists them. A reversal stands in the row of its suspension.</summary>
internal sealed class StatusChanges : IArchiveFormat
{
    public string Name => "status-changes";

    public bool HasHeader => true;

    public IReadOnlyList<string> Columns { get; } =
        ["report_date", "kind", "user_id", "screen_name", "new_screen_name", "created_at", "reversed_at", "followers"];

    public bool Recognises(ArchiveHeader header) => header.Has("report_date", "kind", "user_id", "screen_name");

    public RowMapper Open(ArchiveHeader header, CsvReader row, Release release)
    {
        var cells = new CellReader(row);
        var at = Columns.Select(header.Column).ToArray();
        return source =>
        {
            cells.Begin();
            var (kind, handle, newHandle) = (cells.Word(at[1]), cells.Text(at[3]), cells.Text(at[4]));
            if (AccountIdentity.Of(release.Platform, cells.Word(at[2]), handle, cells) is not { } identity)
            {
                return NoAccount.In(row, source, "user_id", "screen_name");
            }

            var (reported, reversed) = (cells.Day(at[0]), cells.Day(at[6]));
            var events = new List<StatusEvent>();
            if (kind.StartsWith("suspended", StringComparison.Ordinal))
            {
                events.Add(new(identity.Id, StatusKind.Suspended, reported, $"@{handle} ({kind})", source));
            }
            else if (kind == "renamed")
            {
                events.Add(new(identity.Id, StatusKind.Renamed, reported, $"@{handle} → @{newHandle}", source));
            }
            else
            {
                return new QuarantinedRow(source, $"The kind '{kind}' is not known.", "Known are suspended… and renamed.", row.Raw);
            }

            if (reversed is not null)
            {
                events.Add(new(identity.Id, StatusKind.Reinstated, reversed, $"@{handle}", source));
            }

            var account = new Account(identity.Id, release.Platform, identity.UserId, source)
            {
                Handle = kind == "renamed" && newHandle.Length > 0 ? newHandle : handle,
                Created = cells.Day(at[5]),
                Followers = cells.Count(at[7]),
            };
            return new StatusRow(source, events, account with { Flags = cells.Flags });
        };
    }
}
