using Monitor.Core.Dossiers.Activities;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers;

/// <summary>Writes the dated lines of an account's life.</summary>
internal static class TimelineWriter
{
    public static IReadOnlyList<TimelineEntry> Of(
        IReadOnlyList<Account> sightings, IReadOnlyDictionary<string, Release> releases, IReadOnlyList<StatusEvent> events, ActivityTally tally)
    {
        var entries = new List<TimelineEntry>();
        foreach (var created in sightings.Where(s => s.Created is not null).DistinctBy(s => s.Created))
        {
            entries.Add(new(created.Created!.Value, "Created, as the release says.", created.Source));
        }

        foreach (var (post, text) in new[] { (tally.First, "First imported post."), (tally.Last, "Last imported post.") })
        {
            if (post?.Time is { } time)
            {
                entries.Add(new(new(time, DatePrecision.Minute), text, post.Source));
            }
        }

        entries.AddRange(events.Where(e => e.Time is not null).Select(e => new TimelineEntry(
            e.Time!.Value, e.Detail.Length > 0 ? $"{Word(e.Kind)}: {e.Detail}" : $"{Word(e.Kind)}.", e.Source)));
        foreach (var sighting in sightings)
        {
            if (releases.GetValueOrDefault(sighting.Source.Release) is { Announced: { } announced } release)
            {
                entries.Add(new(announced, $"Release announced: {release.Title}.", sighting.Source));
            }
        }

        return entries.OrderBy(e => e.Time.Time).ThenBy(e => e.Text, StringComparer.Ordinal).ToList();
    }

    private static string Word(StatusKind kind) => kind switch
    {
        StatusKind.Suspended => "Suspended",
        StatusKind.Reinstated => "Suspension taken back",
        StatusKind.Renamed => "Renamed",
        StatusKind.Withheld => "Withheld",
        StatusKind.Deleted => "Not to be found",
        _ => "Seen",
    };
}
