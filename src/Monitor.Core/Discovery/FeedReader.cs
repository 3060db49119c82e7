using System.Text.Json;
using Monitor.Core.Discovery.Markup;
using Monitor.Core.Text;

namespace Monitor.Core.Discovery;

/// <summary>
/// Reads RSS 0.9x, 1.0 and 2.0, Atom 0.3 and 1.0, and JSON Feed from any bytes. It never throws on bad input: what can be mended is read and noted, what
/// is no feed gives an empty one with an issue that says why and what to do. Nothing is fetched and no entity is expanded.
/// </summary>
/// <param name="time">Tells which dates lie in the future.</param>
public sealed class FeedReader(TimeProvider time)
{
    /// <summary>Largest feed read, in bytes; the largest real ones have about 10 MB.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <summary>Most entries kept.</summary>
    public const int MaxEntries = 10_000;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>Reads a feed.</summary>
    /// <param name="baseUrl">Where it came from, for relative links and issues; may be a file name.</param>
    /// <param name="mediaType">Content-Type header with its parameters; may be empty.</param>
    /// <param name="payload">Its bytes, unpacked.</param>
    public Feed Read(string baseUrl, string mediaType, byte[] payload)
    {
        ArgumentNullException.ThrowIfNull(baseUrl);
        ArgumentNullException.ThrowIfNull(mediaType);
        ArgumentNullException.ThrowIfNull(payload);
        var now = time.GetUtcNow();
        var issues = new IssueList(baseUrl, now);
        if (payload.Length > MaxBytes)
        {
            issues.Add("feed-too-large", 0, $"the feed has {payload.Length} bytes, more than {MaxBytes}; find a shorter one of this source");
            return new("", [], issues.ToList());
        }

        var (text, _) = PayloadText.Decode(payload, mediaType, issues);
        var feed = text.AsSpan().TrimStart() is ['{' or '[', ..] ? Json(text, baseUrl, new(issues, now), issues) : Xml(text, baseUrl, new(issues, now), issues);
        if (feed.Entries.Count > MaxEntries)
        {
            issues.Add("feed-too-large", feed.Entries[MaxEntries].Line, $"the feed has {feed.Entries.Count} entries; the first {MaxEntries} were read");
            feed = feed with { Entries = [.. feed.Entries.Take(MaxEntries)] };
        }

        return feed with { Issues = issues.ToList() };
    }

    private static Feed Json(string text, string baseUrl, EntryReader reader, IssueList issues)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Lenient);
            if (JsonFeed.IsFeed(document.RootElement))
            {
                return new JsonFeed(reader).Read(document.RootElement, baseUrl);
            }

            issues.Add("feed-unreadable", 0, "JSON, but no JSON Feed: it has neither a version of jsonfeed.org nor a list of items; give the address of a feed");
        }
        catch (JsonException e)
        {
            issues.Add("feed-unreadable", (int)(e.LineNumber ?? 0) + 1, "not valid JSON; the source must mend it, or give the address of its RSS feed");
        }

        return new("", [], []);
    }

    private static Feed Xml(string text, string baseUrl, EntryReader reader, IssueList issues)
    {
        var root = new MarkupTree(text, issues).Build(baseUrl);
        if (Find(root, "feed") is { } atom && Find(root, "rss") is null)
        {
            return new AtomFeed(reader).Read(atom);
        }

        var items = RssFeed.Items(root);
        var rss = Find(root, "rss") ?? Find(root, "rdf") ?? Find(root, "channel");
        if (Find(root, "html") is null && (rss is not null || items.Count > 0))
        {
            return new RssFeed(reader).Read(rss ?? root, items);
        }

        issues.Add("feed-unreadable", 0, WhyNot(text, root, baseUrl));
        return new("", [], []);
    }

    private static string WhyNot(string text, MarkupElement root, string baseUrl)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "the answer is empty; check the address of the feed";
        }

        if (Find(root, "html") is null && Find(root, "body") is null)
        {
            return $"no RSS, Atom or JSON feed: {(root.Children.FirstOrDefault() is { } first ? $"it begins with <{Shortened.Cut(first.Name, 40)}>" : "it has no markup")}; check the address of the feed";
        }

        var named = NamedFeeds(text).Select(l => Links.JoinHttp(baseUrl, l)).Where(l => l is not null).Distinct().Take(3).ToList();
        return "an HTML page, no feed; " + (named.Count > 0 ? $"it names the feed {string.Join(" and ", named)}" : "use 'list' with a CSS selector in 'links', or find the feed of the source");
    }

    /// <summary>A page in place of a feed usually names the feed in its head (RSS autodiscovery).</summary>
    private static IEnumerable<string?> NamedFeeds(string text)
    {
        var scanner = new MarkupScanner(Shortened.Cut(text, 500_000));
        while (scanner.Read(out var piece))
        {
            if (piece.Kind is MarkupKind.Open or MarkupKind.Empty && piece.Value.Equals("link", StringComparison.OrdinalIgnoreCase)
                && scanner.Attributes.GetValueOrDefault("type") is { } type
                && (type.Contains("rss", StringComparison.Ordinal) || type.Contains("atom", StringComparison.Ordinal) || type.Contains("feed+json", StringComparison.Ordinal)))
            {
                yield return scanner.Attributes.GetValueOrDefault("href");
            }
        }
    }

    private static MarkupElement? Find(MarkupElement root, string name) =>
        root.Children.FirstOrDefault(c => c.Name == name) ?? root.Children.SelectMany(c => c.Children).FirstOrDefault(c => c.Name == name);
}
