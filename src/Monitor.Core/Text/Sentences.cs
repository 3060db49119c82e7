using System.Collections.Frozen;
using System.Globalization;

namespace Monitor.Core.Text;

/// <summary>
/// Splits text into sentences by rules that hold in the scripts of the covered languages: a line feed always ends one; a mark of the class "STerm" of
/// Unicode Standard Annex 29 ends one unless it belongs to an abbreviation, an initial, a number, or the text goes on in lower case. Closing quotation
/// marks and brackets stay with the sentence that they close. Linear in the length of the text.
/// </summary>
public static class Sentences
{
    private const string Terminators = ".!?…؟۔。！？।‽";
    private const string Closers = "\"'”’»›“‘«)]}";

    /// <summary>Marks that may open a sentence before its first letter.</summary>
    private const string Openers = "\"'“‘«‹„‚»([{¿¡—–-";

    private static readonly Lazy<FrozenDictionary<string, FrozenSet<string>>> Abbreviations = new(Load);

    /// <summary>The sentences of a text in order, without the blanks around them; nothing but blanks gives none.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="language">BCP 47 language, for its abbreviations; null or an unknown one uses those of all languages.</param>
    public static IReadOnlyList<TextSpan> Split(string text, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var all = Abbreviations.Value;
        var known = language is not null && all.TryGetValue(Primary(language), out var own) ? own : all[""];
        var starters = all["starter"];
        var ordinals = language is not null && Primary(language) == "de";
        var found = new List<TextSpan>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '\n' or '\r')
            {
                Add(text, start, i, found);
                start = i + 1;
            }
            else if (Terminators.Contains(text[i]))
            {
                var end = i + 1;
                while (end < text.Length && Terminators.Contains(text[end]))
                {
                    end++;
                }

                var single = end == i + 1 && text[i] == '.';
                while (end < text.Length && Closers.Contains(text[end]))
                {
                    end++;
                }

                if (Ends(text, start, i, end, single, known, starters, ordinals))
                {
                    Add(text, start, end, found);
                    start = end;
                }

                i = end - 1;
            }
        }

        Add(text, start, text.Length, found);
        return found;
    }

    private static bool Ends(string text, int start, int mark, int end, bool period, FrozenSet<string> known, FrozenSet<string> starters, bool ordinals)
    {
        if (end >= text.Length)
        {
            return true;
        }

        if (!char.IsWhiteSpace(text[end]))
        {
            return text[mark] is '。' or '！' or '？';
        }

        var next = end;
        while (next < text.Length && (text[next] is ' ' or '\u00A0' or '\t' || Openers.Contains(text[next])))
        {
            next++;
        }

        if (next < text.Length && char.IsLower(text[next]))
        {
            return false;
        }

        return !period || !IsAbbreviation(text, start, mark, next, known, starters, ordinals);
    }

    private static bool IsAbbreviation(string text, int start, int mark, int next, FrozenSet<string> known, FrozenSet<string> starters, bool ordinals)
    {
        // No abbreviation is longer; the bound keeps the scan linear.
        var from = mark;
        while (from > start && mark - from < 16 && (char.IsLetterOrDigit(text[from - 1]) || text[from - 1] is '.' or '\u200c'))
        {
            from--;
        }

        var word = text[from..mark].ToLowerInvariant();
        if (word.Length == 0)
        {
            return false;
        }

        if (char.IsDigit(word[0]))
        {
            // A number of a list, or a German ordinal: "am 3. Mai".
            return word.Length <= 2 && (from == start || ordinals);
        }

        if (word.Contains('.'))
        {
            return !starters.Contains(NextWord(text, next));
        }

        // An initial, or a part of "z. B."; the English pronoun ends sentences.
        if (word.Length == 1 && word[0] != 'i')
        {
            return true;
        }

        return known.Contains(word);
    }

    private static string NextWord(string text, int from)
    {
        var to = from;
        while (to < text.Length && to - from < 16 && char.IsLetter(text[to]))
        {
            to++;
        }

        return text[from..to].ToLowerInvariant();
    }

    private static void Add(string text, int start, int end, List<TextSpan> found)
    {
        while (start < end && IsBlank(text[start]))
        {
            start++;
        }

        while (end > start && IsBlank(text[end - 1]))
        {
            end--;
        }

        if (end > start)
        {
            found.Add(new TextSpan(start, end));
        }
    }

    private static bool IsBlank(char c) =>
        char.IsWhiteSpace(c) || char.IsControl(c) || c is '\u200e' or '\u200f' or '\ufeff' or '\u202a' or '\u202b' or '\u202c';

    private static string Primary(string language)
    {
        var dash = language.IndexOfAny(['-', '_']);
        return (dash < 0 ? language : language[..dash]).ToLower(CultureInfo.InvariantCulture);
    }

    private static FrozenDictionary<string, FrozenSet<string>> Load()
    {
        using var stream = typeof(Sentences).Assembly.GetManifestResourceStream("Monitor.Core.Text.Abbreviations.txt")
            ?? throw new InvalidOperationException("The abbreviations are missing from the assembly.");
        using var reader = new StreamReader(stream);
        var sets = new Dictionary<string, HashSet<string>> { [""] = [] };
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith('#') || line.IndexOf(':') is not (> 0 and var colon))
            {
                continue;
            }

            var key = line[..colon].Trim();
            var words = line[(colon + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            sets.TryAdd(key, []);
            sets[key].UnionWith(words);
            if (key != "starter")
            {
                sets[""].UnionWith(words);
            }
        }

        return sets.ToFrozenDictionary(s => s.Key, s => s.Value.ToFrozenSet());
    }
}
