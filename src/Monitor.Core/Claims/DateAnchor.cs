using System.Globalization;
using Monitor.Core.Model;

namespace Monitor.Core.Claims;

/// <summary>Makes dates of what words tell, counted back from the day of publication; a month or day of the Persian calendar becomes its Gregorian first day.</summary>
/// <param name="Published">Day to count back from; null when there is none.</param>
/// <param name="Modified">Last change, up to which a day without a year may lie.</param>
internal readonly record struct DateAnchor(DateTimeOffset? Published, DateTimeOffset? Modified)
{
    /// <summary>A month, and a day where it is not 0, of a year; null when the calendar has none.</summary>
    public static PartialDate? Of(int year, int month, int day, bool jalali)
    {
        if (day > 0 && DateDigits.Of(year, month, day) is { } date)
        {
            return date;
        }

        if (jalali != year <= DateDigits.LastJalali)
        {
            // "شهریور ۲۰۱۸": the calendars do not fit; the words say no date that could be relied on.
            return null;
        }

        return new PartialDate(First(year, month, jalali), DatePrecision.Month);
    }

    /// <summary>The latest such month or day that does not lie behind the document.</summary>
    public PartialDate? Latest(int month, int day, bool jalali)
    {
        if (Published is not { } published)
        {
            return null;
        }

        var latest = Modified > published ? Modified.Value : published;
        var year = jalali ? new PersianCalendar().GetYear(latest.DateTime) : latest.Year;
        for (var back = 0; back < 5; back++)
        {
            if (Of(year - back, month, day, jalali) is { } date && date.Time.DateTime <= latest.DateTime)
            {
                return date;
            }
        }

        return null;
    }

    /// <summary>A calendar day.</summary>
    public static PartialDate Day(DateTimeOffset day) => PartialDate.Day(day.Year, day.Month, day.Day);

    /// <summary>A month.</summary>
    public static PartialDate Month(DateTimeOffset day) => new(First(day.Year, day.Month, false), DatePrecision.Month);

    /// <summary>A year of either calendar.</summary>
    public static PartialDate Year(int year) => new(First(year, 1, year <= DateDigits.LastJalali), DatePrecision.Year);

    private static DateTimeOffset First(int year, int month, bool jalali) =>
        jalali ? new(new PersianCalendar().ToDateTime(year, month, 1, 0, 0, 0, 0), TimeSpan.Zero) : new(year, month, 1, 0, 0, 0, TimeSpan.Zero);
}
