using System.Security.Cryptography;
using System.Text;

namespace Monitor.Core.Model;

/// <summary>
/// Ids that follow from content, so that a rebuild, a second import or a second crawl makes the same ids and every write is idempotent.
/// An id is one letter for the kind and 24 hex digits (96 bits) of SHA-256 over the length-prefixed parts.
/// </summary>
public static class Ids
{
    /// <summary>The id of the document with this canonical url (see <c>Text.CanonicalUrl</c>).</summary>
    public static string Document(string canonicalUrl) => Of('d', canonicalUrl);

    /// <summary>The id of the claim with these normalised words by this normalised speaker (empty when unknown).</summary>
    public static string Claim(string normalisedWords, string normalisedSpeaker) => Of('c', normalisedWords, normalisedSpeaker);

    /// <summary>The id of a capture: the same url, moment and payload are the same capture.</summary>
    public static string Capture(string url, DateTimeOffset time, string payloadDigest) =>
        Of('w', url, time.ToUniversalTime().ToString("O", System.Globalization.CultureInfo.InvariantCulture), payloadDigest);

    /// <summary>The id of the appearance of a claim at a place of a document.</summary>
    public static string Appearance(string claimId, string documentId, int start) =>
        Of('a', claimId, documentId, start.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>The id of a link of a kind between two records.</summary>
    public static string Link(LinkKind kind, string from, string target) => Of('l', kind.ToString(), from, target);

    /// <summary>The id of an account: <c>platform:userid</c>, with the user id kept exactly as the release shows it, hash or number.</summary>
    public static string Account(string platform, string userId) => $"{platform}:{userId}";

    /// <summary>The id of a post: <c>platform:postid</c>, with the post id kept exactly as the release shows it.</summary>
    public static string Post(string platform, string postId) => $"{platform}:{postId}";

    /// <summary>An id with the given letter over any parts; parts are length-prefixed so that ("ab","c") and ("a","bc") differ.</summary>
    public static string Of(char letter, params ReadOnlySpan<string> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part);
            System.Buffers.Binary.BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }

        return letter + Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 12));
    }
}
