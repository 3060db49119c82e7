using System.Net;
using System.Net.Sockets;

namespace Monitor.Core.Capturing;

/// <summary>
/// Which addresses are open to everybody on the internet. What the IANA special-purpose registries (RFC 6890; state of 2025) do not call globally
/// reachable is refused, and so is every form that carries another address inside: a crawled page must never make Monitor talk to its own network.
/// </summary>
internal static class PublicAddress
{
    private static readonly IPNetwork[] NotPublic =
    [
        Net("0.0.0.0/8"),       // this network, RFC 791
        Net("10.0.0.0/8"),      // private, RFC 1918
        Net("100.64.0.0/10"),   // carrier-grade NAT, RFC 6598
        Net("127.0.0.0/8"),     // loopback, RFC 1122
        Net("169.254.0.0/16"),  // link-local and cloud metadata services, RFC 3927
        Net("172.16.0.0/12"),   // private, RFC 1918
        Net("192.0.0.0/24"),    // protocol assignments, RFC 6890
        Net("192.0.2.0/24"),    // documentation, RFC 5737
        Net("192.88.99.0/24"),  // 6to4 relays, RFC 7526
        Net("192.168.0.0/16"),  // private, RFC 1918
        Net("198.18.0.0/15"),   // benchmarks, RFC 2544
        Net("198.51.100.0/24"), // documentation, RFC 5737
        Net("203.0.113.0/24"),  // documentation, RFC 5737
        Net("224.0.0.0/4"),     // multicast, RFC 5771
        Net("240.0.0.0/4"),     // reserved, with the broadcast address, RFC 1112 and 919
        Net("2001::/23"),       // protocol assignments, with Teredo and ORCHID, RFC 2928
        Net("2001:db8::/32"),   // documentation, RFC 3849
        Net("2002::/16"),       // 6to4, carries an IPv4 address, RFC 3056
        Net("3fff::/20"),       // documentation, RFC 9637
    ];

    /// <summary>
    /// The only IPv6 space given out to the internet, RFC 4291. Outside it lie the unspecified and loopback addresses, IPv4-mapped ones, NAT64
    /// (64:ff9b::/96 and 64:ff9b:1::/48), unique local, link-local and multicast addresses.
    /// </summary>
    private static readonly IPNetwork GlobalUnicast = Net("2000::/3");

    /// <summary>True when everybody on the internet could connect to this address.</summary>
    public static bool Is(IPAddress address) =>
        // IPNetwork looks at a mapped address as the IPv4 address inside, hence the first condition.
        !address.IsIPv4MappedToIPv6
        && (address.AddressFamily == AddressFamily.InterNetwork || GlobalUnicast.Contains(address))
        && !NotPublic.Any(n => n.BaseAddress.AddressFamily == address.AddressFamily && n.Contains(address));

    /// <summary>True for 127.0.0.0/8 and ::1 in their own form; an IPv4-mapped loopback address is not meant.</summary>
    public static bool IsLoopback(IPAddress address) => !address.IsIPv4MappedToIPv6 && IPAddress.IsLoopback(address);

    private static IPNetwork Net(string text) => IPNetwork.Parse(text);
}
