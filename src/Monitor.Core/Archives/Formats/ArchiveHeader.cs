namespace Monitor.Core.Archives.Formats;

/// <summary>The first line of a table.</summary>
internal sealed class ArchiveHeader
{
    private readonly Dictionary<string, int> columns = new(StringComparer.OrdinalIgnoreCase);

    public ArchiveHeader(IReadOnlyList<string> cells)
    {
        Cells = cells.Select(c => c.Trim()).ToList();
        for (var i = 0; i < Cells.Count; i++)
        {
            columns.TryAdd(Cells[i], i); // of two columns with one name the first counts, the other is reported as unknown
        }
    }

    /// <summary>Names as written, without blanks around them.</summary>
    public IReadOnlyList<string> Cells { get; }

    /// <summary>Place of a column, compared without case; -1 when the file lacks it.</summary>
    public int Column(string name) => columns.GetValueOrDefault(name, -1);

    /// <summary>True when it has all of them.</summary>
    public bool Has(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (!columns.ContainsKey(name))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What this header tells about a file of a format.</summary>
    public ArchiveDetection Against(IArchiveFormat format) => new(
        format.Name,
        Cells.Count,
        format.HasHeader ? format.Columns.Where(c => !columns.ContainsKey(c)).ToList() : [],
        format.HasHeader
            ? Cells.Where((c, i) => columns[c] != i || !format.Columns.Contains(c, StringComparer.OrdinalIgnoreCase)).ToList()
            : []);
}
