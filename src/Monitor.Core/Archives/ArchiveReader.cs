using System.Text;
using Monitor.Core.Archives.Csv;
using Monitor.Core.Archives.Formats;
using Monitor.Core.Model;

namespace Monitor.Core.Archives;

/// <summary>How files are read.</summary>
public sealed record ArchiveReaderOptions
{
    /// <summary>
    /// Encoding of files without a byte order mark; UTF-8 when null. One in which comma, quotation mark and line feed are single bytes that mean nothing else
    /// (the Windows and ISO 8859 code pages). It is not guessed: bytes that do not fit show as U+FFFD and flag their row <c>damaged-text</c>.
    /// </summary>
    public Encoding? Encoding { get; init; }
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
        new StatusObservations(), new ScreenNameHistory(), new HandleList(),
    ];

    private readonly ArchiveReaderOptions options = options ?? new();

    /// <summary>Names of the formats that are recognised.</summary>
    public static IReadOnlyList<string> FormatNames { get; } = Formats.Select(f => f.Name).ToList();

    /// <summary>The tables at these files and folders (searched to the bottom), and what else lies there.</summary>
    public static FoundFiles FindFiles(IReadOnlyList<string> paths) => FileFinder.Find(paths);

    /// <summary>The tables in one file: itself, or the members of a zip file, named with the file's name before <c>!/</c>.</summary>
    /// <param name="name">Name as the release shows it.</param>
    /// <param name="path">The file on disk.</param>
    public static FoundFiles FindIn(string name, string path) => FileFinder.In(name, path);

    /// <summary>What a file's header tells; null when it is of no known format or cannot be opened.</summary>
    public ArchiveDetection? Detect(ArchiveFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        try
        {
            using var opened = OpenedFile.Open(file);
            var (header, format) = Header(new CsvReader(opened.Stream, options.Encoding));
            return format is null ? null : header.Against(format);
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
        OpenedFile? opened = null;
        QuarantinedRow? unopened = null;
        try
        {
            opened = OpenedFile.Open(file);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            unopened = new(new(release.Id, version, file.Name, 1, 0), $"The file cannot be opened: {error.Message}", "Get it again from its publisher.", "");
        }

        using (opened)
        {
            var csv = opened is null ? null : new CsvReader(opened.Stream, options.Encoding);
            foreach (var row in csv is null ? [unopened!] : Rows(release, version, file, csv, last))
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

    private static IEnumerable<ArchiveRow> Rows(Release release, int version, ArchiveFile file, CsvReader csv, RowPlace? last)
    {
        var (header, format) = Header(csv);
        if (format is null)
        {
            yield return new QuarantinedRow(
                new(release.Id, version, file.Name, 1, 0),
                "The first line is the header of no known table.",
                $"Known are {string.Join(", ", FormatNames)}; a first line with their column names is needed.",
                string.Join(',', header.Cells));
            yield break;
        }

        var map = format.Open(header, csv, release);
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

    private static (ArchiveHeader Header, IArchiveFormat? Format) Header(CsvReader csv)
    {
        var sound = csv.Next() && csv.Fault == CsvFault.None;
        var cells = new List<string>();
        for (var i = 0; sound && i < csv.Count; i++)
        {
            cells.Add(csv.Text(i));
        }

        csv.Width = cells.Count;
        var header = new ArchiveHeader(cells);
        return (header, Formats.FirstOrDefault(f => cells.Count > 0 && f.Recognises(header)));
    }
}
