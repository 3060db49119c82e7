using System.Buffers;

namespace Monitor.Core.Linking.Groups;

/// <summary>
/// Whether a short text reads as a language, by its commonest function words and by letters that only that language writes. Bios are too short for
/// statistics over letters; a word such as <c>haber</c> (Turkish news, Spanish have) is only believed where the words beside it agree.
/// </summary>
internal static class FieldLanguage
{
    private static readonly SearchValues<char> Urdu = SearchValues.Create("ٹڈڑںےہھ");
    private static readonly SearchValues<char> Pashto = SearchValues.Create("ښځڅېۍټډړ");
    private static readonly SearchValues<char> Persian = SearchValues.Create("پچژگی");
    private static readonly Dictionary<string, HashSet<string>> FunctionWords = new(StringComparer.Ordinal)
    {
        ["en"] = Set("the of and for in to a is at with my i on from by you not your are who all be this we our it as am an me"),
        ["es"] = Set("de la el en y los las un una por con del para mi soy que no al lo su es se más vida me como"),
        ["ca"] = Set("de la el i els les amb per una un del dels a al és no que som soc sóc meva amb pel més"),
        ["fr"] = Set("de la le et les des un une du en pour je mon ma dans sur est à au aux qui pas avec l d"),
        ["de"] = Set("der die das und in von für mit ich ist im auf den ein eine aus zu nicht bei am"),
        ["pt"] = Set("de e o a do da em para com um uma os no na que por meu minha sou não"),
        ["tr"] = Set("ve bir için ile bu da de en çok türkiye ben değil her ne gibi olan"),
        ["id"] = Set("dan di yang untuk dengan dari saya ini itu adalah tidak ke aku anak bukan orang"),
    };

    /// <summary>True when the field's words or letters speak for the language more than for any other.</summary>
    public static bool Reads(string text, IReadOnlyList<Word> words, string language)
    {
        if (language is "ur" or "fa" or "ar" or "ps")
        {
            return ArabicScript(text) == language;
        }

        if (!FunctionWords.ContainsKey(language))
        {
            return true;
        }

        var scores = FunctionWords.ToDictionary(l => l.Key, l => words.Count(w => l.Value.Contains(w.Folded)));
        return scores[language] > 0 && scores[language] == scores.Values.Max();
    }

    /// <summary>How many of the language's commonest words the text has: of two languages that share a word ("journalist"), the one spoken here is told.</summary>
    public static int Heard(IReadOnlyList<Word> words, string language) => FunctionWords.TryGetValue(language, out var common) ? words.Count(w => common.Contains(w.Folded)) : 0;

    private static string ArabicScript(string text) => true switch
    {
        _ when text.AsSpan().IndexOfAny(Urdu) >= 0 => "ur",
        _ when text.AsSpan().IndexOfAny(Pashto) >= 0 => "ps",
        _ when text.AsSpan().IndexOfAny(Persian) >= 0 => "fa",
        _ => "ar",
    };

    private static HashSet<string> Set(string words) => [.. words.Split(' ').Select(WordFolding.Fold)];
}
