using System.Text;

namespace Monitor.Core.Capturing;

/// <summary>Whether a crawler may fetch a url.</summary>
/// <param name="Allowed">True when it may.</param>
/// <param name="Rule">The line that decided, as written; empty when no rule matched.</param>
/// <param name="Line">Number of that line, from 1; 0 when no rule matched.</param>
/// <param name="CrawlDelay">The pause that the file asks of this crawler, if it does (an extension, not part of RFC 9309).</param>
public sealed record RobotsVerdict(bool Allowed, string Rule, int Line, TimeSpan? CrawlDelay);

/// <summary>
/// A robots.txt after RFC 9309: groups with the same product token are one, the longest matching rule decides, Allow wins a tie. Lenient where
/// widely used parsers are: missing colons and common misspellings of the directives count, text after the product token does not.
/// </summary>
public sealed class RobotsFile
{
    /// <summary>More than this of a file is not read (RFC 9309 section 2.5: at least 500 KiB).</summary>
    public const int MostBytes = 500 << 10;

    private readonly Dictionary<string, List<RobotsGroup>> groups = new(StringComparer.OrdinalIgnoreCase);
    private readonly OrderedDictionary<string, bool> sitemaps = new(StringComparer.Ordinal);

    private RobotsFile()
    {
    }

    /// <summary>Sitemap lines in their order, as written, each once; they hold for every crawler.</summary>
    public IReadOnlyList<string> Sitemaps => sitemaps.Keys;

    /// <summary>A file without rules: everything is allowed.</summary>
    internal static RobotsFile AllowAll { get; } = Parse("");

    /// <summary>Reads a file; no text is an error. What lies behind <see cref="MostBytes"/> octets is not read.</summary>
    public static RobotsFile Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Parse(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>Reads a file as sent: UTF-8 with or without a byte order mark, whole or cut, or UTF-16 with one.</summary>
    public static RobotsFile Parse(ReadOnlySpan<byte> bytes)
    {
        var file = new RobotsFile();
        var group = new RobotsGroup();
        var number = 0;
        var text = TextOf(bytes[..Math.Min(bytes.Length, MostBytes)]).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        if (bytes.Length > MostBytes)
        {
            // The last line is cut; half of a path would forbid more than its author meant.
            text = text[..(text.LastIndexOf('\n') + 1)];
        }

        foreach (var line in text.Split('\n'))
        {
            number++;
            if (RobotsLine.Parse(line) is { } parsed)
            {
                group = file.Take(parsed, group, number);
            }
        }

        return file;
    }

    /// <summary>Says whether the crawler with this product token may fetch the url (or path). <c>/robots.txt</c> itself is always allowed.</summary>
    /// <param name="agent">Product token such as <c>Monitor</c>; of a whole User-Agent value, what stands before the first <c>/</c> counts.</param>
    /// <param name="url">Absolute url, or a path with its query.</param>
    public RobotsVerdict Check(string agent, string url)
    {
        ArgumentNullException.ThrowIfNull(agent);
        ArgumentNullException.ThrowIfNull(url);
        var token = agent.Split('/', 2)[0].Trim();
        var own = groups.ContainsKey(token) ? token : "*";
        var mine = groups.GetValueOrDefault(own, []).Distinct().ToList();
        var path = RobotsPath.OfUrl(url);
        var best = path == "/robots.txt"
            ? null
            : mine.SelectMany(g => g.Rules).Where(r => r.Matches(path))
                .OrderByDescending(r => r.Pattern.Length).ThenByDescending(r => r.Allows).FirstOrDefault();
        return new RobotsVerdict(best?.Allows ?? true, best?.Text ?? "", best?.Line ?? 0, mine.Max(g => g.DelayOf(own)));
    }

    private static string TextOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith<byte>([0xff, 0xfe]))
        {
            return Encoding.Unicode.GetString(bytes[2..]);
        }

        if (bytes.StartsWith<byte>([0xfe, 0xff]))
        {
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        }

        // A byte order mark that lost its last bytes on the way is passed over as far as it goes.
        ReadOnlySpan<byte> mark = [0xef, 0xbb, 0xbf];
        return Encoding.UTF8.GetString(bytes[bytes.CommonPrefixLength(mark)..]);
    }

    /// <summary>Takes a line in and returns the group that the next line belongs to.</summary>
    private RobotsGroup Take(RobotsLine line, RobotsGroup group, int number)
    {
        switch (line.Name)
        {
            case RobotsLine.UserAgent:
                // Rules end a run of User-agent lines; other lines do not (RFC 9309 section 2.2.4).
                group = group.Closed ? new RobotsGroup() : group;
                group.Agents.Add(line.Value);
                groups.TryAdd(line.Value, []);
                groups[line.Value].Add(group);
                break;
            case RobotsLine.Allow or RobotsLine.Disallow when group.Agents.Count > 0:
                group.Add(new RobotsRule(line.Name == RobotsLine.Allow, RobotsPath.OfRule(line.Value), line.Text, number));
                break;
            case RobotsLine.CrawlDelay when line.Seconds is { } delay:
                group.Delays.Add((group.Agents.Count, delay));
                break;
            case RobotsLine.Sitemap when line.Value.Length > 0:
                sitemaps.TryAdd(line.Value, true);
                break;
        }

        return group;
    }
}
