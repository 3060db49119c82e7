using System.Text.Json.Serialization;

namespace Monitor.Core.Model;

/// <summary>One post by an account, from a tweet-level release row.</summary>
/// <param name="Id"><c>platform:postid</c>, see <see cref="Ids.Post"/>.</param>
/// <param name="AccountId">Account that posted it.</param>
/// <param name="Text">Its words.</param>
/// <param name="Time">When it was posted, UTC.</param>
/// <param name="Source">The row it came from.</param>
public sealed record Post(string Id, string AccountId, string Text, DateTimeOffset? Time, RowRef Source)
{
    /// <summary>Language as the platform tagged it.</summary>
    public string Language { get; init; } = "";

    /// <summary>Client it was posted with.</summary>
    public string Client { get; init; } = "";

    /// <summary>User replied to; empty when none.</summary>
    public string ReplyToUser { get; init; } = "";

    /// <summary>Post replied to; empty when none.</summary>
    public string ReplyToPost { get; init; } = "";

    /// <summary>Post quoted; empty when none.</summary>
    public string QuotedPost { get; init; } = "";

    /// <summary>True for a repost of another's post.</summary>
    public bool IsRepost { get; init; }

    /// <summary>User whose post was reposted; empty when none.</summary>
    public string RepostedUser { get; init; } = "";

    /// <summary>Post that was reposted; empty when none.</summary>
    public string RepostedPost { get; init; } = "";

    /// <summary>Likes, replies, reposts and quotes at the time of the release.</summary>
    public PostCounts Counts { get; init; } = new(null, null, null, null);

    /// <summary>Hashtags without #.</summary>
    public IReadOnlyList<string> Hashtags { get; init; } = [];

    /// <summary>Links as given.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [];

    /// <summary>Users mentioned, ids or hashes as given.</summary>
    public IReadOnlyList<string> Mentions { get; init; } = [];

    /// <summary>Latitude and longitude as given; null when absent.</summary>
    public string? Place { get; init; }

    /// <summary>What is wrong with the row but was kept, such as <c>mangled-id</c>.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];
}

/// <summary>Reactions to a post; null where the release does not say.</summary>
/// <param name="Likes">Likes.</param>
/// <param name="Replies">Replies.</param>
/// <param name="Reposts">Reposts.</param>
/// <param name="Quotes">Quotes.</param>
public sealed record PostCounts(long? Likes, long? Replies, long? Reposts, long? Quotes);

/// <summary>What happened to an account.</summary>
public enum StatusKind
{
    /// <summary>The platform suspended it.</summary>
    Suspended,

    /// <summary>A suspension was reversed.</summary>
    Reinstated,

    /// <summary>It took another handle or name.</summary>
    Renamed,

    /// <summary>It was withheld in some country.</summary>
    Withheld,

    /// <summary>It was deleted, or is not to be found.</summary>
    Deleted,

    /// <summary>It was seen to exist.</summary>
    Seen,
}

/// <summary>A dated observation about an account.</summary>
/// <param name="AccountId">The account.</param>
/// <param name="Kind">What was seen.</param>
/// <param name="Time">When.</param>
/// <param name="Detail">Old and new handle, country, or the source's own word.</param>
/// <param name="Source">The row it came from.</param>
public sealed record StatusEvent(string AccountId, StatusKind Kind, PartialDate? Time, string Detail, RowRef Source)
{
    private static readonly char[] HandleEnds = [' ', '\u2192', ','];

    /// <summary>What the import noticed of it, such as <see cref="FormerRow"/>.</summary>
    public IReadOnlyList<string> Flags { get; init; } = [];

    /// <summary>
    /// What makes it this event: what was seen of whom, when, and which release says so. Not the row: a later version of the release may tell the same on
    /// another line, and the row that <see cref="RowPreference"/> prefers is kept.
    /// </summary>
    [JsonIgnore]
    public string Key => Ids.Of('e', AccountId, Kind.ToString(), Time?.ToString() ?? "", Detail, Source.Release);

    /// <summary>The handles without @ before and after a rename, read from <see cref="Detail"/> ("@old → @new"); null when it is no rename or does not say both.</summary>
    public (string Old, string New)? Rename
    {
        get
        {
            if (Kind != StatusKind.Renamed)
            {
                return null;
            }

            var handles = Detail.Split(HandleEnds, StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length > 1 && w[0] == '@').Select(w => w[1..]).ToList();
            return handles.Count == 2 ? (handles[0], handles[1]) : null;
        }
    }
}
