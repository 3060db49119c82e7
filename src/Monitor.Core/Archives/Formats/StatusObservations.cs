using Monitor.Core.Archives.Csv;
using Monitor.Core.Archives.Values;
using Monitor.Core.Model;

namespace Monitor.Core.Archives.Formats;

/// <summary>
/// Whether accounts still existed at a moment, with anonymous numbers for ids (Andreu's study of Iranian accounts, 2020). The numbers mean something in their own release only,
/// so the account's id holds it.
/// </summary>
internal sealed class StatusObservations : IArchiveFormat
{
    public string Name => "status-observations";

    public bool HasHeader => true;

    public IReadOnlyList<string> Columns { get; } = ["user_id_anon", "tstamp", "status"];

    public bool Recognises(ArchiveHeader header) => header.Has("user_id_anon", "tstamp", "status");

    public RowMapper Open(ArchiveHeader header, CsvReader row, Release release)
    {
        var cells = new CellReader(row);
        var at = Columns.Select(header.Column).ToArray();
        return source =>
        {
            cells.Begin();
            var (number, status) = (cells.Text(at[0]), cells.Word(at[2]));
            if (number.Length == 0)
            {
                return NoAccount.In(row, source, "user_id_anon");
            }

            StatusKind? kind = status switch
            {
                "suspended" => StatusKind.Suspended,
                "no exists" => StatusKind.Deleted,
                "exists" or "restricted" => StatusKind.Seen,
                _ => null,
            };
            if (kind is null)
            {
                return new QuarantinedRow(source, $"The status '{status}' is not known.", "Known are suspended, exists, no exists and restricted.", row.Raw);
            }

            var time = cells.Day(at[1]);
            cells.Flag("anonymous-id");
            var account = new Account(Ids.Account(release.Platform, $"{release.Id}#{number}"), release.Platform, number, source)
            {
                Hashed = true,
                Hidden = ["userid", "handle", "name"],
                Flags = cells.Flags,
            };
            return new StatusRow(source, [new(account.Id, kind.Value, time, status, source)], account);
        };
    }
}
