using System.Globalization;
using Monitor.Core.Model;

namespace Monitor.Web.Display;

/// <summary>One bar.</summary>
internal sealed record Bar(string X, string Y, string Width, string Height, string Title);

/// <summary>Posts, or accounts by their creation, over time, ready to be drawn: by day, or by week or month where a day would be thinner than the eye can see.</summary>
/// <param name="Bars">Rectangles.</param>
/// <param name="Unit">day, week or month.</param>
/// <param name="Most">Count of the highest bar.</param>
/// <param name="From">Left end of the axis.</param>
/// <param name="To">Right end of the axis.</param>
/// <param name="Summary">The picture in a sentence.</param>
internal sealed record PostsPerDay(IReadOnlyList<Bar> Bars, string Unit, int Most, DateOnly From, DateOnly To, string Summary)
{
    /// <summary>What is counted, in the singular.</summary>
    public string Noun { get; private init; } = "post";

    public const int Width = 700;
    public const int Height = 120;
    private const int MostBars = 180;

    public static PostsPerDay? Of(IReadOnlyList<DayCount> days, string noun = "post")
    {
        if (days.Count == 0)
        {
            return null;
        }

        var (first, last) = (days.Min(d => d.Day), days.Max(d => d.Day));
        var span = last.DayNumber - first.DayNumber + 1;
        var unit = span <= MostBars ? "day" : span <= MostBars * 7 ? "week" : "month";
        var start = StartOf(first, unit);
        var bins = days.GroupBy(d => Index(start, d.Day, unit)).ToDictionary(g => g.Key, g => g.Sum(d => d.Count));
        var count = Index(start, last, unit) + 1;
        var (most, width) = (Math.Max(1, bins.Values.Max()), (double)Width / count);
        var bars = bins.Where(b => b.Value > 0).OrderBy(b => b.Key).Select(b => ToBar(b.Key, b.Value, width, (double)Height / most, Name(start, b.Key, unit), noun));
        var busiest = days.OrderByDescending(d => d.Count).ThenBy(d => d.Day).First();
        return new([.. bars], unit, most, first, last, Describe(days, first, last, span, busiest, noun)) { Noun = noun };
    }

    private static string Describe(IReadOnlyList<DayCount> days, DateOnly first, DateOnly last, int span, DayCount busiest, string noun) =>
        $"{Wording.Count(days.Sum(d => (long)d.Count), noun)} on {Wording.Count(days.Count(d => d.Count > 0), "day")} of the {Wording.Number(span)} from {DateText.Day(first)} to {DateText.Day(last)} (UTC). "
        + $"The fullest day is {DateText.Day(busiest.Day)} with {Wording.Count(busiest.Count, noun)}.";

    private static Bar ToBar(int index, int count, double width, double scale, string name, string noun) => new(
        Text(index * width),
        Text(Height - (count * scale)),
        Text(Math.Max(1, width - (width > 3 ? 1 : 0))),
        Text(count * scale),
        $"{name}: {Wording.Count(count, noun)}");

    private static DateOnly StartOf(DateOnly day, string unit) => unit switch
    {
        "week" => day.AddDays(-(((int)day.DayOfWeek + 6) % 7)),
        "month" => new DateOnly(day.Year, day.Month, 1),
        _ => day,
    };

    private static int Index(DateOnly start, DateOnly day, string unit) => unit switch
    {
        "week" => (day.DayNumber - start.DayNumber) / 7,
        "month" => ((day.Year - start.Year) * 12) + day.Month - start.Month,
        _ => day.DayNumber - start.DayNumber,
    };

    private static string Name(DateOnly start, int index, string unit) => unit switch
    {
        "week" => "week of " + DateText.Day(start.AddDays(index * 7)),
        "month" => start.AddMonths(index).ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        _ => DateText.Day(start.AddDays(index)),
    };

    private static string Text(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
