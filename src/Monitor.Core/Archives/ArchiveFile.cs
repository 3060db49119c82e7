namespace Monitor.Core.Archives;

/// <summary>One table of a release: a csv file, plain or in gzip, or a member of a zip file.</summary>
/// <param name="Name">Name as the release shows it, with <c>!/</c> before a zip member: <c>users.zip!/users.csv</c>.</param>
/// <param name="Path">The file on disk.</param>
/// <param name="Member">Full name of the zip member; null for a file by itself.</param>
public sealed record ArchiveFile(string Name, string Path, string? Member)
{
    /// <summary>Encoding that was given for it, by its name; null when none was.</summary>
    public string? Encoding { get; init; }
}

/// <summary>A path that is no table of a release.</summary>
/// <param name="Path">The path, with <c>!/</c> before a zip member.</param>
/// <param name="Reason">Why it is left out.</param>
public sealed record SkippedFile(string Path, string Reason)
{
    /// <summary>True for what serves its purpose without being a table: a mapping that is used, a list of media.</summary>
    public bool Expected { get; init; }
}

/// <summary>What lies at some paths.</summary>
/// <param name="Files">Tables, by name; zip members one by one.</param>
/// <param name="Skipped">What was left out, each with a reason.</param>
public sealed record FoundFiles(IReadOnlyList<ArchiveFile> Files, IReadOnlyList<SkippedFile> Skipped);

/// <summary>What a file's header tells.</summary>
/// <param name="Format">Name of the format, such as <c>twitter-users</c>.</param>
/// <param name="Columns">Columns in the file.</param>
/// <param name="Missing">Columns that the format knows and the file lacks; what they hold is unknown for this file.</param>
/// <param name="Unknown">Columns that the format does not know; they are not imported.</param>
/// <param name="Delimiter">What stands between two fields.</param>
/// <param name="Encoding">Encoding of the text, as it is read.</param>
public sealed record ArchiveDetection(string Format, int Columns, IReadOnlyList<string> Missing, IReadOnlyList<string> Unknown, char Delimiter = ',', string Encoding = "utf-8");

/// <summary>Where a row begins in the unpacked file.</summary>
/// <param name="Line">Line, the header being line 1.</param>
/// <param name="Offset">Offset in bytes; -1 when not known.</param>
public sealed record RowPlace(long Line, long Offset);
