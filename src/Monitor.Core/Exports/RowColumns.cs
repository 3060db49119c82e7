using Monitor.Core.Model;

namespace Monitor.Core.Exports;

/// <summary>The columns that say where a value stands in a release.</summary>
internal static class RowColumns
{
    public static IReadOnlyList<ExportColumn> All { get; } =
    [
        new("release", "string", "Release that the row is from"),
        new("release_version", "integer", "Version of the release"),
        new("file", "string", "File of the release, with !/ before a zip member"),
        new("line", "integer", "Line on which the row begins, the header being line 1"),
        new("offset", "integer", "Offset of the row's first byte in the unpacked file; -1 when not known"),
    ];

    public static IReadOnlyList<object?> Of(RowRef? row) =>
        row is null ? [null, null, null, null, null] : [row.Release, (long)row.Version, row.File, row.Line, row.Offset];
}
