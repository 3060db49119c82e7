using System.Globalization;
using System.Text;
using Monitor.Core.Text;

namespace Monitor.Core.Linking.Groups;

/// <summary>
/// Folding of one word for the group lexicon. It goes further than a search index may: accents, Arabic hamza carriers and ta marbuta fall away, since bios
/// are written without care for them.
/// </summary>
internal static class WordFolding
{
    public static string Fold(string word)
    {
        var plain = System.Text.Ascii.IsValid(word) ? word.ToLowerInvariant() : Decomposed(Analyzer.Fold(word));
        var result = new StringBuilder(plain.Length);
        foreach (var c in plain)
        {
            if (c is (>= '\u0300' and <= '\u036f') or (>= '\u064b' and <= '\u065f') or '\u0670' or '\u0640' or (>= '\u0591' and <= '\u05c7') or '·' or '"' or '״' || char.GetUnicodeCategory(c) == UnicodeCategory.Format)
            {
                continue;
            }

            switch (c)
            {
                case 'ي' or 'ى' or 'ئ' or 'ے':
                    result.Append('ی');
                    break;
                case 'ك':
                    result.Append('ک');
                    break;
                case 'ة' or 'ۀ' or 'ہ' or 'ھ' or 'ە':
                    result.Append('ه');
                    break;
                case 'ٱ':
                    result.Append('ا');
                    break;
                case 'ı':
                    result.Append('i');
                    break;
                case 'ə':
                    result.Append('e');
                    break;
                case 'ø':
                    result.Append('o');
                    break;
                case 'ł':
                    result.Append('l');
                    break;
                case 'ß':
                    result.Append("ss");
                    break;
                default:
                    result.Append(char.IsDigit(c) ? (char)('0' + (int)CharUnicodeInfo.GetNumericValue(c)) : c);
                    break;
            }
        }

        return result.ToString();
    }

    /// <summary>The word and its forms without clitics. Every form must still be found in the lexicon, so a wrong cut does no harm.</summary>
    public static IReadOnlyList<string> Forms(string folded)
    {
        if (folded.Length < 4)
        {
            return [folded];
        }

        var forms = new List<string> { folded };
        if (folded[0] is >= '\u0600' and <= '\u06ff')
        {
            AddArabic(folded, forms);
        }
        else if (folded[0] is >= '\u05d0' and <= '\u05ea')
        {
            Cut(folded, forms, ["וה", "ה", "ו"]);
        }
        else if (folded.EndsWith("im", StringComparison.Ordinal) || folded.EndsWith("um", StringComparison.Ordinal))
        {
            forms.Add(folded[..^2]);
            if (folded[^3] == 'y')
            {
                forms.Add(folded[..^3]);
            }
        }

        return forms;
    }

    private static void AddArabic(string folded, List<string> forms)
    {
        Cut(folded, forms, ["وال", "بال", "فال", "لل", "ال", "و", "ب"]);
        foreach (var ending in (ReadOnlySpan<string>)["های", "ها", "ام", "م"])
        {
            if (folded.Length > ending.Length + 2 && folded.EndsWith(ending, StringComparison.Ordinal))
            {
                forms.Add(folded[..^ending.Length]);
            }
        }
    }

    private static void Cut(string folded, List<string> forms, ReadOnlySpan<string> beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (folded.Length > beginning.Length + 2 && folded.StartsWith(beginning, StringComparison.Ordinal))
            {
                forms.Add(folded[beginning.Length..]);
            }
        }
    }

    private static string Decomposed(string folded)
    {
        try
        {
            return folded.Normalize(NormalizationForm.FormD);
        }
        catch (ArgumentException)
        {
            return folded; // an unpaired surrogate: nothing to decompose
        }
    }
}
