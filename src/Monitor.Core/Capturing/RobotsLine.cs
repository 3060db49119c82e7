using System.Globalization;

namespace Monitor.Core.Capturing;

/// <summary>A line of a robots.txt that says something.</summary>
/// <param name="Name">One of the constants.</param>
/// <param name="Value">Its value; of User-agent, the product token alone.</param>
/// <param name="Text">The line without comment and blanks around it.</param>
internal sealed record RobotsLine(string Name, string Value, string Text)
{
    public const string UserAgent = "user-agent";
    public const string Allow = "allow";
    public const string Disallow = "disallow";
    public const string CrawlDelay = "crawl-delay";
    public const string Sitemap = "sitemap";

    /// <summary>Spellings that authors use and parsers accept; a misspelt Disallow is still a wish not to be crawled.</summary>
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        [UserAgent] = UserAgent,
        ["useragent"] = UserAgent,
        ["user agent"] = UserAgent,
        [Allow] = Allow,
        [Disallow] = Disallow,
        ["dissallow"] = Disallow,
        ["dissalow"] = Disallow,
        ["disalow"] = Disallow,
        ["diasllow"] = Disallow,
        ["disallaw"] = Disallow,
        ["desallow"] = Disallow,
        [CrawlDelay] = CrawlDelay,
        ["crawldelay"] = CrawlDelay,
        [Sitemap] = Sitemap,
        ["site-map"] = Sitemap,
    };

    /// <summary>Crawl-delay as a time; null when the value is no number of seconds.</summary>
    public TimeSpan? Seconds => double.TryParse(Value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds)
        ? TimeSpan.FromSeconds(Math.Min(seconds, 1e6))
        : null;

    /// <summary>Reads a line; null for comments, empty lines, unknown directives and values that are missing where one is needed.</summary>
    public static RobotsLine? Parse(string line)
    {
        var text = line.Split('#', 2)[0].Trim();
        var end = text.IndexOf(':', StringComparison.Ordinal);
        if (end < 0)
        {
            // "disallow /" without its colon: exactly two words.
            end = text.IndexOfAny([' ', '\t']);
            if (end < 0 || text[end..].Trim().IndexOfAny([' ', '\t']) >= 0)
            {
                return null;
            }
        }

        var value = text[(end + 1)..].Trim();
        if (!Names.TryGetValue(text[..end].Trim(), out var name))
        {
            return null;
        }

        value = name == UserAgent ? TokenOf(value) : value;
        return value.Length > 0 || name is Allow or Disallow ? new RobotsLine(name, value, text) : null;
    }

    /// <summary>
    /// The product token: letters, <c>_</c> and <c>-</c> (RFC 9309 section 2.2.1), and digits, which some real crawlers have. What follows, such as a
    /// version, is passed over.
    /// </summary>
    private static string TokenOf(string value) => value is ['*'] or ['*', ' ' or '\t', ..]
        ? "*"
        : string.Concat(value.TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-')).ToLowerInvariant();
}
