using System.Globalization;
using Monitor.Core.Archives.Csv;
using Monitor.Core.Archives.Values;
using Monitor.Core.Definitions;
using Monitor.Core.Model;

namespace Monitor.Core.Archives.Formats;

/// <summary>A table that a mapping explains. Its name holds the mapping's and the beginning of the mapping's SHA-256, so that what was read by another mapping shows.</summary>
internal sealed class MappedTable(TableMapping mapping) : IArchiveFormat
{
    public string Name { get; } = $"{mapping.Name}.mapping@{mapping.Sha256[..Math.Min(8, mapping.Sha256.Length)]}";

    public bool HasHeader => mapping.Header;

    public IReadOnlyList<string> Columns { get; } = mapping.Columns();

    public bool Recognises(ArchiveHeader header) => mapping.Header
        ? (mapping.Match.Count > 0 ? mapping.Match : Columns).All(c => header.Has(c))
        : Columns.All(c => Place(header, c) >= 0);

    public RowMapper Open(ArchiveHeader header, CsvReader row, Release release)
    {
        var cells = new MappedCells(new CellReader(row), mapping);
        var platform = mapping.Platform ?? release.Platform;
        var account = new MappedAccount(mapping.Account, cells, platform, c => Place(header, c));
        return mapping switch
        {
            { Kind: "posts", Post: { } post } => new MappedPost(post, account, cells, platform, row, c => Place(header, c)).Map,
            { Kind: "events", Event: { } happened } => new MappedEvent(happened, account, cells, row, mapping.Name, c => Place(header, c)).Map,
            _ => source => Account(source, account, row),
        };
    }

    private static ArchiveRow Account(RowRef source, MappedAccount account, CsvReader row) =>
        account.Begin() is { } identity ? new AccountRow(source, account.Read(identity, source)) : account.Nobody(source, row);

    /// <summary>Place of a column, from 0; -1 when the table lacks it or the mapping names none.</summary>
    private int Place(ArchiveHeader header, string? column)
    {
        if (column is null)
        {
            return -1;
        }

        if (mapping.Header)
        {
            return header.Column(column);
        }

        var number = int.Parse(column, NumberStyles.None, CultureInfo.InvariantCulture);
        return number <= header.Cells.Count ? number - 1 : -1;
    }
}
