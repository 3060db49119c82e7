namespace Monitor.Core.Model;

/// <summary>The side that a signal speaks for.</summary>
public enum SignalSide
{
    /// <summary>Speaks for a real person.</summary>
    Person,

    /// <summary>Speaks for an operated account.</summary>
    Operated,
}

/// <summary>How strongly a signal speaks.</summary>
public enum SignalStrength
{
    /// <summary>Worth a look, common among all accounts.</summary>
    Weak,

    /// <summary>Uncommon.</summary>
    Moderate,

    /// <summary>Rare.</summary>
    Strong,
}

/// <summary>One measured fact about an account that speaks for or against a real person.</summary>
/// <param name="Name">Stable name, such as <c>creation-burst</c>.</param>
/// <param name="Side">What it speaks for.</param>
/// <param name="Strength">How strongly.</param>
/// <param name="Value">The measured value, for people, with its unit.</param>
/// <param name="BaseRate">How common the value is in the release and over all imported accounts, for people.</param>
/// <param name="Text">One plain sentence.</param>
/// <param name="Rows">The rows it rests on.</param>
public sealed record Signal(
    string Name,
    SignalSide Side,
    SignalStrength Strength,
    string Value,
    string BaseRate,
    string Text,
    IReadOnlyList<RowRef> Rows);

/// <summary>What the signals of an account come to. Never a number.</summary>
public enum DossierOutcome
{
    /// <summary>Thin data; the honest default.</summary>
    NotEnoughEvidence,

    /// <summary>The evidence speaks for a real person.</summary>
    SpeaksForPerson,

    /// <summary>The evidence speaks for an operated account.</summary>
    SpeaksForOperated,

    /// <summary>Strong evidence on both sides.</summary>
    Contradictory,
}

/// <summary>Everything known about one account.</summary>
/// <param name="Id">Account id.</param>
/// <param name="Sightings">The account as each release shows it.</param>
/// <param name="Outcome">What the signals come to.</param>
/// <param name="Signals">Both sides.</param>
/// <param name="Timeline">Creation, posts and status events in order.</param>
/// <param name="Activity">What its posts show.</param>
/// <param name="Missing">What could not be looked at, and why.</param>
public sealed record Dossier(
    string Id,
    IReadOnlyList<Account> Sightings,
    DossierOutcome Outcome,
    IReadOnlyList<Signal> Signals,
    IReadOnlyList<TimelineEntry> Timeline,
    Activity Activity,
    IReadOnlyList<string> Missing);

/// <summary>One dated line of an account's life.</summary>
/// <param name="Time">When.</param>
/// <param name="Text">What.</param>
/// <param name="Source">The row that says so; null for a computed line.</param>
public sealed record TimelineEntry(PartialDate Time, string Text, RowRef? Source);

/// <summary>What an account's posts show.</summary>
/// <param name="Posts">Posts imported.</param>
/// <param name="Reposts">Of these, reposts.</param>
/// <param name="Replies">Of these, replies.</param>
/// <param name="First">First post.</param>
/// <param name="Last">Last post.</param>
/// <param name="HourByWeekday">7 × 24 counts in UTC, Monday first.</param>
/// <param name="PerDay">Posts per day (UTC), days with none left out.</param>
/// <param name="Languages">Posts by language, most first.</param>
/// <param name="Clients">Posts by client, most first.</param>
/// <param name="Hashtags">Uses by hashtag, most first.</param>
/// <param name="Links">Uses by host, most first.</param>
/// <param name="Mentions">Uses by user mentioned, most first.</param>
public sealed record Activity(
    int Posts,
    int Reposts,
    int Replies,
    DateTimeOffset? First,
    DateTimeOffset? Last,
    IReadOnlyList<IReadOnlyList<int>> HourByWeekday,
    IReadOnlyList<DayCount> PerDay,
    IReadOnlyList<ValueCount> Languages,
    IReadOnlyList<ValueCount> Clients,
    IReadOnlyList<ValueCount> Hashtags,
    IReadOnlyList<ValueCount> Links,
    IReadOnlyList<ValueCount> Mentions);

/// <summary>Posts on one UTC day.</summary>
/// <param name="Day">The day.</param>
/// <param name="Count">Posts on it.</param>
public sealed record DayCount(DateOnly Day, int Count);

/// <summary>How often a value occurs.</summary>
/// <param name="Value">The value.</param>
/// <param name="Count">How often.</param>
public sealed record ValueCount(string Value, long Count);
