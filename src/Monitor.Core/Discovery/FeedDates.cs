using System.Globalization;
using System.Text.RegularExpressions;

namespace Monitor.Core.Discovery;

/// <summary>
/// Reads the dates of feeds: RFC 822 in all its spellings, RFC 3339 and ISO 8601, asctime, month names written out, and solar Hijri days. What can be
/// read in two ways (3/4/2018) is not read. A time without a zone is taken for UTC.
/// </summary>
internal static partial class FeedDates
{
    private static readonly PersianCalendar Hijri = new();

    /// <summary>The moment with the offset of the source; null when it cannot be read.</summary>
    public static DateTimeOffset? Read(string text)
    {
        var trimmed = text.Length > 100 ? "" : Blanks().Replace(text.Replace('\u2212', '-'), " ").Trim();
        return trimmed.Length == 0 ? null : Iso(trimmed) ?? Words(trimmed) ?? Slashes(trimmed);
    }

    private static DateTimeOffset? Iso(string text)
    {
        if (IsoForm().Match(text) is not { Success: true } m)
        {
            return null;
        }

        var year = Number(m, "y");
        if (m.Groups["ordinal"].Success)
        {
            var first = Build(year, 1, 1, m);
            return first is { } start && Number(m, "ordinal") is >= 1 and <= 366 and var day ? start.AddDays(day - 1) : null;
        }

        return Build(year, Number(m, "mo", 1), Number(m, "d", 1), m);
    }

    private static DateTimeOffset? Words(string text)
    {
        var m = DayMonthYear().Match(text);
        m = m.Success ? m : MonthDayYear().Match(text);
        m = m.Success ? m : AscTime().Match(text);
        var month = m.Success ? Month(m.Groups["mon"].Value) : 0;
        return month > 0 ? Build(FullYear(m.Groups["y"].Value), month, Number(m, "d"), m) : null;
    }

    /// <summary>d/m/y and m/d/y only where one number cannot be a month, or both are the same.</summary>
    private static DateTimeOffset? Slashes(string text)
    {
        if (SlashForm().Match(text) is not { Success: true } m)
        {
            return null;
        }

        var (first, second, year) = (Number(m, "a"), Number(m, "b"), Number(m, "y"));
        return first > 12 ? Build(year, second, first, m) : second > 12 || first == second ? Build(year, first, second, m) : null;
    }

    private static DateTimeOffset? Build(int year, int month, int day, Match m)
    {
        var (hour, minute, second) = (Number(m, "h"), Number(m, "mi"), Number(m, "s"));
        hour = m.Groups["ap"].Value.ToLowerInvariant() switch { "pm" when hour < 12 => hour + 12, "am" when hour == 12 => 0, _ => hour };
        var nextDay = hour == 24 && minute == 0 && second == 0;
        var leap = second == 60;
        if (month is < 1 or > 12 || day < 1 || hour > 24 || (hour == 24 && !nextDay) || minute > 59 || second > 60 || Zones.Offset(m.Groups["z"].Value) is not { } zone)
        {
            return null;
        }

        // Years 1300 to 1499 in a feed are solar Hijri: 1397 is 2018/19. Iranian feeds send them; nothing else can be meant.
        var hijri = year is >= 1300 and < 1500;
        if (!hijri && (year is < 1900 or > 9998 || day > DateTime.DaysInMonth(year, month)) || (hijri && day > Hijri.GetDaysInMonth(year, month)))
        {
            return null;
        }

        var start = hijri ? Hijri.ToDateTime(year, month, day, 0, 0, 0, 0) : new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified);
        var time = start.AddHours(nextDay ? 24 : hour).AddMinutes(minute).AddSeconds(leap ? 59 : second).AddTicks(Fraction(m.Groups["f"].Value));
        return new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Unspecified), zone);
    }

    private static int Number(Match m, string group, int otherwise = 0) =>
        m.Groups[group] is { Success: true } g && int.TryParse(g.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private static long Fraction(string digits) => digits.Length == 0 ? 0 : long.Parse(digits.PadRight(7, '0').AsSpan(0, 7), CultureInfo.InvariantCulture);

    /// <summary>Two digits as RFC 2822 (4.3) reads them: 00 to 49 are 2000 to 2049, others 19xx.</summary>
    private static int FullYear(string digits) => int.Parse(digits, CultureInfo.InvariantCulture) is var year && digits.Length > 2 ? year : year < 50 ? 2000 + year : 1900 + year;

    private static int Month(string word) => word.Length < 3 ? 0 : 1 + Array.FindIndex(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
        m => word.StartsWith(m, StringComparison.OrdinalIgnoreCase));

    private const string Time = @"(?<h>[0-9]{1,2})[:.](?<mi>[0-9]{1,2})(?:[:.](?<s>[0-9]{1,2})(?:[.,](?<f>[0-9]{1,9}))?)?(?: ?(?<ap>[AaPp][Mm]))?";
    private const string Zone = @"(?: ?(?<z>[^0-9 ][^ ]{0,9}(?: ?[+\-][0-9:]{1,6})?)(?: ?\(.{0,40}\))?)?";

    [GeneratedRegex(@"^(?<y>[0-9]{4})(?:-?(?<ordinal>[0-9]{3})|[-/](?<mo>[0-9]{1,2})(?:[-/](?<d>[0-9]{1,2}))?|(?<mo>[0-9]{2})(?<d>[0-9]{2}))?(?:(?:T| |, ?)(?:" + Time + @"|(?<h>[0-9]{2})(?<mi>[0-9]{2})(?<s>[0-9]{2})?|(?<h>[0-9]{2}))" + Zone + "|(?<z>Z))?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex IsoForm();

    [GeneratedRegex(@"^(?:[^\d ,]{1,15}[,.]? ?,? ?)?(?<d>[0-9]{1,2})(?:st|nd|rd|th|\.)?[ \-/]?(?<mon>[A-Za-z]{3,9})\.?,?[ \-/]?(?<y>[0-9]{4}|[0-9]{2})(?:,? ?(?:at |- |T)?" + Time + Zone + ")?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex DayMonthYear();

    [GeneratedRegex(@"^(?:[A-Za-z]{3,9}[,.]? )?(?<mon>[A-Za-z]{3,9})\.? (?<d>[0-9]{1,2})(?:st|nd|rd|th)?,? (?<y>[0-9]{4})(?:,? (?:at |- )?" + Time + Zone + ")?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex MonthDayYear();

    [GeneratedRegex(@"^(?:[A-Za-z]{3,9},? )?(?<mon>[A-Za-z]{3,9}) (?<d>[0-9]{1,2}),? " + Time + @"(?: (?<z>[A-Za-z]{1,5}|[+\-][0-9]{4}))? (?<y>[0-9]{4})$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex AscTime();

    [GeneratedRegex(@"^(?<a>[0-9]{1,2})[/.\-](?<b>[0-9]{1,2})[/.\-](?<y>[0-9]{4})(?:,? " + Time + Zone + ")?$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex SlashForm();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
