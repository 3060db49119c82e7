using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Monitor.Core.Reviews.Sampling;

/// <summary>
/// The random order of accounts that a seed gives: HMAC-SHA256 (RFC 2104) with the seed's decimal digits as key over the account id, both in UTF-8, compared byte by
/// byte. It depends on nothing else, so anybody with the release can draw the same sample again, in whatever order the rows were imported.
/// </summary>
internal sealed class SampleOrder(long seed)
{
    private readonly byte[] _key = Encoding.UTF8.GetBytes(seed.ToString(CultureInfo.InvariantCulture));

    /// <summary>An account's place, as lower-case hex, whose order is the order of the bytes.</summary>
    public string Place(string accountId) => Convert.ToHexStringLower(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(accountId)));
}
