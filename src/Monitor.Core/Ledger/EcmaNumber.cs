using System.Globalization;

namespace Monitor.Core.Ledger;

/// <summary>
/// A number as RFC 8785 section 3.2.2.3 wants it: the shortest digits that read back as the same double, set as ECMAScript's Number.prototype.toString sets them.
/// .NET's "R" gives the same digits; only their setting differs.
/// </summary>
internal static class EcmaNumber
{
    /// <exception cref="ArgumentException">The number is infinite or none, which JSON cannot say.</exception>
    public static string Of(double value)
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentException("JSON has no infinite numbers and no NaN.", nameof(value));
        }

        if (value == 0)
        {
            return "0"; // also for minus zero
        }

        // d.ddddE±xx, cut into digits and the place of the point before them.
        var text = Math.Abs(value).ToString("R", CultureInfo.InvariantCulture);
        var (mantissa, exponent) = text.IndexOf('E', StringComparison.Ordinal) is var e and >= 0
            ? (text[..e], int.Parse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture))
            : (text, 0);
        var point = mantissa.IndexOf('.', StringComparison.Ordinal) is var p and >= 0 ? p : mantissa.Length;
        var all = mantissa.Replace(".", "", StringComparison.Ordinal);
        var zeros = all.Length - all.TrimStart('0').Length;
        return (value < 0 ? "-" : "") + Set(all.Trim('0'), point - zeros + exponent);
    }

    /// <summary>ECMA-262 Number::toString: k digits, the point behind the n-th.</summary>
    private static string Set(string digits, int n)
    {
        var k = digits.Length;
        return n switch
        {
            _ when k <= n && n <= 21 => digits + new string('0', n - k),
            > 0 and <= 21 => $"{digits[..n]}.{digits[n..]}",
            > -6 and <= 0 => $"0.{new string('0', -n)}{digits}",
            _ => string.Create(CultureInfo.InvariantCulture, $"{digits[..1]}{(k > 1 ? "." + digits[1..] : "")}e{(n > 0 ? "+" : "-")}{Math.Abs(n - 1)}"),
        };
    }
}
