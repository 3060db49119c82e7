using System.Globalization;
using Monitor.Core.Model;

namespace Monitor.Commands;

/// <summary>What an account's posts show as lines of a terminal, the pictures in plain characters.</summary>
internal static class ActivityText
{
    /// <summary>Signs of a cell from none to the fullest hour.</summary>
    private const string Ramp = " .:=*#";

    private const int BarWidth = 40;
    private const int MostBars = 36;
    private const int ValuesShown = 8;
    private static readonly string[] Days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    public static IEnumerable<string> Of(Activity a)
    {
        if (a.Posts == 0)
        {
            return ["When and what it posted", "  No posts of this account were imported.", ""];
        }

        return
        [
            "When and what it posted",
            Said($"  posts {a.Posts:N0}: originals {a.Originals:N0}, replies {a.Replies:N0}, quotes {a.Quotes:N0}, reposts {a.Reposts:N0}"),
            $"  first {Moment(a.First)}, last {Moment(a.Last)}{(a.DaysToFirstPost is { } days ? Said($"; days from creation to the first: {days:N0}") : "")}",
            "",
            .. OverTime(a.PerDay),
            .. Week(a.HourByWeekday, "UTC"),
            .. a.Local.Zone is { } zone ? Week(a.Local.HourByWeekday, zone) : [$"  No hours in local time: {a.Local.Why}", ""],
            .. Values("Languages", a.Languages), .. Values("Clients", a.Clients), .. Values("Hashtags", a.Hashtags), .. Values("Linked hosts", a.Links),
            .. Values("Linked pages", a.Pages), .. Values("Mentions", a.Mentions),
            "",
        ];
    }

    /// <summary>A bar a month, or a year where months would be too many.</summary>
    private static IEnumerable<string> OverTime(IReadOnlyList<DayCount> days)
    {
        var months = days.GroupBy(d => d.Day.ToString("yyyy-MM", CultureInfo.InvariantCulture)).ToList();
        var bins = months.Count <= MostBars ? months : [.. days.GroupBy(d => d.Day.ToString("yyyy", CultureInfo.InvariantCulture))];
        var counts = bins.Select(b => (b.Key, Count: b.Sum(d => d.Count))).OrderBy(b => b.Key, StringComparer.Ordinal).ToList();
        if (counts.Count == 0)
        {
            return [];
        }

        var most = counts.Max(c => c.Count);
        return
        [
            $"  Posts per {(months.Count <= MostBars ? "month" : "year")}, those without posts left out",
            .. counts.Select(c => Said($"  {c.Key,-8} {new string('#', (int)Math.Ceiling((double)BarWidth * c.Count / most))} {c.Count:N0}")),
            "",
        ];
    }

    private static IEnumerable<string> Week(IReadOnlyList<IReadOnlyList<int>> table, string zone)
    {
        var most = Math.Max(1, table.Max(d => d.Max()));
        return
        [
            Said($"  By weekday and hour ({zone}); # is the fullest, {most} posts"),
            "       0  3  6  9  12 15 18 21",
            .. table.Select((day, n) => $"  {Days[n]}  {string.Concat(day.Select(c => Ramp[(int)Math.Ceiling(5.0 * c / most)]))}"),
            "",
        ];
    }

    private static IEnumerable<string> Values(string title, IReadOnlyList<ValueCount> values) => values.Count == 0
        ? []
        : [$"  {title}: {string.Join(", ", values.Take(ValuesShown).Select(v => Said($"{v.Value} {v.Count:N0}")))}{(values.Count > ValuesShown ? ", …" : "")}"];

    private static string Moment(DateTimeOffset? time) => time is { } t ? t.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "unknown";

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
