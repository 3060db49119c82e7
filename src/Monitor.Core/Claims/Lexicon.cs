using System.Collections.Concurrent;
using System.Globalization;

namespace Monitor.Core.Claims;

/// <summary>
/// Words of one language that carry reported speech, numbers, dates and parts, read from an embedded file of Lexicons/. Entries may have several words;
/// they are matched on folded words. A section is a set of entries, an entry may carry a value.
/// </summary>
internal sealed class Lexicon
{
    /// <summary>Languages with a file.</summary>
    public static readonly IReadOnlyList<string> Languages = ["en", "fa", "ar", "es", "fr", "de", "ru", "pt"];

    private static readonly ConcurrentDictionary<string, Lexicon> Loaded = new();

    /// <summary>Countries, their people and capitals in all covered languages.</summary>
    public static Lexicon Places => Loaded.GetOrAdd("places", Load);

    private readonly Dictionary<string, Dictionary<string, List<Entry>>> sections = [];

    private readonly record struct Entry(string[] Words, string Value);

    private Lexicon(string language) => Language = language;

    /// <summary>A section's match: how many words it covers and the entry's value.</summary>
    /// <param name="Length">Words covered, 0 for no match.</param>
    /// <param name="Value">Value of the entry, its own words when it has none.</param>
    internal readonly record struct Hit(int Length, string Value);

    /// <summary>ISO 639-1 code.</summary>
    public string Language { get; }

    /// <summary>True when verbs often come before their subject and a subject may be left out.</summary>
    public bool VerbFirst => Language is "es" or "ar" or "fr" or "de" or "ru" or "pt";

    /// <summary>True when the verb stands last and the subject first, with the object between them.</summary>
    public bool VerbLast => Language == "fa";

    /// <summary>True for scripts with capitals, by which names are told.</summary>
    public bool HasCapitals => Language is not ("fa" or "ar");

    /// <summary>True when a clause may follow its verb of saying without a complementiser ("he said it was").</summary>
    public bool BareClauses => Language is "en" or "de" or "fa";

    /// <summary>True when a verb needs no subject of its own ("añadió que …", "و گفت …"): it goes on with the speaker before.</summary>
    public bool DropsSubject => Language is "es" or "pt" or "ar" or "fa";

    /// <summary>The lexicon of a language; English for one without a file.</summary>
    public static Lexicon Of(string? language)
    {
        var dash = language?.IndexOfAny(['-', '_']) ?? -1;
        var primary = (dash > 0 ? language![..dash] : language ?? "en").ToLower(CultureInfo.InvariantCulture);
        return Loaded.GetOrAdd(Languages.Contains(primary) ? primary : "en", Load);
    }

    /// <summary>The longest entry of a section at a place.</summary>
    public Hit Match(string section, IReadOnlyList<Word> words, int at)
    {
        if (!sections.TryGetValue(section, out var entries) || words[at].Kind is WordKind.Quote)
        {
            return default;
        }

        var best = Longest(entries, words, at, words[at].Key);
        if (best.Length == 0 && Language == "ar" && words[at].Key.Length > 2 && words[at].Key[0] is 'و' or 'ف')
        {
            best = Longest(entries, words, at, words[at].Key[1..]);
        }

        return best;
    }

    /// <summary>True when the single word at a place is in a section.</summary>
    public bool Has(string section, Word word) => sections.TryGetValue(section, out var entries) && entries.TryGetValue(word.Key, out var list) && list.Exists(e => e.Words.Length == 1);

    /// <summary>The value of a single word in a section; null when it is not there.</summary>
    public string? Value(string section, string key)
    {
        if (sections.TryGetValue(section, out var entries) && entries.TryGetValue(key, out var list))
        {
            foreach (var entry in list)
            {
                if (entry.Words.Length == 1)
                {
                    return entry.Value;
                }
            }
        }

        return null;
    }

    /// <summary>True when a word ends with one of a section's entries, as German compounds do ("Polizeiangaben").</summary>
    public bool EndsIn(string section, string key) => sections.TryGetValue(section, out var entries) && entries.Keys.Any(e => key.EndsWith(e, StringComparison.Ordinal));

    private static Hit Longest(Dictionary<string, List<Entry>> entries, IReadOnlyList<Word> words, int at, string first)
    {
        var best = default(Hit);
        if (!entries.TryGetValue(first, out var list))
        {
            return best;
        }

        foreach (var entry in list)
        {
            var k = 1;
            while (k < entry.Words.Length && at + k < words.Count && words[at + k].Key == entry.Words[k])
            {
                k++;
            }

            if (k == entry.Words.Length && k > best.Length)
            {
                best = new(k, entry.Value);
            }
        }

        return best;
    }

    private static Lexicon Load(string language)
    {
        using var stream = typeof(Lexicon).Assembly.GetManifestResourceStream($"Monitor.Core.Claims.Lexicons.{language}.txt")
            ?? throw new InvalidOperationException($"The lexicon '{language}' is missing from the assembly.");
        using var reader = new StreamReader(stream);
        var lexicon = new Lexicon(language);
        while (reader.ReadLine() is { } line)
        {
            if (!line.StartsWith('#') && line.IndexOf(':') is > 0 and var colon)
            {
                lexicon.Read(line[..colon].Trim(), line[(colon + 1)..]);
            }
        }

        return lexicon;
    }

    private void Read(string section, string line)
    {
        if (!sections.TryGetValue(section, out var entries))
        {
            sections[section] = entries = [];
        }

        // Both commas, so that right-to-left files read naturally.
        foreach (var item in line.Split([',', '،'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = item.IndexOf('=');
            var form = equals > 0 ? item[..equals] : item;

            // An elided "qu'" or "plus d'" is a word only before another one.
            var elided = form.EndsWith('\'');
            var read = Word.Read(elided ? form + "a" : form, 0, elided ? form.Length + 1 : form.Length);
            var words = read.Take(elided ? read.Count - 1 : read.Count).Select(w => w.Key).ToArray();
            if (words.Length == 0)
            {
                continue;
            }

            if (!entries.TryGetValue(words[0], out var list))
            {
                entries[words[0]] = list = [];
            }

            list.Add(new(words, equals > 0 ? item[(equals + 1)..] : form));
        }
    }
}
