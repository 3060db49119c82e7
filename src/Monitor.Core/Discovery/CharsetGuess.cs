using System.Text;

namespace Monitor.Core.Discovery;

/// <summary>Finds encodings by name as browsers do, and by the look of the bytes where nothing true is declared.</summary>
internal static class CharsetGuess
{
    /// <summary>
    /// Common letters of running text as bytes of the charset (ا ل ي م ن و ر ه ت ب, о е а и н т с р в л, ו י ה ל א מ ת ש ר ב), by which Arabic and
    /// Persian, Cyrillic and Hebrew are told apart.
    /// </summary>
    private static readonly (int CodePage, byte[] Letters)[] Scripts =
    [
        (1256, [0xC7, 0xE1, 0xED, 0xE3, 0xE4, 0xE6, 0xD1, 0xE5, 0xCA, 0xC8]),
        (1251, [0xEE, 0xE5, 0xE0, 0xE8, 0xED, 0xF2, 0xF1, 0xF0, 0xE2, 0xEB]),
        (1255, [0xE5, 0xE9, 0xE4, 0xEC, 0xE0, 0xEE, 0xFA, 0xF9, 0xF8, 0xE1]),
    ];

    /// <summary>Names that mean a larger charset on the web (WHATWG Encoding Standard, section 4.2).</summary>
    private static readonly Dictionary<string, string> Wider = new (string Name, string Wider)[]
    {
        ("iso-8859-1", "windows-1252"), ("latin1", "windows-1252"), ("latin-1", "windows-1252"), ("us-ascii", "windows-1252"), ("ascii", "windows-1252"),
        ("iso8859-1", "windows-1252"), ("iso-8859-9", "windows-1254"), ("tis-620", "windows-874"), ("gb2312", "gb18030"), ("gbk", "gb18030"),
        ("x-sjis", "shift_jis"), ("sjis", "shift_jis"), ("ks_c_5601-1987", "ks_c_5601-1987"), ("cp1256", "windows-1256"), ("cp1251", "windows-1251"),
        ("cp1252", "windows-1252"), ("utf8", "utf-8"), ("unicode", "utf-16"),
    }.ToDictionary(n => n.Name, n => n.Wider, StringComparer.OrdinalIgnoreCase);

    /// <summary>The encoding of a declared name; null for an unknown one, and for UTF-7, which could smuggle markup.</summary>
    public static Encoding? Named(string name)
    {
        var plain = Wider.GetValueOrDefault(name, name);
        if (plain is "utf-7" or "x-user-defined")
        {
            return null;
        }

        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(plain) ?? Encoding.GetEncoding(plain);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>
    /// In Latin text accented letters stand alone among ASCII ones; in other scripts high bytes stand beside each other. Then the script with the
    /// most of its common letters is taken.
    /// </summary>
    public static Encoding Of(ReadOnlySpan<byte> payload)
    {
        Span<int> counts = stackalloc int[256];
        int high = 0, beside = 0;
        for (var i = 0; i < payload.Length; i++)
        {
            if (payload[i] >= 0x80)
            {
                counts[payload[i]]++;
                high++;
                beside += i > 0 && payload[i - 1] >= 0x80 ? 1 : 0;
            }
        }

        var codePage = 1252;
        if (beside * 2 > high)
        {
            var most = -1;
            foreach (var (page, letters) in Scripts)
            {
                var sum = 0;
                foreach (var letter in letters)
                {
                    sum += counts[letter];
                }

                (most, codePage) = sum > most ? (sum, page) : (most, codePage);
            }
        }

        return CodePagesEncodingProvider.Instance.GetEncoding(codePage)!;
    }
}
