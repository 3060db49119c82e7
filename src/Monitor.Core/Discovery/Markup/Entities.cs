using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace Monitor.Core.Discovery.Markup;

/// <summary>Decodes character references: numbers, and the names of HTML whether the feed declares them or not. Anything else stays as written.</summary>
internal static class Entities
{
    private const int LongestName = 32;

    /// <summary>What the numbers 128 to 159 mean on the web: the characters of windows-1252 (HTML Standard, numeric character reference end state).</summary>
    private const string Western = "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    /// <summary>The text with its references decoded once.</summary>
    public static string Decode(string text)
    {
        var next = text.IndexOf('&', StringComparison.Ordinal);
        if (next < 0)
        {
            return text;
        }

        var decoded = new StringBuilder(text.Length);
        var done = 0;
        for (; next >= 0; next = done < text.Length ? text.IndexOf('&', done) : -1)
        {
            decoded.Append(text, done, next - done);
            var end = text.IndexOf(';', next, Math.Min(LongestName, text.Length - next));
            var symbol = end > next + 1 ? Symbol(text.AsSpan(next + 1, end - next - 1)) : null;
            decoded.Append(symbol ?? "&");
            done = symbol is null ? next + 1 : end + 1;
        }

        return decoded.Append(text, done, text.Length - done).ToString();
    }

    private static string? Symbol(ReadOnlySpan<char> name) => name[0] != '#'
        ? HtmlEntityProvider.Resolver.GetSymbol(string.Concat(name, ";"))
        : name.Length > 2 && name[1] is 'x' or 'X'
            ? Number(int.TryParse(name[2..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex) ? hex : -1)
            : Number(int.TryParse(name[1..], NumberStyles.None, CultureInfo.InvariantCulture, out var dec) ? dec : -1);

    private static string? Number(int code) => code switch
    {
        < 0 => null,
        >= 128 and <= 159 => Western[code - 128].ToString(),
        9 or 10 or 13 => ((char)code).ToString(),
        < 32 or 127 or (>= 0xD800 and <= 0xDFFF) or 0xFFFE or 0xFFFF or > 0x10FFFF => "",
        _ => char.ConvertFromUtf32(code),
    };
}
