namespace Monitor.Core.Text.Places;

/// <summary>What a location as written in a profile says of country and time zone.</summary>
/// <param name="Country">ISO 3166-1 alpha-2; null when it names none, or several.</param>
/// <param name="Zone">The time zone; null when the place tells none.</param>
/// <param name="Why">One sentence for people: how the zone follows, or why none does.</param>
public sealed record PlaceReading(string? Country, TimeZoneInfo? Zone, string Why);
