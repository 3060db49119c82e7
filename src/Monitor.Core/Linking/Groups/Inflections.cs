namespace Monitor.Core.Linking.Groups;

/// <summary>
/// Plurals of the lexicon's expressions, by the regular rules of each language. They count in claims ("TV presenters") but not in bios, where a plural speaks
/// of others; irregular plurals stand in the files with the mark <c>claim</c>.
/// </summary>
internal static class Inflections
{
    /// <summary>The entry itself, then its plurals.</summary>
    public static IEnumerable<LexiconEntry> Of(LexiconEntry entry)
    {
        yield return entry;
        if (entry.Words[0][0] == '#')
        {
            yield break;
        }

        foreach (var plural in Plurals(entry.Language, entry.Words))
        {
            yield return entry with { Words = plural, Marks = (entry.Marks & EntryMarks.OwnLanguage) | EntryMarks.ClaimOnly };
        }
    }

    private static IEnumerable<IReadOnlyList<string>> Plurals(string language, IReadOnlyList<string> words)
    {
        var last = words[^1];
        var first = words[0];
        return language switch
        {
            "en" => [Replace(words, words.Count - 1, English(last))],
            "es" or "pt" or "ca" or "fr" => [Replace(words, 0, Romance(language, first)), [.. words.Select(w => Agrees(w) ? Romance(language, w) : w)]],
            "de" => Each(words, words.Count - 1, last, ["n", "en", "e", "nen"]),
            "fa" => Each(words, 0, first, Persian(first)),
            "ar" => Each(words, 0, first, ["ین", "ون", "ات"]),
            "ru" => Russian(words, last),
            "tr" => Each(words, words.Count - 1, last, ["lar", "ler"]),
            "he" => Each(words, 0, first.TrimEnd('ה', 'ת'), ["ים", "ות"]),
            _ => [],
        };
    }

    private static bool Agrees(string word) => word.Length > 3 && word is not ("para" or "sobre" or "dans" or "pour" or "como" or "les" or "los");

    private static string[] Persian(string word) => word[^1] switch
    {
        'ی' => ["ان", "ها"],
        'و' => ["یان", "ها"],
        'ه' => ["ها"],
        _ => ["ان", "ها", "های"],
    };

    private static IEnumerable<IReadOnlyList<string>> Russian(IReadOnlyList<string> words, string last)
    {
        var stem = last.TrimEnd('а', 'и', 'ь');
        string[] endings = last.EndsWith("ии", StringComparison.Ordinal) ? ["ие", "их"] : ["ы", "и", "ов", "ам", "ами", "ей"];
        return Each(words, words.Count - 1, last.EndsWith("ии", StringComparison.Ordinal) ? last[..^2] : stem, endings);
    }

    private static string English(string word) => word switch
    {
        _ when word.EndsWith("man", StringComparison.Ordinal) => word[..^2] + "en",
        _ when word.EndsWith('y') && word.Length > 2 && !"aeiou".Contains(word[^2], StringComparison.Ordinal) => word[..^1] + "ies",
        _ when word.EndsWith('s') || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith('x') => word + "es",
        _ => word + "s",
    };

    private static string Romance(string language, string word) => word[^1] switch
    {
        's' or 'x' => word,
        'a' when language == "ca" => word[..^1] + "es",
        'z' when language is "es" or "pt" => word[..^1] + "ces",
        'a' or 'e' or 'i' or 'o' or 'u' => word + "s",
        _ when language == "fr" => word + "s",
        _ when language == "ca" => word + "s",
        _ => word + "es",
    };

    private static IEnumerable<IReadOnlyList<string>> Each(IReadOnlyList<string> words, int at, string stem, IEnumerable<string> endings) =>
        endings.Select(e => Replace(words, at, stem + e));

    private static string[] Replace(IReadOnlyList<string> words, int at, string word)
    {
        var copy = words.ToArray();
        copy[at] = word;
        return copy;
    }
}
