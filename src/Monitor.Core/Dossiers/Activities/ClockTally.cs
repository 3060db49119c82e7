using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Activities;

/// <summary>When posts were made: by hour and weekday in UTC and, with a zone, in local time, each post with the offset that held at its moment; and by day.</summary>
internal sealed class ClockTally(TimeZoneInfo? zone)
{
    private readonly int[][] utc = NewTable();
    private readonly int[][] local = NewTable();
    private readonly SortedDictionary<DateOnly, int> perDay = [];

    /// <summary>First and last post by time.</summary>
    public Post? First { get; private set; }

    public Post? Last { get; private set; }

    /// <summary>7 × 24 counts in UTC, Monday first.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Utc => utc;

    /// <summary>The same in local time; empty without a zone.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Local => zone is null ? [] : local;

    /// <summary>Posts per day in UTC.</summary>
    public IReadOnlyList<DayCount> PerDay => [.. perDay.Select(d => new DayCount(d.Key, d.Value))];

    /// <summary>Example rows by hour of the day, UTC.</summary>
    public IReadOnlyList<RowExamples> Hours { get; } = [.. Enumerable.Range(0, 24).Select(_ => new RowExamples())];

    public void Add(Post post)
    {
        if (post.Time is not { } time)
        {
            return;
        }

        First = First is null || time < First.Time ? post : First;
        Last = Last is null || time >= Last.Time ? post : Last;
        Count(utc, time.UtcDateTime);
        Hours[time.UtcDateTime.Hour].Keep(post.Source);
        if (zone is not null)
        {
            Count(local, TimeZoneInfo.ConvertTime(time, zone).DateTime);
        }

        var day = DateOnly.FromDateTime(time.UtcDateTime);
        perDay[day] = perDay.GetValueOrDefault(day) + 1;
    }

    /// <summary>What is measured of it.</summary>
    public PostingHours ToMeasures() => PostingHours.Of(utc, perDay.Count);

    private static int[][] NewTable() => [.. Enumerable.Range(0, 7).Select(_ => new int[24])];

    private static void Count(int[][] table, DateTime time) => table[((int)time.DayOfWeek + 6) % 7][time.Hour]++;
}
