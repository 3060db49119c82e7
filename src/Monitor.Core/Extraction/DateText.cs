using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Monitor.Core.Model;

namespace Monitor.Core.Extraction;

/// <summary>
/// Reads dates as pages print them: ISO 8601, RFC 1123, and day, month name and year in several languages and both orders, with Arabic and Persian
/// digits; years 1300 to 1499 beside a Persian month name are of the Solar Hijri calendar.
/// </summary>
internal static partial class DateText
{
    private const int Longest = 200;

    private static readonly FrozenDictionary<string, int> Months = MonthNames.All;

    /// <summary>The first date in a text; null when there is none.</summary>
    public static PartialDate? Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        text = Fold(text.Length > Longest ? text[..Longest] : text).Trim();
        return Iso(text) ?? Words(text) ?? EastAsian(text) ?? Numbers(text);
    }

    /// <summary>A moment in a machine-readable value; a day without a time is its midnight, a time without an offset is taken for UTC.</summary>
    public static DateTimeOffset? Moment(string? text)
    {
        if (Read(text) is { Precision: >= DatePrecision.Day } date)
        {
            return date.Time;
        }

        // Milliseconds or seconds since 1970.
        return long.TryParse(text, CultureInfo.InvariantCulture, out var epoch) && epoch is (> 800_000_000 and < 4_000_000_000) or (> 800_000_000_000 and < 4_000_000_000_000)
            ? DateTimeOffset.FromUnixTimeMilliseconds(epoch > 4_000_000_000 ? epoch : epoch * 1000)
            : null;
    }

    /// <summary>Arabic, Persian and full-width digits as ASCII ones, and the Arabic forms of yeh and kaf as the Persian ones.</summary>
    public static string Fold(string text) => string.Create(text.Length, text, static (to, from) =>
    {
        for (var i = 0; i < from.Length; i++)
        {
            to[i] = from[i] switch
            {
                >= '٠' and <= '٩' => (char)(from[i] - '٠' + '0'),
                >= '۰' and <= '۹' => (char)(from[i] - '۰' + '0'),
                >= '０' and <= '９' => (char)(from[i] - '０' + '0'),
                'ي' or 'ى' => 'ی',
                'ك' => 'ک',
                var c => c,
            };
        }
    });

    private static PartialDate? Iso(string text)
    {
        if (IsoDate().Match(text) is not { Success: true } m)
        {
            return null;
        }

        var day = Day(Number(m, "y"), Number(m, "m"), Number(m, "d"));
        if (day is null || !m.Groups["h"].Success)
        {
            return day;
        }

        return WithTime(day.Value, m, m.Groups["zone"].Value);
    }

    private static PartialDate? Words(string text)
    {
        foreach (Match m in DayMonthYear().Matches(text))
        {
            if (Months.TryGetValue(Name(m), out var month) && Made(m, month, text) is { } date)
            {
                return date;
            }
        }

        foreach (Match m in MonthDayYear().Matches(text))
        {
            if (Months.TryGetValue(Name(m), out var month) && Made(m, month, text) is { } date)
            {
                return date;
            }
        }

        return null;

        static string Name(Match m) => m.Groups["month"].Value.TrimEnd('.').ToLowerInvariant();
    }

    private static PartialDate? Made(Match m, int month, string text)
    {
        int year = Number(m, "y"), day = Number(m, "d");
        var date = month > MonthNames.Jalali ? Jalali(year, month - MonthNames.Jalali, day) : Day(year, month, day);
        if (date is null)
        {
            return null;
        }

        return Clock().Match(text) is { Success: true } time ? WithTime(date.Value, time, time.Groups["zone"].Value) : date;
    }

    private static PartialDate? WithTime(PartialDate day, Match m, string zone)
    {
        int hour = Number(m, "h"), minute = Number(m, "min"), second = m.Groups["s"].Success ? Number(m, "s") : 0;
        if (m.Groups["half"].Success && m.Groups["half"].Length > 0)
        {
            hour = (hour % 12) + (m.Groups["half"].Value[0] is 'p' or 'P' ? 12 : 0);
        }

        if (hour > 23 || minute > 59 || second > 60)
        {
            return day;
        }

        var offset = Offset(zone);
        var local = day.Time.DateTime.AddHours(hour).AddMinutes(minute).AddSeconds(Math.Min(second, 59));
        return new(new DateTimeOffset(local, offset), DatePrecision.Minute);
    }

    private static TimeSpan Offset(string zone)
    {
        if (OffsetPart().Match(zone) is not { Success: true } m)
        {
            return ZoneNames.GetValueOrDefault(zone.Trim().ToUpperInvariant());
        }

        int hours = Number(m, "oh"), minutes = m.Groups["om"].Success ? Number(m, "om") : 0;
        var offset = new TimeSpan(hours, minutes, 0);
        return offset > TimeSpan.FromHours(14) || minutes > 59 ? TimeSpan.Zero : m.Groups["sign"].Value is "+" ? offset : -offset;
    }

    private static readonly Dictionary<string, TimeSpan> ZoneNames = new()
    {
        ["EST"] = TimeSpan.FromHours(-5),
        ["EDT"] = TimeSpan.FromHours(-4),
        ["CST"] = TimeSpan.FromHours(-6),
        ["CDT"] = TimeSpan.FromHours(-5),
        ["MST"] = TimeSpan.FromHours(-7),
        ["MDT"] = TimeSpan.FromHours(-6),
        ["PST"] = TimeSpan.FromHours(-8),
        ["PDT"] = TimeSpan.FromHours(-7),
        ["CET"] = TimeSpan.FromHours(1),
        ["CEST"] = TimeSpan.FromHours(2),
        ["BST"] = TimeSpan.FromHours(1),
        ["IRST"] = new(3, 30, 0),
    };

    private static PartialDate? EastAsian(string text) =>
        EastAsianDate().Match(text) is { Success: true } m ? Day(Number(m, "y"), Number(m, "m"), Number(m, "d")) : null;

    /// <summary>Day and month in figures: the order day, month, year unless only the other is possible.</summary>
    private static PartialDate? Numbers(string text)
    {
        if (NumberDate().Match(text) is not { Success: true } m)
        {
            return null;
        }

        int first = Number(m, "a"), second = Number(m, "b"), year = Number(m, "y");
        return Day(year, second, first) ?? Day(year, first, second);
    }

    private static PartialDate? Jalali(int year, int month, int day)
    {
        var calendar = new PersianCalendar();
        return year is >= 1300 and <= 1499 && day >= 1 && day <= calendar.GetDaysInMonth(year, month)
            ? new PartialDate(new(calendar.ToDateTime(year, month, day, 0, 0, 0, 0), TimeSpan.Zero), DatePrecision.Day)
            : null;
    }

    private static PartialDate? Day(int year, int month, int day) =>
        year is >= 1900 and <= 2200 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? PartialDate.Day(year, month, day) : null;

    private static int Number(Match m, string group) => int.TryParse(m.Groups[group].ValueSpan, CultureInfo.InvariantCulture, out var n) ? n : -1;

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    [GeneratedRegex(@"(?<y>[12][0-9]{3})[-/.]?(?<m>[01]?[0-9])[-/.]?(?<d>[0-3]?[0-9])([T\s]+(at\s)?(?<h>[0-9]{1,2}):(?<min>[0-9]{2})(:(?<s>[0-9]{2})([.,][0-9]+)?)?\s*(?<zone>Z|UTC|GMT|[+-][0-9]{2}:?([0-9]{2})?|[A-Z]{3,4})?)?", Options)]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"(?<d>[0-9]{1,2})(st|nd|rd|th|er|\.|º|°)?,?\s+(of\s+|de\s+|d['’])?(?<month>\p{L}{3,14})\.?,?\s+(de\s+|del\s+)?(?<y>[12][0-9]{3})", Options)]
    private static partial Regex DayMonthYear();

    [GeneratedRegex(@"(?<month>\p{L}{3,14})\.?\s+(?<d>[0-9]{1,2})(st|nd|rd|th)?,?\s+(?<y>[12][0-9]{3})", Options)]
    private static partial Regex MonthDayYear();

    [GeneratedRegex(@"(?<y>[12][0-9]{3})\s*[年년]\s*(?<m>[0-9]{1,2})\s*[月월]\s*(?<d>[0-9]{1,2})\s*[日일]", Options)]
    private static partial Regex EastAsianDate();

    [GeneratedRegex(@"\b(?<a>[0-9]{1,2})[./-](?<b>[0-9]{1,2})[./-](?<y>(19|20)[0-9]{2})\b", Options)]
    private static partial Regex NumberDate();

    [GeneratedRegex(@"\b(?<h>[0-9]{1,2}):(?<min>[0-9]{2})(:(?<s>[0-9]{2}))?\s*(?<half>[ap]\.?m\b\.?)?\s*(?<zone>UTC|GMT|[+-][0-9]{2}:?[0-9]{2}|[A-Z]{3,4}\b)?", Options)]
    private static partial Regex Clock();

    [GeneratedRegex(@"(?<sign>[+-])(?<oh>[0-9]{2}):?(?<om>[0-9]{2})?", Options)]
    private static partial Regex OffsetPart();
}
