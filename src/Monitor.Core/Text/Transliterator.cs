using System.Globalization;
using System.Text;

namespace Monitor.Core.Text;

/// <summary>
/// Writes Arabic, Persian, Urdu, Hebrew, Cyrillic and Greek letters in plain Latin ones, after the romanisation tables of the BGN/PCGN without their accents.
/// Arabic and Hebrew do not write short vowels and none is invented: ظریف becomes <c>zrif</c>. Use <see cref="Names"/> to compare such a form with Zarif.
/// </summary>
public static class Transliterator
{
    private static readonly Dictionary<char, string> Letters = Table(
        "а a|б b|в v|г g|ґ g|д d|е e|є ye|ж zh|з z|и i|і i|ї yi|к k|л l|м m|н n|о o|п p|р r|с s|т t|у u|ў u|ф f|х kh|ц ts|ч ch|ш sh|щ shch|ъ |ы y|ь |э e|ю yu|я ya|ј j|љ lj|њ nj|ћ c|ђ dj|џ dzh|қ q|ғ gh|ә a|ө o|ү u|ұ u|ң n|һ h",
        "ا a|آ a|أ a|إ e|ٱ a|ب b|پ p|ت t|ث s|ج j|چ ch|ح h|خ kh|د d|ذ z|ر r|ز z|ژ zh|س s|ش sh|ص s|ض z|ط t|ظ z|ع |غ gh|ف f|ق q|ک k|ك k|گ g|ل l|م m|ن n|ه h|ة h|ۀ h|ہ h|ھ h|ی i|ي i|ى a|ئ i|ؤ o|ء |ے e|ں n|ٹ t|ڈ d|ڑ r|ڤ v|ۆ o|ێ e|ە e|ړ r|ډ d|ټ t|ښ sh|ځ z|څ ts|ې e|ۍ i",
        "א a|ב b|ג g|ד d|ה h|ז z|ח h|ט t|י i|כ k|ך k|ל l|מ m|ם m|נ n|ן n|ס s|ע |פ p|ף f|צ ts|ץ ts|ק k|ר r|ש sh|ת t",
        "α a|β v|γ g|δ d|ε e|ζ z|η i|θ th|ι i|κ k|λ l|μ m|ν n|ξ x|ο o|π p|ρ r|σ s|ς s|τ t|υ y|φ f|χ ch|ψ ps|ω o",
        "ß ss|ı i|ø o|ł l|đ d|ð d|þ th|æ ae|œ oe|ə e|ħ h|ŋ n");

    /// <summary>
    /// The text in lower-case letters a to z, digits, blanks and the signs of the original, with an interpunct between letters that would read as one sound (mt·hri); half-spaces become blanks, vowel signs fall away. Letters of scripts
    /// without a table (Chinese, Thai …) stay as they are.
    /// </summary>
    public static string ToLatin(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var source = Composed(text);
        var result = new StringBuilder(source.Length + 8);
        for (var i = 0; i < source.Length; i++)
        {
            var c = source[i];
            if (c is 'و' or 'ו')
            {
                result.Append(IsConsonantWaw(source, i) ? 'v' : 'u');
            }
            else if (c is 'ی' or 'ي' or 'י' && StartsWord(source, i))
            {
                result.Append('y');
            }
            else if (c == 'ע' || (c == 'ع' && StartsWord(source, i)))
            {
                result.Append('a');
            }
            else if (Letters.TryGetValue(c, out var latin))
            {
                // BGN/PCGN: an interpunct keeps t and h of مطهری apart from the one sound th.
                result.Append(latin == "h" && result.Length > 0 && result[^1] is 't' or 's' or 'k' or 'g' or 'z' or 'd' or 'c' or 'p' && source[i] > 'ÿ' ? "·" : "").Append(latin);
            }
            else if (c is '\u200c' or '\u200b' or '\u00a0')
            {
                result.Append(' ');
            }
            else if (char.IsDigit(c))
            {
                result.Append((char)('0' + (int)CharUnicodeInfo.GetNumericValue(c)));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) && c != '\u0640')
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }

    /// <summary>True when the letters are of a script that leaves short vowels out.</summary>
    public static bool LeavesVowelsOut(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.AsSpan().IndexOfAnyInRange('\u0590', '\u06ff') >= 0 || text.AsSpan().IndexOfAnyInRange('\ufb1d', '\ufeff') >= 0;
    }

    /// <summary>Compatibility forms resolved, lower case, accents taken off Latin, Cyrillic ё and й kept as е and и.</summary>
    private static string Composed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Replace("й", "i", StringComparison.Ordinal)
                .Replace("آ", "ا", StringComparison.Ordinal).Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            return text.ToLowerInvariant(); // an unpaired surrogate: nothing to compose
        }
    }

    private static bool StartsWord(string text, int at) => at == 0 || !char.IsLetter(text[at - 1]);

    /// <summary>Waw is v at the beginning of a word and beside a written a; elsewhere it stands for the vowel.</summary>
    private static bool IsConsonantWaw(string text, int at) =>
        StartsWord(text, at) || text[at - 1] is 'ا' or 'ﺍ' || (at + 1 < text.Length && text[at + 1] is 'ا' or 'ی' or 'ي');

    private static Dictionary<char, string> Table(params ReadOnlySpan<string> rows)
    {
        var table = new Dictionary<char, string>();
        foreach (var row in rows)
        {
            foreach (var pair in row.Split('|'))
            {
                table[pair[0]] = pair[2..];
            }
        }

        return table;
    }
}
