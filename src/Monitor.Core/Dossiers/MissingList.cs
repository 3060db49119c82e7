using System.Globalization;
using Monitor.Core.Dossiers.Activities;
using Monitor.Core.Dossiers.Signals;
using Monitor.Core.Dossiers.Statistics;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers;

/// <summary>Says what could not be looked at, and why, so that nobody takes silence for an answer.</summary>
internal static class MissingList
{
    /// <summary>Flag that import sets on an account read from a post's row.</summary>
    private const string FromPost = "from-post";

    /// <summary>Accounts from which on a value that none of them has counts as uncommon (see <see cref="BaseRate"/>).</summary>
    private const int FewSampled = 30;

    public static IReadOnlyList<string> Of(IReadOnlyList<Account> sightings, IReadOnlyDictionary<string, Release> releases, ActivityTally tally, int sampled)
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
            missing.Add(string.Create(
                CultureInfo.InvariantCulture, $"Only {measures.Posts} post{(measures.Posts == 1 ? " was" : "s were")} imported, fewer than the {OutcomeRule.LeastPosts} that an outcome needs."));
        }
        else
        {
            AddComparison(missing, measures, sampled);
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

    /// <summary>What there are too few posts, or too few other accounts with posts, to tell.</summary>
    private static void AddComparison(List<string> missing, PostMeasures measures, int sampled)
    {
        var untold = PostFact.All.Where(f => !f.CanTell(measures)).Select(f => f.Name).ToList();
        if (untold.Count > 0)
        {
            missing.Add($"Too few posts with what is needed to tell: {string.Join(", ", untold)}.");
        }

        if (sampled < FewSampled)
        {
            missing.Add(string.Create(
                CultureInfo.InvariantCulture, $"Only {sampled} imported accounts have posts enough to compare with, so most that the posts show cannot count for more than weak."));
        }
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

        if (sighting.Flags.Contains(FromPost))
        {
            missing.Add($"{where}: its profile is taken from the row of a post, since no account table with it was imported.");
        }

        if (FormerRow.NotIn(sighting.Flags) is { } version)
        {
            missing.Add($"{where}: version {version} of the release no longer has this account; what is shown is of an earlier version.");
        }

        var flags = FormerRow.Without(sighting.Flags).Where(f => f != FromPost).ToList();
        if (flags.Count > 0)
        {
            missing.Add($"{where}: the row is kept with these flags: {string.Join(", ", flags)}.");
        }
    }
}
