using Monitor.Core.Discovery.Markup;

namespace Monitor.Core.Discovery;

/// <summary>Reads RSS 0.90 to 2.0 and RSS 1.0 (RDF): whatever has items. Sources: rssboard.org/rss-specification, web.resource.org/rss/1.0/spec.</summary>
internal sealed class RssFeed(EntryReader reader)
{
    private const string Media = "http://search.yahoo.com/mrss/";

    /// <summary>Namespaces whose <c>link</c> or <c>title</c> is not the item's own.</summary>
    private static readonly HashSet<string> Foreign = new(StringComparer.Ordinal)
    {
        Namespaces.Atom, Namespaces.Atom03, Namespaces.DublinCore, Namespaces.DublinTerms, Namespaces.Content, Namespaces.FeedBurner,
        Media, "http://www.itunes.com/dtds/podcast-1.0.dtd", "http://www.w3.org/1999/xhtml",
        "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://www.w3.org/2003/01/geo/wgs84_pos#",
    };

    /// <summary>The feed below a root element.</summary>
    public Feed Read(MarkupElement root, IReadOnlyList<MarkupElement> items)
    {
        var channel = Channel(root) ?? root;
        var site = Links.JoinHttp(channel.Base, Own(channel, "link")?.Text()) ?? Links.JoinHttp(channel.Base, AtomLink(channel, "alternate"))
            ?? Links.JoinHttp(channel.Base, channel.Attribute("rdf:about"));
        return new("rss", [.. items.Select(i => Entry(i, site ?? ""))], [])
        {
            Title = reader.Title(Own(channel, "title")?.Text() ?? In(channel, Namespaces.DublinCore, "title"), html: true, channel.Line),
            Site = site ?? "",
            Language = Own(channel, "language")?.Text() ?? In(channel, Namespaces.DublinCore, "language") ?? "",
            Version = root.Attribute("version") ?? (root.Name == "rdf" ? "1.0" : ""),
        };
    }

    /// <summary>Items wherever they stand; a broken channel may not hold them.</summary>
    public static List<MarkupElement> Items(MarkupElement root)
    {
        var found = new List<MarkupElement>();
        foreach (var child in root.Children)
        {
            if (child.Name == "item" && !Foreign.Contains(child.Space))
            {
                found.Add(child);
            }
            else
            {
                found.AddRange(Items(child));
            }
        }

        return found;
    }

    private FeedEntry Entry(MarkupElement item, string site)
    {
        var guid = Own(item, "guid");
        var link = Own(item, "link");
        var permalink = guid is not null && !string.Equals(guid.Attribute("ispermalink"), "false", StringComparison.OrdinalIgnoreCase);
        var @base = item.Base.Length > 0 ? item.Base : site;
        var url = reader.Url(item.Line,
        [
            (@base, In(item, Namespaces.FeedBurner, "origlink")),
            (link?.Base is { Length: > 0 } own ? own : @base, link?.Text() is { Length: > 0 } text ? text : link?.Attribute("href")),
            (@base, AtomLink(item, "alternate")),
            ("", permalink ? guid!.Text() : null),
            ("", item.Attribute("rdf:about")),
        ]);
        return new(
            url,
            reader.Title(Own(item, "title")?.Text() is { Length: > 0 } title ? title : In(item, Namespaces.DublinCore, "title") ?? In(item, Media, "title"), html: true, item.Line),
            reader.Date(item.Line, [Own(item, "pubdate")?.Text(), In(item, Namespaces.DublinCore, "date"), In(item, Namespaces.Atom, "published"), In(item, Namespaces.DublinTerms, "issued"), In(item, Namespaces.DublinTerms, "created"), Own(item, "date")?.Text()]),
            reader.Date(item.Line, [In(item, Namespaces.Atom, "updated"), In(item, Namespaces.DublinTerms, "modified")]),
            guid?.Text() is { Length: > 0 } id ? id : In(item, Namespaces.Atom, "id") ?? item.Attribute("rdf:about"),
            reader.Summary(Own(item, "description")?.Text() is { Length: > 0 } words ? words : In(item, Namespaces.Content, "encoded"), html: true, item.Line),
            item.Line);
    }

    private static MarkupElement? Channel(MarkupElement root) =>
        root.Name == "channel" ? root : root.Children.FirstOrDefault(c => c.Name == "channel" && !Foreign.Contains(c.Space));

    private static MarkupElement? Own(MarkupElement parent, string name) => parent.Children.FirstOrDefault(c => c.Name == name && !Foreign.Contains(c.Space));

    private static string? In(MarkupElement parent, string space, string name) =>
        parent.Children.FirstOrDefault(c => c.Name == name && c.Space == space)?.Text() is { Length: > 0 } text ? text : null;

    private static string? AtomLink(MarkupElement parent, string relation) => parent.Children
        .FirstOrDefault(c => c is { Name: "link", Space: Namespaces.Atom } && (c.Attribute("rel") ?? "alternate") == relation)?.Attribute("href");
}
