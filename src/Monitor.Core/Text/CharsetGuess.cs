using System.Text;

namespace Monitor.Core.Text;

/// <summary>
/// Tells legacy charsets apart by what their high bytes become: the reading whose letters are most often the frequent letters of its languages wins.
/// Used only when nothing is declared and the bytes are no UTF-8.
/// </summary>
internal static class CharsetGuess
{
    private const int Sample = 64 * 1024;

    // Frequent letters of the languages written in each code page (Arabic and Persian; Russian; Western; Turkish; Central European; Greek; Hebrew).
    private static readonly (string Name, string Letters)[] SingleByte =
    [
        ("windows-1252", "éèàùâêîôûçäöüßñáíóúãõåøæ’“”–—«»"),
        ("windows-1251", "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъ"),
        ("koi8-r", "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъ"),
        ("windows-1256", "اليونتمربةدسعكهفقحجصطشخثأإىءئضذزگچپژ،؛"),
        ("windows-1254", "ıİşŞğĞüÜöÖçÇ"),
        ("windows-1250", "ąęłśżźćńóšěčřžýáíéůťďőűáí"),
        ("windows-1253", "αεηιορστνλκμυπδγςχθωάέήίόύώφβξζψ"),
        ("windows-1255", "אבגדהוזחטיכלמנסעפצקרשתםןףךץ"),
    ];

    static CharsetGuess() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The likeliest charset.</summary>
    public static Encoding Of(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(Sample, bytes.Length)];
        foreach (var name in (ReadOnlySpan<string>)["shift_jis", "gb18030", "euc-kr", "big5"])
        {
            if (IsEastAsian(sample, name))
            {
                return Encoding.GetEncoding(name);
            }
        }

        var best = "windows-1252";
        var bestScore = 0.0;
        foreach (var (name, letters) in SingleByte)
        {
            var score = Score(sample, Encoding.GetEncoding(name), letters);
            if (score > bestScore)
            {
                (best, bestScore) = (name, score);
            }
        }

        return Encoding.GetEncoding(best);
    }

    private static double Score(ReadOnlySpan<byte> bytes, Encoding encoding, string letters)
    {
        var text = encoding.GetString(bytes);
        int high = 0, good = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] <= 0x7F)
            {
                continue;
            }

            high++;
            var at = letters.IndexOf(char.ToLowerInvariant(text[i]), StringComparison.Ordinal);
            // Capitals within a word are the sign of the wrong Cyrillic code page.
            if (at >= 0 && !(char.IsUpper(text[i]) && i > 0 && char.IsLower(text[i - 1])))
            {
                good += at < letters.Length / 2 ? 2 : 1;
            }
        }

        return high == 0 ? 0 : (double)good / high;
    }

    /// <summary>True when nearly all high bytes decode, to kana, Hangul or the common block of Han characters.</summary>
    private static bool IsEastAsian(ReadOnlySpan<byte> bytes, string name)
    {
        var text = Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD")).GetString(bytes);
        int high = 0, bad = 0, kana = 0, hangul = 0, han = 0;
        foreach (var c in text)
        {
            if (c <= 0x7F)
            {
                continue;
            }

            high++;
            switch (c)
            {
                case '\uFFFD' or (>= '\uE000' and <= '\uF8FF') or (>= '\uFF61' and <= '\uFF9F'):
                    bad++;
                    break;
                case >= '\u3040' and <= '\u30FF':
                    kana++;
                    break;
                case >= '\uAC00' and <= '\uD7A3':
                    hangul++;
                    break;
                case >= '\u4E00' and <= '\u9FFF':
                    han++;
                    break;
            }
        }

        if (high < 20 || bad * 50 > high)
        {
            return false;
        }

        return name switch
        {
            "shift_jis" => kana * 5 > high,
            "euc-kr" => hangul * 10 > high * 6,
            // Misread single-byte text becomes rare characters; of real text most are among the first level of GB 2312.
            _ => han * 10 > high * 6 && CommonHan(text) * 5 > han,
        };
    }

    private static int CommonHan(string text) => text.Count(c => "的一是不了在人有我他这中大来上国到说们为和地時時這個個國們為來說对對出会會年月日".Contains(c, StringComparison.Ordinal));
}
