namespace Monitor.Core.Archives;

/// <summary>One table of a release: a csv file, plain or in gzip, or a member of a zip file.</summary>
/// <param name="Name">Name as the release shows it, with <c>!/</c> before a zip member: <c>users.zip!/users.csv</c>.</param>
/// <param name="Path">The file on disk.</param>
/// <param name="Member">Full name of the zip member; null for a file by itself.</param>
public sealed record ArchiveFile(string Name, string Path, string? Member);

/// <summary>A path that is no table of a release.</summary>
/// <param name="Path">The path, with <c>!/</c> before a zip member.</param>
/// <param name="Reason">Why it is left out.</param>
public sealed record SkippedFile(string Path, string Reason);

/// <summary>What lies at some paths.</summary>
/// <param name="Files">Tables, by name; zip members one by one.</param>
/// <param name="Skipped">What was left out, each with a reason.</param>
public sealed record FoundFiles(IReadOnlyList<ArchiveFile> Files, IReadOnlyList<SkippedFile> Skipped);

/// <summary>What a file's header tells.</summary>
/// <param name="Format">Name of the format, such as <c>twitter-users</c>.</param>
/// <param name="Columns">Columns in the file.</param>
/// <param name="Missing">Columns that the format knows and the file lacks; what they hold is unknown for this file.</param>
/// <param name="Unknown">Columns that the format does not know; they are not imported.</param>
public sealed record ArchiveDetection(string Format, int Columns, IReadOnlyList<string> Missing, IReadOnlyList<string> Unknown);

/// <summary>Where a row begins in the unpacked file.</summary>
/// <param name="Line">Line, the header being line 1.</param>
/// <param name="Offset">Offset in bytes; -1 when not known.</param>
public sealed record RowPlace(long Line, long Offset);
