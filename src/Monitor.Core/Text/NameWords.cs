namespace Monitor.Core.Text;

/// <summary>One word of a name.</summary>
/// <param name="Text">As written.</param>
/// <param name="Latin">Romanised.</param>
/// <param name="Spelled">In one spelling, see <see cref="NameDistance"/>.</param>
/// <param name="Open">True when its script leaves vowels out.</param>
internal readonly record struct NameWord(string Text, string Latin, string Spelled, bool Open)
{
    /// <summary>True for a single letter, as in "J. Zarif".</summary>
    public bool Initial => Latin.Length == 1;
}

/// <summary>Cuts a name into its words, without titles and without the common nouns of outlets ("news agency", خبرگزاری).</summary>
internal static class NameWords
{
    private static readonly HashSet<string> Left = new(
        [
            "mr", "mrs", "ms", "dr", "doctor", "prof", "professor", "sir", "seyyed", "sayyed", "seyed", "sayed", "sayyid", "seyyedeh", "seyedeh", "ayatollah", "grand", "hojatoleslam", "haj", "hajj", "haji",
            "sheikh", "shaikh", "shk", "imam", "mullah", "president", "minister", "general", "supreme", "leader", "bin", "ibn", "al", "el", "news", "agency", "newspaper", "official", "the", "von", "van", "don", "doña",
            "سید", "سیده", "دکتر", "مهندس", "حاج", "حجت", "الاسلام", "آیت", "الله", "آیتالله", "آیتاللّٰه", "جناب", "آقای", "خانم", "شیخ", "الشيخ", "امام", "سردار", "خبرگزاری", "روزنامه", "بن", "ال", "آل", "د", "г-н", "господин",
            "صحيفة", "وكالة", "أنباء",
        ],
        StringComparer.Ordinal);

    public static IReadOnlyList<NameWord> Of(string name, bool titles = false)
    {
        var words = new List<NameWord>();
        foreach (var written in Pieces(name))
        {
            var plain = written.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
            if ((titles || !Left.Contains(plain)) && Make(plain) is { Spelled.Length: > 0 } word)
            {
                words.Add(word);
            }
        }

        return words;
    }

    public static NameWord Make(string text)
    {
        var latin = Transliterator.ToLatin(text);
        return new(text, new([.. latin.Where(char.IsLetterOrDigit)]), NameDistance.Spell(latin), Transliterator.LeavesVowelsOut(text));
    }

    /// <summary>Several words written as one.</summary>
    public static NameWord Join(IEnumerable<NameWord> words)
    {
        var parts = words.ToList();
        var spelled = string.Concat(parts.Select(w => w.Open && w.Spelled.Length > 3 ? w.Spelled.TrimEnd('h') : w.Spelled));
        return new(string.Join(' ', parts.Select(w => w.Text)), string.Concat(parts.Select(w => w.Latin)), NameDistance.Spell(spelled), parts.Exists(w => w.Open));
    }

    private static IEnumerable<string> Pieces(string name)
    {
        var start = -1;
        for (var i = 0; i <= name.Length; i++)
        {
            var inside = i < name.Length && (char.IsLetterOrDigit(name[i]) || (start >= 0 && IsInner(name, i)));
            if (inside && start < 0)
            {
                start = i;
            }
            else if (!inside && start >= 0)
            {
                yield return name[start..i];
                start = -1;
            }
        }
    }

    private static bool IsInner(string name, int at) =>
        (name[at] is '-' or '\'' or '’' && at + 1 < name.Length && char.IsLetter(name[at + 1]))
        || char.GetUnicodeCategory(name[at]) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.Format && name[at] is not '\u200c';
}
