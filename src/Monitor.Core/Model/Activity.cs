namespace Monitor.Core.Model;

/// <summary>What an account's posts show. Every post is of one kind: repost, else reply, else quote, else original.</summary>
/// <param name="Posts">Posts imported.</param>
/// <param name="Reposts">Of these, reposts.</param>
/// <param name="Replies">Of these, replies, also to itself.</param>
/// <param name="Quotes">Of these, posts that quote another and are no reply.</param>
/// <param name="Originals">The rest.</param>
/// <param name="First">First post.</param>
/// <param name="Last">Last post.</param>
/// <param name="HourByWeekday">7 × 24 counts in UTC, Monday first.</param>
/// <param name="Local">The same in the time of the claimed place, or why there is none.</param>
/// <param name="PerDay">Posts per day (UTC), days with none left out.</param>
/// <param name="Languages">Posts by language, most first.</param>
/// <param name="Clients">Posts by client, most first.</param>
/// <param name="Hashtags">Uses by hashtag, most first.</param>
/// <param name="Links">Uses by host, most first.</param>
/// <param name="Pages">Uses by address linked, most first.</param>
/// <param name="Mentions">Uses by user mentioned, most first.</param>
public sealed record Activity(
    int Posts,
    int Reposts,
    int Replies,
    int Quotes,
    int Originals,
    DateTimeOffset? First,
    DateTimeOffset? Last,
    IReadOnlyList<IReadOnlyList<int>> HourByWeekday,
    LocalHours Local,
    IReadOnlyList<DayCount> PerDay,
    IReadOnlyList<ValueCount> Languages,
    IReadOnlyList<ValueCount> Clients,
    IReadOnlyList<ValueCount> Hashtags,
    IReadOnlyList<ValueCount> Links,
    IReadOnlyList<ValueCount> Pages,
    IReadOnlyList<ValueCount> Mentions)
{
    /// <summary>Whole days from the day of creation to that of the first imported post; null when either is not known. Negative when the rows contradict each other.</summary>
    public int? DaysToFirstPost { get; init; }
}

/// <summary>Posts by hour in the time of the place that the profile claims, each post with the offset that held there at its moment (summer time and all).</summary>
/// <param name="Location">The location as the profile has it; empty when it has none.</param>
/// <param name="Zone">IANA time zone; null when the place tells none.</param>
/// <param name="Why">One sentence: how the zone follows from the location, or why none does.</param>
/// <param name="HourByWeekday">7 × 24 counts in local time, Monday first; empty without a zone.</param>
public sealed record LocalHours(string Location, string? Zone, string Why, IReadOnlyList<IReadOnlyList<int>> HourByWeekday);

/// <summary>Posts on one UTC day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Count">Posts on it.</param>
public sealed record DayCount(DateOnly Day, int Count);

/// <summary>How often a value occurs.</summary>
/// <param name="Value">The value.</param>
/// <param name="Count">How often.</param>
public sealed record ValueCount(string Value, long Count);
