using Monitor.Core.Model;

namespace Monitor.Core.Dossiers;

/// <summary>Whether the posts of a release that were imported are all that its publisher announced.</summary>
internal static class ReceivedPosts
{
    /// <summary>Publishers' counts and files differ by less than this without anybody knowing why.</summary>
    private const double NearlyAll = 0.9;

    /// <summary>
    /// False when many fewer posts came in than were announced, or a file of posts that the publisher lists did not come in (by name up to the first dot); true when
    /// neither is known.
    /// </summary>
    public static bool AreAll(Release? release) =>
        (Announced(release) is not { } announced || Received(release!) >= NearlyAll * announced) && MissingFiles(release).Count == 0;

    /// <summary>Files of posts that the publisher lists and that the newest version does not hold.</summary>
    public static IReadOnlyList<string> MissingFiles(Release? release)
    {
        var received = release?.Versions is [.., var newest] ? newest.Files.Select(f => f.Name).ToList() : [];
        return [.. (release?.FileNames ?? []).Where(f => f.Contains("tweets", StringComparison.OrdinalIgnoreCase) && !received.Exists(r => r.Contains(f.Split('.')[0], StringComparison.OrdinalIgnoreCase)))];
    }

    /// <summary>Posts announced; null when no number is known.</summary>
    public static long? Announced(Release? release) =>
        release?.AnnouncedCounts.Where(c => c.Of.Equals("tweets", StringComparison.OrdinalIgnoreCase) || c.Of.Equals("posts", StringComparison.OrdinalIgnoreCase)).Select(c => (long?)c.Value).Max();

    /// <summary>Posts of the newest imported version.</summary>
    public static long Received(Release release) => release.Versions is [.., var newest] ? newest.Posts : 0;
}
