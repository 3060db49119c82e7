using System.Globalization;
using System.Text;

namespace Monitor.Core.Capturing;

/// <summary>
/// One spelling for paths, so that rule and url can be compared octet by octet (RFC 9309 section 2.2.2): octets outside US-ASCII and those that no
/// url may hold are percent-encoded, percent-encoded unreserved characters (RFC 3986 section 2.3) are written plainly, hex digits in upper case.
/// </summary>
internal static class RobotsPath
{
    /// <summary>Path and query of a url, ready to be compared. The characters <c>*</c> and <c>$</c> mean themselves here and are encoded.</summary>
    public static string OfUrl(string url)
    {
        var scheme = url is ['/', ..] ? -1 : url.IndexOf("://", StringComparison.Ordinal);
        var start = url.IndexOfAny(['/', '?', '#'], scheme < 0 ? 0 : scheme + 3);
        var path = start < 0 ? "/" : url[start..].Split('#', 2)[0];
        return Normal(path is ['/', ..] ? path : "/" + path, isPattern: false);
    }

    /// <summary>A rule's pattern: <c>*</c> stays a wildcard, <c>$</c> stays an end mark where it stands last.</summary>
    public static string OfRule(string pattern) => Normal(pattern, isPattern: true);

    private static string Normal(string path, bool isPattern)
    {
        var octets = Encoding.UTF8.GetBytes(path);
        var result = new StringBuilder(octets.Length);
        for (var i = 0; i < octets.Length; i++)
        {
            var octet = octets[i];
            if (octet == '%' && i + 2 < octets.Length && char.IsAsciiHexDigit((char)octets[i + 1]) && char.IsAsciiHexDigit((char)octets[i + 2]))
            {
                octet = Convert.FromHexString([(char)octets[i + 1], (char)octets[i + 2]])[0];
                i += 2;
                Append(result, octet, IsUnreserved(octet));
            }
            else
            {
                var special = octet == '*' || octet == '$';
                var meansSomething = octet == '*' || (octet == '$' && i == octets.Length - 1);
                Append(result, octet, special ? isPattern && meansSomething : IsUrlCharacter(octet));
            }
        }

        return result.ToString();
    }

    private static void Append(StringBuilder result, byte octet, bool plain)
    {
        if (plain)
        {
            result.Append((char)octet);
        }
        else
        {
            result.Append(CultureInfo.InvariantCulture, $"%{octet:X2}");
        }
    }

    private static bool IsUnreserved(byte octet) => char.IsAsciiLetterOrDigit((char)octet) || octet is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~';

    /// <summary>Unreserved and reserved characters of RFC 3986; a percent sign that begins no triplet stays as it is.</summary>
    private static bool IsUrlCharacter(byte octet) => IsUnreserved(octet) || ":/?#[]@!'()+,;=&%"u8.Contains(octet);
}
