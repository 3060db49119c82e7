using System.Globalization;
using Monitor.Core.Model;

namespace Monitor.Core.Claims;

/// <summary>Reads the parts of dates in digits of any script.</summary>
internal static class DateDigits
{
    /// <summary>Years of the Persian calendar in use (1300 began in 1921); later ones are Gregorian.</summary>
    public const int LastJalali = 1499;

    /// <summary>The day of a month that a number begins with ("1er", "17th"); 0 for none.</summary>
    public static int Day(Word word)
    {
        if (word.Kind != WordKind.Number || word.Key.Length > 4)
        {
            return 0;
        }

        var digits = word.Key.TakeWhile(char.IsDigit).Count();
        return digits <= 2 && Value(word.Key.AsSpan(0, digits)) is >= 1 and <= 31 and var day && !word.Key.Skip(digits).Any(c => ".,:/٫٬".Contains(c)) ? day : 0;
    }

    /// <summary>A plain number of one or two digits; 0 for none.</summary>
    public static int Small(Word word) => word.Kind == WordKind.Number && word.Key.Length <= 2 ? Value(word.Key) : 0;

    /// <summary>A year in four digits, Gregorian 1900–2100 or Persian 1300–1499; 0 for none.</summary>
    public static int Year(Word word)
    {
        var year = word.Kind == WordKind.Number && word.Key.Length == 4 ? Value(word.Key) : 0;
        return year is (>= 1900 and <= 2100) or (>= 1300 and <= LastJalali) ? year : 0;
    }

    /// <summary>"17.10.2018", "1397/06/25"; null for none. Where day and month could be either way round, only the year is told.</summary>
    /// <param name="word">The number.</param>
    /// <param name="monthFirst">True where a slash may have the month first.</param>
    public static PartialDate? Read(Word word, bool monthFirst)
    {
        var parts = word.Key.Split('.', '/');
        if (word.Kind != WordKind.Number || parts.Length != 3 || parts.Any(p => p.Length is 0 or > 4))
        {
            return null;
        }

        var (a, b, c) = (Value(parts[0]), Value(parts[1]), Value(parts[2]));
        if (parts[0].Length == 4)
        {
            return Of(a, b, c);
        }

        if (parts[2].Length != 4)
        {
            return null;
        }

        var slash = word.Key.Contains('/');
        return slash && monthFirst && b > 12 ? Of(c, a, b) : slash && monthFirst && a <= 12 && a != b ? Of(c, a, b) is null ? null : DateAnchor.Year(c) : Of(c, b, a);
    }

    /// <summary>A day by the calendar of its year; null when there is no such day.</summary>
    public static PartialDate? Of(int year, int month, int day)
    {
        if (month is < 1 or > 12 || day < 1)
        {
            return null;
        }

        if (year is >= 1300 and <= LastJalali)
        {
            var calendar = new PersianCalendar();
            return day <= calendar.GetDaysInMonth(year, month) ? DateAnchor.Day(new(calendar.ToDateTime(year, month, day, 0, 0, 0, 0), TimeSpan.Zero)) : null;
        }

        return year is >= 1900 and <= 2100 && day <= DateTime.DaysInMonth(year, month) ? PartialDate.Day(year, month, day) : null;
    }

    /// <summary>The value of digits; -1 when something else is among them.</summary>
    private static int Value(ReadOnlySpan<char> digits)
    {
        var value = 0;
        foreach (var c in digits)
        {
            if (!char.IsDigit(c))
            {
                return -1;
            }

            value = (value * 10) + CharUnicodeInfo.GetDecimalDigitValue(c);
        }

        return digits.IsEmpty ? -1 : value;
    }
}
