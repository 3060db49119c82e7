using System.Globalization;

namespace Monitor.Core.Dossiers.Releases;

/// <summary>Says what a release cannot answer, because the publisher hides it, nobody wrote it, or it was not imported.</summary>
internal static class ReleaseGaps
{
    /// <summary>Posts from which on none that answers or repeats another is odd: in the archives two of three do.</summary>
    private const int ManyPosts = 100;

    public static IReadOnlyList<string> Of(ReleaseFacts facts)
    {
        if (facts.Release.Versions.Count == 0)
        {
            return ["Nothing of this release was imported: who its accounts were, when they were made and what they wrote cannot be answered here."];
        }

        return facts.Accounts is { } accounts ? [.. Accounts(accounts), .. Posts(facts, accounts)] : [];
    }

    private static IEnumerable<string> Accounts(AccountFacts a)
    {
        if (a.Hashed > 0)
        {
            yield return Line($"The publisher hashed id, handle and name of {a.Hashed:N0} of {a.Accounts:N0} accounts: whether a person or handle named elsewhere is among them cannot be answered, nor what else is known of them.");
        }

        foreach (var field in a.Fields.Where(f => f.Field is "bio" or "location"))
        {
            var word = field.Field == "bio" ? "bio" : "place";
            if (field.Hidden > 0)
            {
                yield return Line($"The publisher hides the {word} of {field.Hidden:N0} of {a.Accounts:N0} accounts.");
            }

            if (field.Empty > 0)
            {
                yield return field.Field == "bio"
                    ? Line($"{field.Empty:N0} of {a.Accounts:N0} accounts have no bio, so which groups they belong to cannot be told by it. Many people leave it empty.")
                    : Line($"{field.Empty:N0} of {a.Accounts:N0} accounts name no place. A place that is named is what the account claims, not where it was.");
            }
        }

        if (a.CreatedUnknown > 0)
        {
            yield return Line($"The day of creation of {a.CreatedUnknown:N0} of {a.Accounts:N0} accounts is not given.");
        }

        if (a.FromPosts > 0)
        {
            yield return Line($"{a.FromPosts:N0} of {a.Accounts:N0} accounts are known from rows of posts only, since no account table with them was imported.");
        }
    }

    private static IEnumerable<string> Posts(ReleaseFacts facts, AccountFacts a)
    {
        if (facts.Posts is { Posts: 0 })
        {
            yield return "No posts of this release were imported: what its accounts wrote, when, with which programs and together with whom cannot be answered.";
        }
        else if (facts.Posts is { } p)
        {
            if (facts.Release.Versions[^1].Posts - p.Posts is > 0 and var repeated)
            {
                yield return Line($"{repeated:N0} of the {facts.Release.Versions[^1].Posts:N0} rows of posts that were received repeat a post of another row, so {p.Posts:N0} posts are counted.");
            }

            if (a.Accounts > p.Accounts)
            {
                yield return Line($"No post of {a.Accounts - p.Accounts:N0} of the {a.Accounts:N0} accounts was imported. They may have none, or their file is not here.");
            }

            if (p.Posts >= ManyPosts && p.Kinds is { Replies: 0, Quotes: 0, Reposts: 0 })
            {
                yield return "No post is marked as reply, quote or repost: perhaps the files do not say it, so what counts as own words may be anything.";
            }

            if (p.Untimed > 0)
            {
                yield return Line($"{p.Untimed:N0} of {p.Posts:N0} posts have no readable time.");
            }
        }
    }

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
