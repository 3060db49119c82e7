namespace Monitor.Core.Evidence;

/// <summary>A picture, film or sound that belongs to a release and is referred to, not copied: the archive's media have more than a terabyte.</summary>
/// <param name="Path">Where it lies below what was given, with <c>!/</c> before a zip member; or its address in a publisher's list.</param>
/// <param name="Bytes">Size; null when not known.</param>
/// <param name="Digest">What is known to tell whether it changed, such as <c>crc32:1a2b3c4d</c> of a zip member or what a publisher's list says; empty when nothing is.</param>
/// <param name="UserId">User id or hash of the account that it belongs to, exactly as written there; empty when the path does not say it.</param>
/// <param name="PostId">Id of the post that it belongs to; empty when the path does not say it.</param>
public sealed record MediaReference(string Path, long? Bytes, string Digest, string UserId, string PostId)
{
    /// <summary>Shortest decimal folder name that is taken for a user id: shorter ones are years, months and numbers of parts.</summary>
    private const int ShortestId = 5;

    /// <summary>Longest decimal id: 2⁶⁴ has 20 digits.</summary>
    private const int LongestId = 20;

    private static readonly HashSet<string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        ".jpg", ".jpeg", ".png", ".gif", ".webp", ".mp4", ".mov", ".m4v", ".mp3", ".webm", ".ts", ".m3u8",
    };

    /// <summary>True for a name that is a media file's.</summary>
    public static bool IsMedia(string name) => Endings.Contains(System.IO.Path.GetExtension(name));

    /// <summary>
    /// Reads owner and post out of a path. Twitter's archives lie as <c>ira_10/&lt;user id or hash&gt;/images/&lt;post id&gt;-&lt;media key&gt;.jpg</c> (as the Internet
    /// Archive's copy, item <c>twitter-ira</c>, shows them); nothing is guessed where a path is built otherwise.
    /// </summary>
    public static MediaReference Of(string path, long? bytes, string digest)
    {
        ArgumentNullException.ThrowIfNull(path);
        var parts = path.Split('/');
        var user = parts[..^1].LastOrDefault(p => IsHash(p) || IsDecimal(p)) ?? "";
        var name = parts[^1];
        var end = name.AsSpan().IndexOfAnyExceptInRange('0', '9');
        var post = end >= ShortestId && end <= LongestId && name[end] is '-' or '_' or '.' ? name[..end] : "";
        var stem = name[..Math.Max(0, name.IndexOfAny(['-', '.']))];
        return new(path, bytes, digest, user.Length == 0 && IsHash(stem) ? stem : user, post);
    }

    private static bool IsDecimal(string text) => text.Length is >= ShortestId and <= LongestId && text.All(char.IsAsciiDigit);

    /// <summary>64 hex digits, or base64 of 40 to 44 characters, in which <c>/</c> cannot stand in a path and may be <c>_</c> or <c>-</c>.</summary>
    private static bool IsHash(string text) => text.Length switch
    {
        64 => text.All(char.IsAsciiHexDigit),
        >= 40 and <= 44 => text[^1] == '=' && text[..^1].All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '_' or '-'),
        _ => false,
    };
}
