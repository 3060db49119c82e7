using Monitor.Core.Archives.Csv;
using Monitor.Core.Archives.Values;
using Monitor.Core.Model;

namespace Monitor.Core.Archives.Formats;

/// <summary>
/// The table of authors made from FiveThirtyEight's files. Its <c>external_author_id</c> went through a spreadsheet, so long ids end in twelve zeros; where the list given
/// to Congress in 2017 has the account, <c>congress_2017_id</c> is the exact one. The researchers' categories are not imported: they are verdicts, not facts.
/// </summary>
internal sealed class FiveThirtyEightAuthors : IArchiveFormat
{
    private const string RoundedEnd = "000000000000";

    public string Name => "fivethirtyeight-authors";

    public bool HasHeader => true;

    public IReadOnlyList<string> Columns { get; } = ["author_id", "author", "external_author_id", "congress_2017_id"];

    public bool Recognises(ArchiveHeader header) => header.Has("author", "external_author_id") && !header.Has("content");

    public RowMapper Open(ArchiveHeader header, CsvReader row, Release release)
    {
        var cells = new CellReader(row);
        var at = Columns.Select(header.Column).ToArray();
        return source =>
        {
            cells.Begin();
            var (handle, external, exact) = (cells.Text(at[1]), cells.Text(at[2]), cells.Text(at[3]));
            var rounded = external.Length > RoundedEnd.Length && external.EndsWith(RoundedEnd, StringComparison.Ordinal);
            var userId = exact.Length > 0 ? exact : external;
            if (AccountIdentity.Of(release.Platform, userId, handle, cells) is not { } identity)
            {
                return NoAccount.In(row, source, "external_author_id", "author");
            }

            if (exact.Length == 0 && rounded)
            {
                cells.Flag("mangled-id");
                identity = identity with { Id = Ids.Account(release.Platform, $"{userId}~{handle.ToLowerInvariant()}") };
            }

            return new AccountRow(source, new(identity.Id, release.Platform, identity.UserId, source) { Handle = handle, Flags = cells.Flags });
        };
    }
}
