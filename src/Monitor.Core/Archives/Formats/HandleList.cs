using Monitor.Core.Archives.Csv;
using Monitor.Core.Archives.Values;
using Monitor.Core.Model;

namespace Monitor.Core.Archives.Formats;

/// <summary>A list of accounts by profile link or @handle, one a line, without header, such as the list of the US House Intelligence Committee (2018).</summary>
internal sealed class HandleList : IArchiveFormat
{
    private static readonly string[] Hosts = ["twitter.com", "www.twitter.com", "mobile.twitter.com", "x.com", "www.x.com"];

    public string Name => "handle-list";

    public bool HasHeader => false;

    public IReadOnlyList<string> Columns { get; } = ["handle"];

    public bool Recognises(ArchiveHeader header) => header.Cells.Count == 1 && Handle(header.Cells[0]) is not null;

    public RowMapper Open(ArchiveHeader header, CsvReader row, Release release)
    {
        var cells = new CellReader(row);
        return source =>
        {
            cells.Begin();
            var text = cells.Text(0).Trim();
            return Handle(text) is { } handle && AccountIdentity.Of(release.Platform, "", handle, cells) is { } identity
                ? new AccountRow(source, new(identity.Id, release.Platform, identity.UserId, source) { Handle = handle, Flags = cells.Flags })
                : new QuarantinedRow(source, "The line is neither a profile link nor an @handle.", "Write it as https://twitter.com/name or @name.", row.Raw);
        };
    }

    /// <summary>The handle in a profile link or behind an @; null when there is none.</summary>
    private static string? Handle(string text)
    {
        var handle = text.StartsWith('@') ? text[1..]
            : Uri.TryCreate(text, UriKind.Absolute, out var url) && Hosts.Contains(url.Host) ? url.AbsolutePath.Trim('/')
            : "";
        return IsHandle(handle) ? handle : null;
    }

    /// <summary>True for letters, digits and _; Twitter's handles have at most 15 of them today, a few old ones and those of other platforms more.</summary>
    internal static bool IsHandle(string text) => text.Length is > 0 and <= 50 && text.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
