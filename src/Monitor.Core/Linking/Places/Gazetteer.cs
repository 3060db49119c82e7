using System.Reflection;
using Monitor.Core.Linking.Groups;

namespace Monitor.Core.Linking.Places;

/// <summary>A country that a text speaks of, with the words that name it.</summary>
internal readonly record struct CountryMention(string Country, string Text);

/// <summary>Reads countries out of texts by a list of names, peoples and cities that the assembly carries.</summary>
internal static class Gazetteer
{
    private static readonly Lazy<Dictionary<string, List<(string Country, IReadOnlyList<string> Words)>>> Names = new(Read);

    /// <summary>The countries a text names, in the order of their first mention, each once.</summary>
    public static IReadOnlyList<CountryMention> Countries(string text)
    {
        var words = WordScanner.Scan(text);
        var found = new List<CountryMention>();
        for (var i = 0; i < words.Count; i++)
        {
            var best = words[i].Forms
                .SelectMany(f => Names.Value.TryGetValue(f, out var list) ? list : [])
                .Where(n => i + n.Words.Count <= words.Count && Enumerable.Range(1, n.Words.Count - 1).All(k => words[i + k].Folded == n.Words[k]))
                .OrderByDescending(n => n.Words.Count)
                .FirstOrDefault();
            if (best.Country is not null && !found.Exists(f => f.Country == best.Country))
            {
                found.Add(new(best.Country, text[words[i].Start..words[i + best.Words.Count - 1].End]));
            }
        }

        return found;
    }

    private static Dictionary<string, List<(string Country, IReadOnlyList<string> Words)>> Read()
    {
        var names = new Dictionary<string, List<(string, IReadOnlyList<string>)>>(StringComparer.Ordinal);
        var assembly = Assembly.GetExecutingAssembly();
        var resource = assembly.GetManifestResourceNames().Single(n => n.EndsWith("Linking.Places.countries.tsv", StringComparison.Ordinal));
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        while (reader.ReadLine() is { } line)
        {
            var columns = line.Split('\t', StringSplitOptions.RemoveEmptyEntries);
            foreach (var expression in columns.Length > 1 && line[0] != '#' ? columns[1..] : [])
            {
                List<string> words = [.. WordScanner.Scan(expression).Select(w => w.Folded)];
                (names.TryGetValue(words[0], out var list) ? list : names[words[0]] = []).Add((columns[0], words));
            }
        }

        return names;
    }
}
