using Monitor.Core.Archives.Csv;
using Monitor.Core.Archives.Values;
using Monitor.Core.Model;

namespace Monitor.Core.Archives.Formats;

/// <summary>
/// Officials and media with their handles, as Casas' study of Iranian accounts lists them. Position, faction and affiliation are the researchers' words, not the
/// account's, so they do not become its bio; they are reported as columns that are not imported. A row without handle names no account.
/// </summary>
internal sealed class OfficialsList : IArchiveFormat
{
    public string Name => "officials-list";

    public bool HasHeader => true;

    public IReadOnlyList<string> Columns { get; } = ["Name of official/organization", "Twitter handle"];

    public bool Recognises(ArchiveHeader header) => header.Has("Name of official/organization", "Twitter handle");

    public RowMapper Open(ArchiveHeader header, CsvReader row, Release release)
    {
        var cells = new CellReader(row);
        var at = Columns.Select(header.Column).ToArray();
        return source =>
        {
            cells.Begin();
            var written = cells.Text(at[1]).Trim();
            var handle = written.TrimStart('@');
            if (written.Length > 0 && !HandleList.IsHandle(handle))
            {
                return new QuarantinedRow(source, $"'{written}' is no handle.", "Write it as @name, letters, digits and _ only, or leave it empty.", row.Raw);
            }

            return AccountIdentity.Of(release.Platform, "", handle, cells) is { } identity
                ? new AccountRow(source, new(identity.Id, release.Platform, identity.UserId, source) { Handle = handle, Name = cells.Text(at[0]).Trim(), Flags = cells.Flags })
                : NoAccount.In(row, source, "Twitter handle");
        };
    }
}
