using System.Text.RegularExpressions;

namespace Monitor.Core.Linking.Checked;

/// <summary>
/// Writes what posts and checks spell differently in one way before the analyzer reads it: "U.S." and "United States", "%" and "per cent", "$5m" and "5 million dollars",
/// thousands separators. Both sides go through it.
/// </summary>
internal static partial class PlainWords
{
    public static string Of(string text)
    {
        var plain = UnitedStates().Replace(text, " usa ");
        plain = Thousands().Replace(plain, "");
        plain = Percent().Replace(plain, " percent ");
        plain = Money().Replace(plain, m => $" {m.Groups[1].Value} {Scale(m.Groups[2].Value)} dollar ");
        return Not().Replace(plain, " not");
    }

    private static string Scale(string letters) => letters.ToLowerInvariant() switch
    {
        "m" or "mn" or "million" => "million",
        "b" or "bn" or "billion" => "billion",
        "t" or "tn" or "trillion" => "trillion",
        "k" or "thousand" => "thousand",
        _ => "",
    };

    [GeneratedRegex(@"\bU\.S\.(A\.)?|\bUSA?\b|\bUnited States( of America)?\b")]
    private static partial Regex UnitedStates();

    [GeneratedRegex(@"(?<=\d),(?=\d{3}(\D|$))")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"%|\bper cent\b", RegexOptions.IgnoreCase)]
    private static partial Regex Percent();

    [GeneratedRegex(@"\$\s?(\d+(?:[.,]\d+)*)\s?(million|billion|trillion|thousand|mn|bn|tn|m|b|t|k)?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Money();

    [GeneratedRegex(@"n['’]t\b", RegexOptions.IgnoreCase)]
    private static partial Regex Not();
}
