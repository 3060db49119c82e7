using System.Globalization;

namespace Monitor.Core.Claims;

/// <summary>German writes its numbers in one word: "zweihundertvierundachtzig" is 284, "fünftausend" 5000.</summary>
internal static class GermanNumber
{
    /// <summary>The value of a whole word; null when it is no number.</summary>
    public static double? Read(string key, Lexicon lexicon)
    {
        if (key.Length == 0 || key.Length > 60)
        {
            return null;
        }

        return Split(key, "tausend", 1000, lexicon) ?? Split(key, "hundert", 100, lexicon) ?? Tens(key, lexicon);
    }

    private static double? Split(string key, string scale, double factor, Lexicon lexicon)
    {
        var at = key.IndexOf(scale, StringComparison.Ordinal);
        if (at < 0)
        {
            return null;
        }

        var behind = key[(at + scale.Length)..];
        behind = behind.StartsWith("und", StringComparison.Ordinal) ? behind[3..] : behind;
        var many = at == 0 ? 1 : Read(key[..at], lexicon);
        var rest = behind.Length == 0 ? 0 : Read(behind, lexicon);
        return many is { } m && rest is { } r && r < factor ? (m * factor) + r : null;
    }

    /// <summary>"vierundachtzig": ones before tens.</summary>
    private static double? Tens(string key, Lexicon lexicon)
    {
        if (Plain(key, lexicon) is { } plain)
        {
            return plain;
        }

        var and = key.IndexOf("und", 1, StringComparison.Ordinal);
        return and > 0 && Plain(key[..and], lexicon) is < 10 and var ones && Plain(key[(and + 3)..], lexicon) is >= 20 and < 100 and var tens ? ones + tens : null;
    }

    private static double? Plain(string key, Lexicon lexicon) =>
        lexicon.Value("number", key) is { } value ? double.Parse(value, CultureInfo.InvariantCulture) : null;
}
