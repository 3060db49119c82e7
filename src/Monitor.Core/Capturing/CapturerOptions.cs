using System.Net;
using System.Reflection;

namespace Monitor.Core.Capturing;

/// <summary>Limits of fetching, and how Monitor names itself.</summary>
public sealed record CapturerOptions
{
    /// <summary>The product token by which robots.txt files speak to Monitor.</summary>
    public const string Product = "Monitor";

    /// <summary>Most time for one request, from resolving the name to the last byte of the body; waiting for the host's turn does not count. 30 s.</summary>
    public TimeSpan RequestTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Most time to connect to one address of a host before the next is tried. 10 s.</summary>
    public TimeSpan ConnectTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Most bytes of a response's header fields; rounded down to whole KiB, at most 96 KiB. 64 KiB.</summary>
    public int HeadBytes { get; init; } = 64 << 10;

    /// <summary>Most bytes of a body as sent. 10 MiB.</summary>
    public int SentBytes { get; init; } = 10 << 20;

    /// <summary>Most bytes of a body with its content coding (gzip, br …) removed; at most what evidence reads again, 64 MiB. 10 MiB.</summary>
    public int UnpackedBytes { get; init; } = 10 << 20;

    /// <summary>Most redirects that are followed. 5.</summary>
    public int Redirects { get; init; } = 5;

    /// <summary>How long a robots.txt holds. 24 h, the longest that RFC 9309 section 2.4 allows.</summary>
    public TimeSpan RobotsTime { get; init; } = TimeSpan.FromHours(24);

    /// <summary>How long a host whose robots.txt could not be had is left alone. 5 min.</summary>
    public TimeSpan RobotsRetryTime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The longest Crawl-delay that is honoured in full; a longer one counts as this. 5 min.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>Url or mail address at which a site's owner reaches whoever runs this installation; put into the User-Agent. Empty for none.</summary>
    public string Contact { get; init; } = "";

    /// <summary>The User-Agent that is sent: <c>Monitor/version (+contact)</c>.</summary>
    public string UserAgent => $"{Product}/{Version}{(Contact.Length > 0 ? $" (+{Contact})" : "")}";

    /// <summary>Turns a host name into addresses; another one only in tests.</summary>
    internal Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    private static string Version { get; } =
        typeof(CapturerOptions).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    /// <summary>Checks the values.</summary>
    /// <exception cref="ArgumentException">A value is out of its range; the message names it and the range.</exception>
    internal CapturerOptions Checked()
    {
        Range(nameof(RequestTime), RequestTime, TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1));
        Range(nameof(ConnectTime), ConnectTime, TimeSpan.FromMilliseconds(100), TimeSpan.FromHours(1));
        Range(nameof(HeadBytes), HeadBytes, 1 << 10, 96 << 10);
        Range(nameof(SentBytes), SentBytes, 1 << 10, Evidence.EvidenceStore.PayloadLimit);
        Range(nameof(UnpackedBytes), UnpackedBytes, 1 << 10, Evidence.EvidenceStore.PayloadLimit);
        Range(nameof(Redirects), Redirects, 0, 20);
        Range(nameof(RobotsTime), RobotsTime, TimeSpan.Zero, TimeSpan.FromHours(24));
        Range(nameof(RobotsRetryTime), RobotsRetryTime, TimeSpan.Zero, TimeSpan.FromHours(24));
        Range(nameof(LongestPause), LongestPause, TimeSpan.Zero, TimeSpan.FromHours(1));
        return Contact.All(c => char.IsAscii(c) && !char.IsControl(c) && c is not ('(' or ')'))
            ? this
            : throw new ArgumentException($"Contact '{Contact}' must be plain ASCII without parentheses", nameof(Contact));
    }

    private static void Range<T>(string name, T value, T least, T most)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
        {
            throw new ArgumentException($"{name} is {value}; it must lie between {least} and {most}", name);
        }
    }
}
