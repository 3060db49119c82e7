using System.Globalization;
using Monitor.Core.Model;

namespace Monitor.Web.Display;

/// <summary>Dates for people: what is known and nothing more, with the offset of the source.</summary>
internal static class DateText
{
    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    public static string Of(DateTimeOffset time) => time.ToString("d MMM yyyy, HH:mm ", Culture) + Offset(time);

    public static string Of(PartialDate date) => date.Precision switch
    {
        DatePrecision.Year => date.Time.ToString("yyyy", Culture),
        DatePrecision.Month => date.Time.ToString("MMMM yyyy", Culture),
        DatePrecision.Day => date.Time.ToString("d MMMM yyyy", Culture),
        _ => Of(date.Time),
    };

    public static string Day(DateTimeOffset time) => time.ToString("d MMM yyyy", Culture);

    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", Culture);

    /// <summary>For the <c>datetime</c> attribute.</summary>
    public static string Machine(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:sszzz", Culture);

    private static string Offset(DateTimeOffset time) => time.Offset == TimeSpan.Zero ? "UTC" : time.ToString("zzz", Culture);
}
