namespace Monitor.Core.Text.Places;

/// <summary>
/// Reads country and time zone from a location as people write it in a profile: by a list of countries, regions and large cities in several scripts. It never
/// guesses: a place in several zones, a name of several places, or several places give no zone, and the reading says which of these it was. Zones and their
/// offsets over the years come from the IANA time zone database of the machine.
/// </summary>
public static class PlaceReader
{
    /// <summary>What a location says.</summary>
    public static PlaceReading Read(string location)
    {
        ArgumentNullException.ThrowIfNull(location);
        var names = Names(PlaceWords.Of(location));
        if (names.Count == 0)
        {
            return new(null, null, string.IsNullOrWhiteSpace(location) ? "The profile claims no place." : "The location names no country or large city that the list of places knows.");
        }

        var countries = Common(names);
        if (countries.Count == 0 && names.Exists(IsLarge))
        {
            names = names.FindAll(IsLarge); // "Paris, Texas": the larger place decides
            countries = Common(names);
        }

        return countries.Count switch
        {
            0 => new(null, null, $"The location names places in several countries ({Listed(names.SelectMany(n => n.Select(e => e.Country)))})."),
            1 => InCountry(names, countries.Single()),
            _ => new(null, null, $"The name fits places in several countries ({Listed(countries)})."),
        };
    }

    private static PlaceReading InCountry(List<IReadOnlyList<PlaceEntry>> names, string country)
    {
        var entries = names.SelectMany(n => n).Where(e => e.Country == country).ToList();
        var finest = entries.Max(e => e.Kind);
        var zones = entries.Where(e => e.Kind == finest).Select(e => e.Zone).Distinct().ToList();
        if (zones is not [{ } id])
        {
            return new(country, null, zones.Count > 1 ? "The location names places in several time zones." : $"The location names no more than a {(finest == PlaceKind.Region ? "region" : "country")} that lies in several time zones ({country}).");
        }

        return TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone)
            ? new(country, zone, $"The location names a {finest.ToString().ToLowerInvariant()} in the time zone {id}.")
            : new(country, null, $"The location lies in the time zone {id}, which this machine's time zone data does not hold.");
    }

    /// <summary>Countries that fit every name.</summary>
    private static HashSet<string> Common(List<IReadOnlyList<PlaceEntry>> names) =>
        names.Select(n => n.Select(e => e.Country).ToHashSet()).Aggregate((a, b) => [.. a.Where(b.Contains)]);

    private static bool IsLarge(IReadOnlyList<PlaceEntry> name) => name.Any(e => e.Kind != PlaceKind.City);

    private static string Listed(IEnumerable<string> countries) => string.Join(", ", countries.Distinct().Order(StringComparer.Ordinal));

    /// <summary>The places of each name found, the longest names first from left to right.</summary>
    private static List<IReadOnlyList<PlaceEntry>> Names(IReadOnlyList<PlaceWord> words)
    {
        var found = new List<IReadOnlyList<PlaceEntry>>();
        for (var i = 0; i < words.Count;)
        {
            var (places, taken) = Longest(words, i);
            if (places.Count > 0)
            {
                found.Add(places);
            }
            else if (PlaceWords.IsUnspaced(words[i].Folded))
            {
                found.AddRange(Inside(words[i].Folded));
            }

            i += Math.Max(1, taken);
        }

        return found;
    }

    private static (IReadOnlyList<PlaceEntry> Places, int Taken) Longest(IReadOnlyList<PlaceWord> words, int start)
    {
        for (var count = Math.Min(PlaceList.Current.LongestWords, words.Count - start); count > 0; count--)
        {
            var name = string.Join(' ', Enumerable.Range(start, count).Select(k => words[k].Folded));
            if (PlaceList.Current.Named(name) is { Count: > 0 } places && (!PlaceList.IsShort(name) || StandsAlone(words, start, count)))
            {
                return (places, count);
            }
        }

        return ([], 0);
    }

    /// <summary>A short name counts when it is all there is, or a segment of its own in capitals.</summary>
    private static bool StandsAlone(IReadOnlyList<PlaceWord> words, int start, int count) =>
        count == words.Count
        || (Enumerable.Range(start, count).All(k => words[k].Written.All(char.IsUpper) && words[k].Segment == words[start].Segment)
            && words.Count(w => w.Segment == words[start].Segment) == count);

    /// <summary>Names within a word of a script without blanks, the longest first.</summary>
    private static IEnumerable<IReadOnlyList<PlaceEntry>> Inside(string word)
    {
        for (var i = 0; i < word.Length;)
        {
            var length = Enumerable.Range(2, Math.Max(0, Math.Min(PlaceList.LongestUnspaced, word.Length - i) - 1)).Reverse()
                .FirstOrDefault(n => PlaceList.Current.Named(word.Substring(i, n)).Count > 0);
            if (length > 0)
            {
                yield return PlaceList.Current.Named(word.Substring(i, length));
            }

            i += Math.Max(1, length);
        }
    }
}
