using System.Text;
using Monitor.Core.Archives.Csv;
using Monitor.Core.Archives.Formats;
using Monitor.Core.Definitions;
using Monitor.Core.Evidence;
using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Archives;

/// <summary>How files are read.</summary>
public sealed record ArchiveReaderOptions
{
    /// <summary>
    /// Encoding of files without a byte order mark for which none was given; UTF-8 when null. It is not guessed: bytes that do not fit show as U+FFFD and flag their row
    /// <c>damaged-text</c>. Offsets are known in UTF-8 and in encodings of single bytes; others are turned into UTF-8, and offsets are then -1.
    /// </summary>
    public Encoding? Encoding { get; init; }

    /// <summary>Mappings of tables that have no format of their own; each is tried before the formats.</summary>
    public IReadOnlyList<TableMapping> Mappings { get; init; } = [];
}

/// <summary>
/// Reads tables of releases row by row in constant memory: csv, csv in gzip, csv in zip. The kind of table is told by its header. Stores nothing, and does not
/// throw on what a file holds: a row that makes no sense comes out as <see cref="QuarantinedRow"/>.
/// </summary>
public sealed class ArchiveReader(ArchiveReaderOptions? options = null)
{
    private static readonly IArchiveFormat[] Formats =
    [
        new TwitterTweets(), new TwitterUsers(), new NbcUsers(), new FiveThirtyEightPosts(), new FiveThirtyEightAuthors(), new StatusChanges(),
        new StatusObservations(), new ScreenNameHistory(), new OfficialsList(), new HandleList(),
    ];

    private readonly ArchiveReaderOptions options = options ?? new();

    /// <summary>Names of the formats that are recognised.</summary>
    public static IReadOnlyList<string> FormatNames { get; } = Formats.Select(f => f.Name).ToList();

    /// <summary>True when an encoding is known by this name.</summary>
    public static bool KnowsEncoding(string name) => CharsetNames.Find(name) is not null;

    /// <summary>The tables at these files and folders (searched to the bottom), and what else lies there.</summary>
    public static FoundFiles FindFiles(IReadOnlyList<string> paths) => FileFinder.Find(paths);

    /// <summary>The tables in one file: itself, or the members of a zip file, named with the file's name before <c>!/</c>.</summary>
    /// <param name="name">Name as the release shows it.</param>
    /// <param name="path">The file on disk.</param>
    public static FoundFiles FindIn(string name, string path) => FileFinder.In(name, path, []);

    /// <summary>The tables in one kept file, as <see cref="FindIn(string, string)"/>; also those that a mapping names, and the mappings themselves.</summary>
    public FoundFiles FindIn(KeptFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.IsMapping)
        {
            var errors = TableMappings.LoadFile(file.Path).Errors;
            return errors.Count == 0
                ? new([], [new(file.Path, "A mapping: tables of this version are read by it.") { Expected = true }])
                : new([], [new(file.Path, $"A mapping that cannot be used: {string.Join(" ", errors)}")]);
        }

        if (file.IsMediaIndex)
        {
            return new([], [new(file.Path, "An index of media files, which are not copied.") { Expected = true }]);
        }

        if (ReleaseMedia.IsList(file))
        {
            return new([], [new(file.Path, "The publisher's list of media files; they are referred to, not imported.") { Expected = true }]);
        }

        var found = FileFinder.In(file.Name, file.Path, options.Mappings);
        return file.Encoding is null ? found : found with { Files = [.. found.Files.Select(f => f with { Encoding = file.Encoding })] };
    }

    /// <summary>A reader that knows the mappings among the files of a version. Mappings that cannot be used are left out; <see cref="FindIn(KeptFile)"/> says why.</summary>
    public ArchiveReader For(KeptRelease kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        var mappings = kept.Files.Where(f => f.IsMapping).SelectMany(f => TableMappings.LoadFile(f.Path).Items).ToList();
        return mappings.Count == 0 ? this : new(options with { Mappings = [.. mappings, .. options.Mappings] });
    }

    /// <summary>What a file's header tells; null when it is of no known format or cannot be opened.</summary>
    public ArchiveDetection? Detect(ArchiveFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            using var table = TableOpening.Of(file, options, Formats);
            return table.Format is null
                ? null
                : table.Header.Against(table.Format) with { Delimiter = table.Delimiter, Encoding = file.Encoding ?? table.Csv.Encoding.WebName };
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Bytes of a file when it is unpacked; null when that cannot be known without unpacking it, or it cannot be opened.</summary>
    public static long? Size(ArchiveFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            using var opened = OpenedFile.Open(file);
            return opened.Size;
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>
    /// The rows of a file in order; line and byte offset are those of the unpacked file, the header being line 1. Every data row comes out exactly once; lines without
    /// a single character are no rows.
    /// </summary>
    /// <param name="release">The release that the file belongs to; its platform and id go into the records.</param>
    /// <param name="version">Version of the release.</param>
    /// <param name="file">The file.</param>
    /// <param name="skipRows">Rows that were read before and are left out. They are read again at full speed, so that rows behind them come out as in one go.</param>
    /// <param name="last">The last of these, where known: in a plain file whose rows stand alone reading begins there.</param>
    public IEnumerable<ArchiveRow> Read(Release release, int version, ArchiveFile file, long skipRows = 0, RowPlace? last = null)
    {
        ArgumentNullException.ThrowIfNull(release);
        ArgumentNullException.ThrowIfNull(file);
        TableOpening? table = null;
        QuarantinedRow? unopened = null;
        try
        {
            table = TableOpening.Of(file, options, Formats);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            unopened = new(new(release.Id, version, file.Name, 1, 0), $"The file cannot be opened: {error.Message}", "Get it again from its publisher.", "");
        }

        using (table)
        {
            foreach (var row in table is null ? [unopened!] : Rows(release, version, file, table, last))
            {
                if (skipRows > 0)
                {
                    skipRows = row.Source.Line == last?.Line && row.Source.Offset == last.Offset ? 0 : skipRows - 1;
                    continue;
                }

                yield return row;
            }
        }
    }

    private static IEnumerable<ArchiveRow> Rows(Release release, int version, ArchiveFile file, TableOpening table, RowPlace? last)
    {
        if (table.Format is not { } format)
        {
            yield return new QuarantinedRow(
                new(release.Id, version, file.Name, 1, 0),
                "The first line is the header of no known table.",
                $"Known are {string.Join(", ", FormatNames)}; a first line with their column names is needed. Another table can be read by a mapping: --mapping, see crawlers/README.md.",
                string.Join(table.Delimiter, table.Header.Cells));
            yield break;
        }

        var csv = table.Csv;
        var map = format.Open(table.Header, csv, release);
        if (last is not null && format.RowsStandAlone)
        {
            csv.TryMoveTo(last.Line, last.Offset);
        }

        for (var more = !format.HasHeader || csv.Next(); more; more = csv.Next())
        {
            var source = new RowRef(release.Id, version, file.Name, csv.Line, csv.Offset);
            yield return csv.Fault == CsvFault.None ? map(source) : FaultMessage.Of(csv, source);
        }
    }
}
