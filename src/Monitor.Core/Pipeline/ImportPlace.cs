using Monitor.Core.Archives;

namespace Monitor.Core.Pipeline;

/// <summary>Where the last stored row of a file stands, beside the counts of its progress in the ledger.</summary>
internal static class ImportPlace
{
    private const string Line = "last-line";
    private const string Offset = "last-offset";

    /// <summary>The place, or null when none was kept.</summary>
    public static RowPlace? From(IReadOnlyDictionary<string, long> counts) => counts.TryGetValue(Line, out var line) ? new(line, counts.GetValueOrDefault(Offset, -1)) : null;

    /// <summary>Adds the place.</summary>
    public static Dictionary<string, long> With(Dictionary<string, long> counts, RowPlace place)
    {
        (counts[Line], counts[Offset]) = (place.Line, place.Offset);
        return counts;
    }
}
