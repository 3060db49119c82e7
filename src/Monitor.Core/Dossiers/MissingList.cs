using System.Globalization;
using Monitor.Core.Dossiers.Activities;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers;

/// <summary>Says what could not be looked at, and why, so that nobody takes silence for an answer.</summary>
internal static class MissingList
{
    public static IReadOnlyList<string> Of(IReadOnlyList<Account> sightings, IReadOnlyDictionary<string, Release> releases, ActivityTally tally)
    {
        var missing = new List<string>();
        foreach (var sighting in sightings)
        {
            AddSighting(missing, sighting, releases.GetValueOrDefault(sighting.Source.Release));
        }

        var measures = tally.ToMeasures();
        if (measures.Posts == 0)
        {
            missing.Add("No posts of this account were imported: nothing can be said of what it wrote, when, with which programs and with whom. It may have none, or their file is not here.");
        }
        else if (measures.Posts < OutcomeRule.LeastPosts)
        {
            missing.Add(string.Create(CultureInfo.InvariantCulture, $"Only {measures.Posts} posts were imported, fewer than the {OutcomeRule.LeastPosts} that an outcome needs."));
        }

        if (measures.Posts > 0 && measures.WithClient == 0)
        {
            missing.Add("The posts do not say with which programs they were made.");
        }

        if (measures.Posts > 0 && measures.Hours.Timed < measures.Posts)
        {
            missing.Add(string.Create(CultureInfo.InvariantCulture, $"{measures.Posts - measures.Hours.Timed:N0} of {measures.Posts:N0} posts have no readable time."));
        }

        missing.Add("Posts that were deleted before the release, direct messages, log-in addresses and the platform's reasons are not published.");
        return missing.Distinct().ToList();
    }

    private static void AddSighting(List<string> missing, Account sighting, Release? release)
    {
        var where = release?.Title ?? sighting.Source.Release;
        if (sighting.Hidden.Count > 0)
        {
            missing.Add($"{where}: the publisher hides {string.Join(", ", sighting.Hidden)} behind a hash; who it was cannot be told, and a search for its name or handle cannot find it.");
        }

        if (sighting.Bio.Length == 0 && !sighting.Hidden.Contains("bio"))
        {
            missing.Add($"{where}: the bio is empty, so it can be neither compared nor linked by the groups that it names. Many people leave it empty.");
        }

        if (sighting.Created is null)
        {
            missing.Add($"{where}: no day of creation.");
        }

        if (release?.Announced is null)
        {
            missing.Add($"{where}: the day of the announcement is not known, so the account's age at that time is not either.");
        }

        if (sighting.Flags.Count > 0)
        {
            missing.Add($"{where}: the row is kept with these flags: {string.Join(", ", sighting.Flags)}.");
        }
    }
}
