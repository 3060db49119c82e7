using Monitor.Core.Dossiers.Activities;
using Monitor.Core.Dossiers.World;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers;

/// <summary>Writes the dated lines of an account's life.</summary>
internal static class TimelineWriter
{
    /// <summary>Documents that name it, which are listed.</summary>
    private const int MostDocuments = 20;

    public static IReadOnlyList<TimelineEntry> Of(
        IReadOnlyList<Account> sightings, IReadOnlyDictionary<string, Release> releases, IReadOnlyList<StatusEvent> events, ClockTally clock, IReadOnlyList<Mention> mentions)
    {
        var entries = new List<TimelineEntry>();
        foreach (var created in sightings.Where(s => s.Created is not null).DistinctBy(s => s.Created))
        {
            entries.Add(new(created.Created!.Value, "Created, as the release says.", created.Source));
        }

        foreach (var (post, text) in new[] { (clock.First, "First imported post."), (clock.Last, "Last imported post.") })
        {
            if (post?.Time is { } time)
            {
                entries.Add(new(new(time, DatePrecision.Minute), text, post.Source));
            }
        }

        entries.AddRange(events.Where(e => e.Time is not null).Select(e => new TimelineEntry(
            e.Time!.Value, Sentence(e) + (FormerRow.NotIn(e.Flags) is { } version ? $" Version {version} of the release no longer says so." : ""), e.Source)));
        foreach (var sighting in sightings)
        {
            if (releases.GetValueOrDefault(sighting.Source.Release) is { Announced: { } announced } release)
            {
                entries.Add(new(announced, $"Release announced: {release.Title}.", sighting.Source));
            }
        }

        entries.AddRange(mentions.Select(m => m.Document).Where(d => d.Published is not null).Take(MostDocuments).Select(d => new TimelineEntry(
            new(d.Published!.Value, DatePrecision.Minute), $"Named as \"{d.Words}\" in a document on {d.Site}: {d.Title}", null)
        { Document = d.Id }));
        return entries.OrderBy(e => e.Time.Time).ThenBy(e => e.Text, StringComparer.Ordinal).ToList();
    }

    private static string Sentence(StatusEvent e) => e.Detail.Length > 0 ? $"{Word(e.Kind)}: {e.Detail}" : $"{Word(e.Kind)}.";

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
