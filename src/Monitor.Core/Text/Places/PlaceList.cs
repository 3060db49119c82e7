using System.Reflection;

namespace Monitor.Core.Text.Places;

/// <summary>The list of places that the assembly carries (<c>zones.tsv</c>), by name. A name is the folded words of it, parted by blanks.</summary>
internal sealed class PlaceList
{
    /// <summary>Latin names of so few letters are also words and initials ("in", "or", "us"): they count only as a segment of their own, in capitals or alone.</summary>
    private const int ShortName = 3;

    private static readonly Lazy<PlaceList> Read = new(() => new());
    private readonly Dictionary<string, List<PlaceEntry>> names = new(StringComparer.Ordinal);

    private PlaceList()
    {
        var assembly = Assembly.GetExecutingAssembly();
        using var reader = new StreamReader(assembly.GetManifestResourceStream("Monitor.Core.Text.Places.zones.tsv")!);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                Add(line.Split('\t'));
            }
        }
    }

    /// <summary>The one list.</summary>
    public static PlaceList Current => Read.Value;

    /// <summary>Words of the longest name.</summary>
    public int LongestWords { get; private set; }

    /// <summary>Letters of the longest name of a script without blanks.</summary>
    public const int LongestUnspaced = 20;

    /// <summary>Every place of the list, for the test that knows all zones.</summary>
    public IEnumerable<PlaceEntry> Entries => names.Values.SelectMany(e => e);

    /// <summary>Places of that name; empty when there is none.</summary>
    public IReadOnlyList<PlaceEntry> Named(string foldedWords) => names.TryGetValue(foldedWords, out var found) ? found : [];

    /// <summary>True for a name that is too short to be looked for among other words.</summary>
    public static bool IsShort(string foldedWords) => foldedWords.Length <= ShortName && foldedWords.All(char.IsAscii);

    private void Add(string[] columns)
    {
        var entry = new PlaceEntry(Enum.Parse<PlaceKind>(columns[0], ignoreCase: true), columns[1], columns[2] == "-" ? null : columns[2]);
        foreach (var name in columns[3].Split('|'))
        {
            var words = PlaceWords.Of(name);
            LongestWords = Math.Max(LongestWords, words.Count);
            var key = string.Join(' ', words.Select(w => w.Folded));
            var list = names.TryGetValue(key, out var known) ? known : names[key] = [];
            if (!list.Contains(entry))
            {
                list.Add(entry);
            }
        }
    }
}
