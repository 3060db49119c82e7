using System.Globalization;
using System.Text;

namespace Monitor.Core.Evidence;

/// <summary>How many media a version refers to.</summary>
/// <param name="Files">Media files.</param>
/// <param name="Bytes">Their sizes together, as far as they are known.</param>
/// <param name="OfAccounts">Those whose path names the account.</param>
/// <param name="OfPosts">Those whose path names the post.</param>
/// <param name="OtherLines">Lines of the publisher's lists that name no media file.</param>
public sealed record MediaCounts(long Files, long Bytes, long OfAccounts, long OfPosts, long OtherLines);

/// <summary>
/// The media of a kept version, from the indexes that were made of what was given and from lists of the publisher's. Streams, so that a list of any length can be looked
/// through; the files themselves are elsewhere.
/// </summary>
public static class ReleaseMedia
{
    /// <summary>Longest line of a list that is looked at; addresses are shorter.</summary>
    private const int LineLimit = 4_096;

    /// <summary>Most columns of a list: address, size, digest, time. Tables of accounts and posts, in which links to pictures stand too, have more.</summary>
    private const int ListColumns = 4;

    /// <summary>Every reference, by file and in the order of its lines.</summary>
    public static IEnumerable<MediaReference> In(KeptRelease kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        return kept.Files.SelectMany(f => f.IsMediaIndex ? ReleaseMediaIndex.Read(f.Path) : IsList(f) ? Listed(f.Path).OfType<MediaReference>() : []);
    }

    /// <summary>References of an account, by its user id or hash exactly as the release shows it.</summary>
    public static IEnumerable<MediaReference> OfAccount(KeptRelease kept, string userId) => In(kept).Where(m => m.UserId.Length > 0 && m.UserId == userId);

    /// <summary>References of a post, by the platform's id.</summary>
    public static IEnumerable<MediaReference> OfPost(KeptRelease kept, string postId) => In(kept).Where(m => m.PostId.Length > 0 && m.PostId == postId);

    /// <summary>What the version refers to; null when nothing was given that lists media.</summary>
    public static MediaCounts? Count(KeptRelease kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        if (!kept.Files.Any(f => f.IsMediaIndex || IsList(f)))
        {
            return null;
        }

        var counts = new MediaCounts(0, 0, 0, 0, kept.Files.Where(IsList).Sum(f => Listed(f.Path).LongCount(m => m is null)));
        foreach (var media in In(kept))
        {
            counts = counts with
            {
                Files = counts.Files + 1,
                Bytes = counts.Bytes + (media.Bytes ?? 0),
                OfAccounts = counts.OfAccounts + (media.UserId.Length > 0 ? 1 : 0),
                OfPosts = counts.OfPosts + (media.PostId.Length > 0 ? 1 : 0),
            };
        }

        return counts;
    }

    /// <summary>
    /// True for a publisher's list of media: a text or csv file of which one of the first two lines (one may be a header) names a media file by path or address, alone or
    /// beside its size and digest.
    /// </summary>
    public static bool IsList(KeptFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return !file.IsMediaIndex && Path.GetExtension(file.Name).ToLowerInvariant() is ".txt" or ".csv" or ".tsv" && Listed(file.Path).Take(2).Any(m => m is { PostId.Length: > 0 } or { UserId.Length: > 0 });
    }

    /// <summary>The lines of a list; null for one that names no media file. Empty lines are left out.</summary>
    private static IEnumerable<MediaReference?> Listed(string path)
    {
        using var lines = new StreamReader(path, Encoding.UTF8);
        var first = true;
        while (lines.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                var reference = line.Length > LineLimit ? null : Line(line.Trim());
                if (!first || reference is not null)
                {
                    yield return reference; // a first line without one is the header
                }

                first = false;
            }
        }
    }

    private static MediaReference? Line(string line)
    {
        var cells = line.Contains('\t', StringComparison.Ordinal) ? line.Split('\t') : line.Contains(',', StringComparison.Ordinal) ? line.Split(',') : line.Split("  ", 2);
        if (cells.Length > ListColumns)
        {
            return null;
        }

        var trimmed = cells.Select(c => c.Trim().Trim('"').TrimStart('*')).ToList();
        if (trimmed.Find(MediaReference.IsMedia) is not { } path)
        {
            return null;
        }

        var size = trimmed.Find(c => c.Length is > 0 and <= 15 && c.All(char.IsAsciiDigit));
        var digest = trimmed.Find(c => c.Length is 8 or 32 or 40 or 64 && c.All(char.IsAsciiHexDigit) && c != size);
        return MediaReference.Of(path, size is null ? null : long.Parse(size, CultureInfo.InvariantCulture), digest ?? "");
    }
}
