using Monitor.Core.Archives.Csv;
using Monitor.Core.Archives.Values;
using Monitor.Core.Definitions;
using Monitor.Core.Model;

namespace Monitor.Core.Archives.Formats;

/// <summary>Makes status events of the rows of a mapped table.</summary>
internal sealed class MappedEvent(EventColumns columns, MappedAccount account, MappedCells cells, CsvReader row, string mapping, Func<string?, int> place)
{
    private readonly int kind = place(columns.Kind);
    private readonly int time = place(columns.Time);
    private readonly int detail = place(columns.Detail);
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);

    private readonly Dictionary<string, StatusKind> words =
        columns.Words.DistinctBy(w => w.Word.Trim(), StringComparer.OrdinalIgnoreCase).ToDictionary(w => w.Word.Trim(), w => w.Means, StringComparer.OrdinalIgnoreCase);

    /// <summary>The event of the current row.</summary>
    public ArchiveRow Map(RowRef source)
    {
        if (account.Begin() is not { } identity)
        {
            return account.Nobody(source, row);
        }

        var word = cells.Known(kind).Trim();
        if (columns.Always is null && !words.ContainsKey(word))
        {
            return new QuarantinedRow(
                source, $"The word '{word}' in the column '{columns.Kind}' has no meaning.", $"Add it below 'words' in {mapping}{ReleaseFile.MappingEnding}; known are {string.Join(", ", words.Keys)}.", row.Raw);
        }

        var shown = account.Read(identity, source);
        var happened = cells.Date(time);
        var said = cells.Known(detail) is { Length: > 0 } text ? text : word;
        return new StatusRow(
            source, [new(identity.Id, columns.Always ?? words[word], happened, said, source)], seen.Add(identity.Id) ? shown with { Flags = cells.Plain.Flags } : null);
    }
}
