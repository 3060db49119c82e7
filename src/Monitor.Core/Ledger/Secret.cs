using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Monitor.Core.Ledger;

/// <summary>
/// Secrets of sessions and tokens: 256 random bits, of which the ledger keeps the SHA-256 only. A slow hash is for passwords, which can be guessed; these cannot.
/// </summary>
internal static class Secret
{
    /// <summary>A new secret, letters that may stand in a cookie and a header.</summary>
    public static string Make() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>What is kept of it.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
