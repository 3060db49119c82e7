namespace Monitor.Core.Text.Places;

/// <summary>How large a place is; the smaller it is, the more exactly it tells the zone.</summary>
internal enum PlaceKind
{
    Country,
    Region,
    City,
}

/// <summary>A place of the list.</summary>
/// <param name="Kind">Country, region or city.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Zone">IANA zone; null when it lies in several.</param>
internal sealed record PlaceEntry(PlaceKind Kind, string Country, string? Zone);
