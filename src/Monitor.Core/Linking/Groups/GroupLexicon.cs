using System.Reflection;

namespace Monitor.Core.Linking.Groups;

/// <summary>The multilingual lexicon of groups and the traps around them, read from the files <c>Linking/Lexicon/*.tsv</c> that the assembly carries.</summary>
internal sealed class GroupLexicon
{
    private static readonly Lazy<GroupLexicon> Bundled = new(() => Read(Resources()));
    private readonly Dictionary<string, List<LexiconEntry>> entries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<LexiconEntry>> hashtags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Trap>> traps = new(StringComparer.Ordinal);
    private readonly HashSet<string> shared = new(StringComparer.Ordinal);
    private readonly HashSet<string> compoundHeads = new(StringComparer.Ordinal);

    private GroupLexicon()
    {
    }

    /// <summary>The lexicon of the assembly.</summary>
    public static GroupLexicon Default => Bundled.Value;

    /// <summary>Every expression, in the order of the files.</summary>
    public IReadOnlyList<LexiconEntry> All { get; private set; } = [];

    /// <summary>Every trap.</summary>
    public IReadOnlyList<Trap> Traps { get; private set; } = [];

    /// <summary>Languages with expressions, sorted.</summary>
    public IReadOnlyList<string> Languages { get; private set; } = [];

    /// <summary>Expressions that begin with this word.</summary>
    public IReadOnlyList<LexiconEntry> Beginning(string word) => entries.TryGetValue(word, out var found) ? found : [];

    /// <summary>Expressions that are this whole hashtag.</summary>
    public IReadOnlyList<LexiconEntry> Hashtag(string hashtag) => hashtags.TryGetValue(hashtag, out var found) ? found : [];

    /// <summary>Traps that begin with this word.</summary>
    public IReadOnlyList<Trap> TrapsBeginning(string word) => traps.TryGetValue(word, out var found) ? found : [];

    /// <summary>The last part of a German compound ("Sportjournalist") that is an expression itself; null when there is none.</summary>
    public string? CompoundHead(string word)
    {
        for (var cut = 3; cut <= word.Length - 6; cut++)
        {
            if (compoundHeads.Contains(word[cut..]))
            {
                return word[cut..];
            }
        }

        return null;
    }

    /// <summary>True for an expression in words that no other language of the lexicon uses: a text that holds it is in its language.</summary>
    public bool IsOfOneLanguage(LexiconEntry entry) => entry.Words[0][0] != '#' && !shared.Contains(string.Join(' ', entry.Words));

    /// <summary>Reads lexicon lines (group, language, expression, mark) and trap lines (<c>trap</c>, language, kind, place, reach, groups, expression).</summary>
    /// <exception cref="InvalidDataException">A line has the wrong number of columns or an unknown word; the message names it.</exception>
    public static GroupLexicon Read(IEnumerable<(string File, string Line)> lines)
    {
        var lexicon = new GroupLexicon();
        var all = new List<LexiconEntry>();
        var allTraps = new List<Trap>();
        foreach (var (file, line) in lines)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var columns = line.Split('\t');
            if (columns[0] == "trap")
            {
                allTraps.Add(ReadTrap(file, line, columns));
            }
            else if (columns.Length is 3 or 4)
            {
                all.AddRange(Inflections.Of(ReadEntry(file, line, columns)));
            }
            else
            {
                throw new InvalidDataException($"{file}: '{line}' needs group, language, expression and perhaps a mark");
            }
        }

        lexicon.Index(all, allTraps);
        return lexicon;
    }

    private static LexiconEntry ReadEntry(string file, string line, string[] columns)
    {
        var marks = EntryMarks.None;
        foreach (var mark in columns.Length == 4 ? columns[3].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [])
        {
            marks |= mark switch
            {
                "own" => EntryMarks.OwnLanguage,
                "claim" => EntryMarks.ClaimOnly,
                "head" => EntryMarks.Heads,
                "name" => EntryMarks.NameOnly,
                _ => throw new InvalidDataException($"{file}: '{line}' has the unknown mark '{mark}'; own, claim, head and name are known"),
            };
        }

        return new(columns[0], columns[1], columns[2], WordsOf(file, line, columns[2]), marks);
    }

    private static Trap ReadTrap(string file, string line, string[] columns) =>
        columns.Length == 7 && Enum.TryParse<TrapKind>(columns[2], true, out var kind) && Enum.TryParse<TrapPlace>(columns[3], true, out var place) && int.TryParse(columns[4], out var reach)
            ? new(columns[1], kind, place, reach, columns[5].Split(' ', StringSplitOptions.RemoveEmptyEntries), columns[6], WordsOf(file, line, columns[6]))
            : throw new InvalidDataException($"{file}: '{line}' needs trap, language, kind, place, reach, groups and expression");

    private static List<string> WordsOf(string file, string line, string expression)
    {
        var words = expression[0] == '#' ? ["#" + WordFolding.Fold(expression[1..])] : WordScanner.Scan(expression).Select(w => w.Folded).ToList();
        return words.Count > 0 ? words : throw new InvalidDataException($"{file}: '{line}' has an expression without words");
    }

    private void Index(List<LexiconEntry> all, List<Trap> allTraps)
    {
        All = all;
        Traps = allTraps;
        Languages = [.. all.Select(e => e.Language).Distinct().Order(StringComparer.Ordinal)];
        foreach (var entry in all)
        {
            var index = entry.Words[0][0] == '#' ? hashtags : entries;
            (index.TryGetValue(entry.Words[0], out var list) ? list : index[entry.Words[0]] = []).Add(entry);
            if (entry is { Language: "de", Words: [{ Length: >= 6 } head] })
            {
                compoundHeads.Add(head);
            }
        }

        shared.UnionWith(all.GroupBy(e => string.Join(' ', e.Words)).Where(g => g.DistinctBy(e => e.Language).Skip(1).Any()).Select(g => g.Key));
        foreach (var trap in allTraps)
        {
            (traps.TryGetValue(trap.Words[0], out var list) ? list : traps[trap.Words[0]] = []).Add(trap);
        }
    }

    /// <summary>SHA-256 over the bundled files, in hex.</summary>
    public static string Fingerprint()
    {
        using var hash = System.Security.Cryptography.IncrementalHash.CreateHash(System.Security.Cryptography.HashAlgorithmName.SHA256);
        foreach (var (file, line) in Resources())
        {
            hash.AppendData(System.Text.Encoding.UTF8.GetBytes($"{file}\t{line}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static IEnumerable<(string File, string Line)> Resources()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.Contains(".Linking.Lexicon.", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            while (reader.ReadLine() is { } line)
            {
                yield return (name, line);
            }
        }
    }
}
