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

    /// <param name="sightings">The account's rows.</param>
    /// <param name="releases">Releases by id.</param>
    /// <param name="measures">Its posts.</param>
    /// <param name="postRelease">Release of its posts; empty when it has none.</param>
    /// <param name="sampled">Accounts whose posts were measured.</param>
    /// <param name="laterMentions">Documents that name it and do not count for a person.</param>
    /// <param name="documents">Documents collected.</param>
    public static IReadOnlyList<string> Of(
        IReadOnlyList<Account> sightings, IReadOnlyDictionary<string, Release> releases, PostMeasures measures, string postRelease, int sampled, int laterMentions, long documents)
    {
        var missing = new List<string>();
        foreach (var sighting in sightings)
        {
            AddSighting(missing, sighting, releases.GetValueOrDefault(sighting.Source.Release));
        }

        AddPosts(missing, measures, sampled);
        AddIncomplete(missing, releases.GetValueOrDefault(postRelease.Length > 0 ? postRelease : sightings.Count > 0 ? sightings[^1].Source.Release : ""));
        AddDocuments(missing, sightings, laterMentions, documents);
        missing.Add("Posts that were deleted before the release, direct messages, log-in addresses and the platform's reasons are not published.");
        return missing.Distinct().ToList();
    }

    private static void AddPosts(List<string> missing, PostMeasures measures, int sampled)
    {
        if (measures.Posts == 0)
        {
            missing.Add("No posts of this account were imported: nothing can be said of what it wrote, when, with which programs and with whom. It may have none, or their file is not here.");
            return;
        }

        if (measures.Posts < OutcomeRule.LeastPosts)
        {
            missing.Add(Said($"Only {measures.Posts} post{(measures.Posts == 1 ? " was" : "s were")} imported, fewer than the {OutcomeRule.LeastPosts} that an outcome needs."));
        }
        else
        {
            AddComparison(missing, measures, sampled);
        }

        if (measures.Clients.Known == 0)
        {
            missing.Add("The posts do not say with which programs they were made.");
        }

        if (measures.Hours.Timed < measures.Posts)
        {
            missing.Add(Said($"{measures.Posts - measures.Hours.Timed:N0} of {measures.Posts:N0} posts have no readable time."));
        }
    }

    private static void AddIncomplete(List<string> missing, Release? release)
    {
        if (ReceivedPosts.AreAll(release))
        {
            return;
        }

        var files = ReceivedPosts.MissingFiles(release);
        missing.Add(files.Count > 0
            ? $"{release!.Title}: of the publisher's files of posts, {string.Join(", ", files)} {(files.Count == 1 ? "was" : "were")} not imported. What is said of posts here is of the part that was, if any; counts and shares may be others in the whole."
            : Said($"{release!.Title}: {ReceivedPosts.Received(release):N0} of {ReceivedPosts.Announced(release):N0} announced posts were imported. What is said of posts here is of this part; counts and shares may be others in the whole."));
    }

    private static void AddDocuments(List<string> missing, IReadOnlyList<Account> sightings, int laterMentions, long documents)
    {
        if (!sightings.Any(OriginFacts.IsHandleShown))
        {
            missing.Add("Its handle is not known, so it could not be looked for in collected documents.");
        }
        else if (documents == 0)
        {
            missing.Add("No documents are collected yet, so its handle and name could not be looked for in any.");
        }
        else
        {
            missing.Add(Said($"Its handle and full name were looked for in the {documents:N0} collected documents and nowhere else: that few or none name it says little."));
        }

        if (laterMentions > 0)
        {
            missing.Add(Said($"{laterMentions} document{(laterMentions == 1 ? " names it" : "s name it")} that {(laterMentions == 1 ? "is" : "are")} undated or from after the platform spoke of it; {(laterMentions == 1 ? "it does" : "they do")} not count for a person, since {(laterMentions == 1 ? "it" : "they")} may speak of the removal. Those with a date are in the timeline."));
        }
    }

    /// <summary>What there are too few posts, or too few other accounts with posts, to tell.</summary>
    private static void AddComparison(List<string> missing, PostMeasures measures, int sampled)
    {
        var untold = PostFact.All.Where(f => !PlaceFacts.All.Contains(f) && !f.CanTell(measures)).Select(f => f.Name.Replace('-', ' ')).ToList();
        if (untold.Count > 0)
        {
            missing.Add($"Too few posts with what is needed to tell: {string.Join(", ", untold)}.");
        }

        if (sampled < FewSampled)
        {
            missing.Add(Said($"Only {sampled} imported accounts have posts enough to compare with, so most that the posts show cannot count for more than weak."));
        }
    }

    private static void AddSighting(List<string> missing, Account sighting, Release? release)
    {
        var where = release?.Title ?? sighting.Source.Release;
        if (sighting.Hidden.Count > 0)
        {
            missing.Add($"{where}: the publisher hides {string.Join(", ", sighting.Hidden)} behind a hash; who it was cannot be told, and a search for its name or handle cannot find it.");
        }

        if (sighting.Hidden.Contains("bio"))
        {
            missing.Add($"{where}: that the bio is hidden is the publisher's doing and says nothing of the account.");
        }
        else if (sighting.Bio.Length == 0 && ProfileFacts.HasProfile(sighting))
        {
            missing.Add($"{where}: the bio is empty, so it can be neither compared nor linked by the groups that it names.");
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

    private static string Said(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
