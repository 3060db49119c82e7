using System.Globalization;
using System.Text;

namespace Monitor.Core.Text;

/// <summary>
/// Folds characters that readers take for the same: Unicode NFKC (UAX 15), case, accents of Latin, Greek and Hebrew, Arabic and Persian letter forms
/// (the Unicode chapter "Arabic" and Lucene's ArabicNormalizer and PersianNormalizer name the same pairs), Cyrillic ё, digits of all scripts.
/// </summary>
internal static class CharacterFolding
{
    /// <summary>Zero width non-joiner: parts Persian affixes from their word.</summary>
    public const char Joiner = '\u200C';

    /// <summary>Stands for what is no character (lone surrogates, noncharacters).</summary>
    private const string Unknown = "\uFFFD";

    private static readonly string?[] Cache = new string?[char.MaxValue + 1];

    /// <summary>The fold of a single character that no mark follows; cached, since the same few hundred make up most text.</summary>
    public static string OfSingle(char c) => Cache[c] ??= OfCluster(c.ToString());

    /// <summary>The fold of a base character with its marks.</summary>
    public static string OfCluster(string cluster)
    {
        string composed;
        try
        {
            composed = cluster.Normalize(NormalizationForm.FormKC);
        }
        catch (ArgumentException)
        {
            return Unknown;
        }

        var folded = new StringBuilder(composed.Length);
        foreach (var rune in composed.EnumerateRunes())
        {
            Append(folded, rune);
        }

        return folded.ToString();
    }

    /// <summary>True for what belongs to the character before it: marks, halfwidth voicing marks, conjoining Hangul.</summary>
    public static bool Continues(char c) =>
        c >= '\u0300' && (CharacterClasses.Of(c) == CharacterClass.Mark || c is '\uFF9E' or '\uFF9F' or (>= '\u1160' and <= '\u11FF'));

    private static void Append(StringBuilder folded, Rune rune)
    {
        if (rune.IsBmp && Special((char)rune.Value) is { } special)
        {
            folded.Append(special);
            return;
        }

        var category = Rune.GetUnicodeCategory(rune);
        if (category == UnicodeCategory.DecimalDigitNumber)
        {
            folded.Append((char)('0' + (int)Rune.GetNumericValue(rune)));
        }
        else if (category == UnicodeCategory.Format)
        {
            // Direction marks, soft hyphens, word joiners and the like are invisible.
        }
        else if (HasAccents(rune.Value))
        {
            foreach (var part in rune.ToString().Normalize(NormalizationForm.FormD).EnumerateRunes())
            {
                var lower = Rune.ToLowerInvariant(part);
                if (Rune.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark)
                {
                    folded.Append(lower.IsBmp ? Special((char)lower.Value) ?? lower.ToString() : lower.ToString());
                }
            }
        }
        else
        {
            var lower = Rune.ToLowerInvariant(rune);
            folded.Append(lower.IsBmp ? Special((char)lower.Value) ?? lower.ToString() : lower.ToString());
        }
    }

    private static bool HasAccents(int code) => code is < 0x0400 or (>= 0x1E00 and < 0x2000) or (>= 0x2C60 and < 0x2C80) or (>= 0xA720 and < 0xA800);

    private static string? Special(char c) => c switch
    {
        Joiner => "\u200C",
        '\u200B' => " ",
        >= '\uD800' and <= '\uDFFF' or '\uFFFE' or '\uFFFF' => Unknown,
        // Apostrophes and quotation marks, so that typed and typeset words are the same.
        '‘' or '’' or '‛' or 'ʼ' or 'ʹ' or '′' or '\u02BB' or '\u02BF' => "'",
        '“' or '”' or '„' or '‟' or '«' or '»' => "\"",
        // Letters that do not decompose.
        'ß' or 'ẞ' => "ss",
        'æ' or 'Æ' => "ae",
        'œ' or 'Œ' => "oe",
        'ø' or 'Ø' => "o",
        'đ' or 'Đ' or 'ð' or 'Ð' => "d",
        'ł' or 'Ł' => "l",
        'þ' or 'Þ' => "th",
        'ı' => "i",
        'ə' or 'Ə' => "e",
        'ς' => "σ",
        'ё' or 'Ё' or 'ѐ' or 'Ѐ' => "е",
        // Arabic and Persian.
        'آ' or 'أ' or 'إ' or 'ٱ' or 'ٲ' or 'ٳ' => "ا",
        'ي' or 'ى' or 'ې' or 'ئ' or 'ے' or 'ۓ' or '\u06CD' => "ی",
        'ك' or 'ڪ' => "ک",
        'ة' or 'ۀ' or 'ہ' or 'ۂ' or 'ۃ' or 'ە' or 'ھ' => "ه",
        'ؤ' => "و",
        'ء' or 'ـ' => "",
        '٬' => ",",
        '٫' => ".",
        // Vowel signs and points of Arabic and Hebrew, stress marks of Cyrillic, variation selectors.
        (>= '\u064B' and <= '\u065F') or '\u0670' or (>= '\u0610' and <= '\u061A') or (>= '\u06D6' and <= '\u06DC') or (>= '\u06DF' and <= '\u06E4') => "",
        '\u06E7' or '\u06E8' or (>= '\u06EA' and <= '\u06ED') or (>= '\u0591' and <= '\u05BD') or '\u05BF' or '\u05C1' or '\u05C2' or '\u05C4' or '\u05C5' => "",
        (>= '\u0300' and <= '\u036F') or (>= '\uFE00' and <= '\uFE0F') or (>= '\u08D3' and <= '\u08FF') => "",
        _ => null,
    };
}
