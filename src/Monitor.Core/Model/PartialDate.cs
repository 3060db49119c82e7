using System.Globalization;

namespace Monitor.Core.Model;

/// <summary>How exactly a date is known.</summary>
public enum DatePrecision
{
    /// <summary>Only the year.</summary>
    Year,

    /// <summary>Year and month.</summary>
    Month,

    /// <summary>The calendar day.</summary>
    Day,

    /// <summary>The moment.</summary>
    Minute,
}

/// <summary>A date known to some precision, with the offset of its source.</summary>
/// <param name="Time">The first moment of the period meant.</param>
/// <param name="Precision">How much of <paramref name="Time"/> is known.</param>
public readonly record struct PartialDate(DateTimeOffset Time, DatePrecision Precision)
{
    /// <summary>ISO 8601 cut to what is known: 2018, 2018-09, 2018-09-16 or 2018-09-16T08:05+03:30.</summary>
    public override string ToString() => Time.ToString(
        Precision switch
        {
            DatePrecision.Year => "yyyy",
            DatePrecision.Month => "yyyy-MM",
            DatePrecision.Day => "yyyy-MM-dd",
            _ => "yyyy-MM-ddTHH:mmzzz",
        },
        CultureInfo.InvariantCulture);

    /// <summary>A day without a time of day, at UTC.</summary>
    public static PartialDate Day(int year, int month, int day) => new(new(year, month, day, 0, 0, 0, TimeSpan.Zero), DatePrecision.Day);

    /// <summary>Reads what <see cref="ToString"/> writes; null for anything else.</summary>
    public static PartialDate? Parse(string? text)
    {
        const DateTimeStyles utc = DateTimeStyles.AssumeUniversal;
        var culture = CultureInfo.InvariantCulture;
        return text switch
        {
            null => null,
            _ when DateTimeOffset.TryParseExact(text, "yyyy", culture, utc, out var y) => new PartialDate(y, DatePrecision.Year),
            _ when DateTimeOffset.TryParseExact(text, "yyyy-MM", culture, utc, out var m) => new PartialDate(m, DatePrecision.Month),
            _ when DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", culture, utc, out var d) => new PartialDate(d, DatePrecision.Day),
            _ when DateTimeOffset.TryParseExact(text, "yyyy-MM-ddTHH:mmzzz", culture, utc, out var t) => new PartialDate(t, DatePrecision.Minute),
            _ => null,
        };
    }
}
