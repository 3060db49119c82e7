namespace Monitor.Core.Exports;

/// <summary>The two plain formats; a package holds csv.</summary>
public enum ExportFormat
{
    /// <summary>
    /// Comma-separated values by RFC 4180, UTF-8 with byte order mark, every field quoted, CRLF. For spreadsheets: text that begins with <c>=</c>, <c>+</c>,
    /// <c>-</c>, <c>@</c>, tab or carriage return has an apostrophe put before it, so that it is not run as a formula (OWASP, CSV injection). Ids are written with
    /// their platform (<c>twitter:123</c>), so that they are text to a spreadsheet and need no such mark: they are never altered or rounded.
    /// </summary>
    Csv,

    /// <summary>One JSON object a line, UTF-8, all text as it is.</summary>
    JsonLines,
}

/// <summary>What an export leaves out.</summary>
public sealed record ExportOptions
{
    /// <summary>
    /// Leaves out names, handles and bios of accounts, except those in <see cref="OfficialHandles"/>: accounts in the archives are people until shown otherwise, and a
    /// list that travels cannot be corrected. Ids and rows stay, so that the work can be checked against the release.
    /// </summary>
    public bool OnlyOfficialsByName { get; init; }

    /// <summary>Handles (without @, compared without case) of offices, parties, media and platforms, which may be named.</summary>
    public IReadOnlyCollection<string> OfficialHandles { get; init; } = [];

    /// <summary>Most hits exported; a cut is stated in the package.</summary>
    public long MaxRows { get; init; } = 1_000_000;

    internal bool MayName(string handle) =>
        !OnlyOfficialsByName || OfficialHandles.Contains(handle, StringComparer.OrdinalIgnoreCase);
}

/// <summary>What an export wrote.</summary>
/// <param name="Rows">Hits or links written.</param>
/// <param name="Complete">False when more were found than <see cref="ExportOptions.MaxRows"/>.</param>
/// <param name="Files">Paths of the files of a package; empty for a stream.</param>
public sealed record ExportReport(long Rows, bool Complete, IReadOnlyList<string> Files);
