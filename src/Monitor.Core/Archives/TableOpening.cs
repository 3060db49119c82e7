using System.Text;
using Monitor.Core.Archives.Csv;
using Monitor.Core.Archives.Formats;
using Monitor.Core.Text;

namespace Monitor.Core.Archives;

/// <summary>A table opened and its first line read.</summary>
/// <param name="File">The open file.</param>
/// <param name="Csv">Its rows; the first one is read.</param>
/// <param name="Header">The first line.</param>
/// <param name="Format">What it is a table of; null when that is not known.</param>
/// <param name="Delimiter">What stands between two fields.</param>
internal sealed record TableOpening(OpenedFile File, CsvReader Csv, ArchiveHeader Header, IArchiveFormat? Format, char Delimiter) : IDisposable
{
    /// <summary>Delimiters that are tried in turn; a header must be recognised by its names, so that none can be taken for another.</summary>
    private static readonly char[] Delimiters = [',', ';', '\t'];

    /// <summary>Opens a file by the first way in which its header is that of a known table, mappings first; as comma-separated when there is none.</summary>
    /// <exception cref="IOException">It cannot be opened; so for <see cref="InvalidDataException"/> and <see cref="UnauthorizedAccessException"/>.</exception>
    public static TableOpening Of(ArchiveFile file, ArchiveReaderOptions options, IReadOnlyList<IArchiveFormat> formats)
    {
        var encoding = file.Encoding is { } name ? CharsetNames.Find(name) : options.Encoding;
        foreach (var mapping in options.Mappings.Where(m => FileFinder.IsFor(m, file)))
        {
            var mapped = Open(file, mapping.Encoding is { } said ? CharsetNames.Find(said) : encoding, Values.Marks.Of(mapping.Delimiter), [new MappedTable(mapping)]);
            if (mapped.Format is not null)
            {
                return mapped;
            }

            mapped.Dispose();
        }

        TableOpening? first = null;
        foreach (var delimiter in Delimiters)
        {
            var opened = Open(file, encoding, delimiter, formats);
            if (opened.Format is not null)
            {
                first?.Dispose();
                return opened;
            }

            if (first is null)
            {
                first = opened;
            }
            else
            {
                opened.Dispose();
            }
        }

        return first!;
    }

    /// <inheritdoc/>
    public void Dispose() => File.Dispose();

    private static TableOpening Open(ArchiveFile file, Encoding? encoding, char delimiter, IReadOnlyList<IArchiveFormat> formats)
    {
        var opened = OpenedFile.Open(file);
        try
        {
            var csv = new CsvReader(opened.Stream, encoding, delimiter);
            var sound = csv.Next() && csv.Fault == CsvFault.None;
            var cells = new List<string>();
            for (var i = 0; sound && i < csv.Count; i++)
            {
                cells.Add(csv.Text(i));
            }

            csv.Width = cells.Count;
            var header = new ArchiveHeader(cells);
            return new(opened, csv, header, formats.FirstOrDefault(f => cells.Count > 0 && f.Recognises(header)), delimiter);
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }
}
