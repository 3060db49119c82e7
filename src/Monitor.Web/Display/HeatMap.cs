using Monitor.Core.Dossiers;

namespace Monitor.Web.Display;

/// <summary>One hour of one weekday.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Top edge.</param>
/// <param name="Level">0 for none, 1 to 5 by the share of the fullest hour.</param>
/// <param name="Title">Day, hour and number.</param>
internal sealed record HeatCell(int X, int Y, int Level, string Title);

/// <summary>The posts of an account by weekday and hour, ready to be drawn.</summary>
/// <param name="Zone">In whose time: UTC, or an IANA time zone.</param>
/// <param name="Counts">7 × 24 counts, Monday first.</param>
/// <param name="Cells">Rectangles.</param>
/// <param name="Summary">The picture in a sentence.</param>
internal sealed record HeatMap(string Zone, IReadOnlyList<IReadOnlyList<int>> Counts, IReadOnlyList<HeatCell> Cells, string Summary)
{
    public const int CellWidth = 26;
    public const int CellHeight = 20;
    public const int Left = 44;
    public const int Top = 20;
    public const int Width = Left + (24 * CellWidth);
    public const int Height = Top + (7 * CellHeight);

    public static IReadOnlyList<string> Days { get; } = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    /// <summary>What ids of this picture begin with.</summary>
    public string Id => Zone == "UTC" ? "heat" : "heat-local";

    public static HeatMap Of(IReadOnlyList<IReadOnlyList<int>> counts, string zone = "UTC")
    {
        var most = Math.Max(1, counts.SelectMany(d => d).DefaultIfEmpty().Max());
        var cells = from day in Enumerable.Range(0, Math.Min(7, counts.Count))
                    from hour in Enumerable.Range(0, Math.Min(24, counts[day].Count))
                    let count = counts[day][hour]
                    select new HeatCell(
                        Left + (hour * CellWidth),
                        Top + (day * CellHeight),
                        (int)Math.Ceiling(5.0 * count / most),
                        $"{Days[day]} {hour:00}–{hour + 1:00} {zone}: {Wording.Count(count, "post")}");
        return new(zone, counts, [.. cells], Describe(counts, zone));
    }

    private static string Describe(IReadOnlyList<IReadOnlyList<int>> counts, string zone)
    {
        var total = counts.Sum(d => d.Sum());
        if (total == 0)
        {
            return "No post has a time of day.";
        }

        var (day, hour) = (from d in Enumerable.Range(0, counts.Count) from h in Enumerable.Range(0, counts[d].Count) orderby counts[d][h] descending, d, h select (d, h)).First();
        // Counted as the signal of daily rest is, so that the page never says two numbers of one night.
        var quiet = QuietTime.Of(counts);
        var pause = quiet.Hours == 0
            ? "It has no quiet hours."
            : $"Its quiet hours are {quiet.Hours} a day, from {quiet.Start:00}:00 to {quiet.End:00}:00 {zone}, with {(quiet.Posts == 0 ? "no posts" : Wording.Count(quiet.Posts, "post"))}.";
        return $"The fullest hour of the week is {Days[day]} {hour:00}:00 to {(hour + 1) % 24:00}:00 {zone} with {counts[day][hour]} of {Wording.Count(total, "post")}. {pause}";
    }
}
