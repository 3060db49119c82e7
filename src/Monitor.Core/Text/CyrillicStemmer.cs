namespace Monitor.Core.Text;

/// <summary>Light stemming of words in Cyrillic letters: the case endings of nouns and adjectives, the longest first (after Savoy's light stemmer for Russian).</summary>
internal static class CyrillicStemmer
{
    private static readonly string[] Endings =
    [
        "иями", "ями", "ами", "ыми", "ими", "ого", "его", "ому", "ему", "иях", "ией", "иев", "ием", "ых", "их", "ую", "юю", "ая", "яя", "ое", "ее", "ые",
        "ие", "ый", "ий", "ой", "ей", "ов", "ев", "ів", "їв", "ам", "ям", "ах", "ях", "ом", "ем", "ою", "ею", "ії", "ія", "ію", "ия", "ии", "ию", "ье",
        "а", "я", "о", "е", "ы", "и", "у", "ю", "ь", "й", "і", "ї",
    ];

    /// <summary>The new length; a stem keeps at least four letters.</summary>
    public static int Stem(ReadOnlySpan<char> word)
    {
        foreach (var ending in Endings)
        {
            if (word.Length - ending.Length >= 4 && word.EndsWith(ending))
            {
                return word.Length - ending.Length;
            }
        }

        return word.Length;
    }
}
