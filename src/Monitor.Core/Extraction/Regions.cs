using System.Collections.Frozen;
using AngleSharp.Dom;

namespace Monitor.Core.Extraction;

/// <summary>Walks a page once and turns it into a row of blocks and a tree of regions over them.</summary>
internal sealed class Regions
{
    private static readonly FrozenSet<string> Never = new[]
    {
        "script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "head", "select", "option", "input", "textarea", "canvas", "video", "audio", "math",
        "map", "applet", "frame", "frameset", "meter", "progress", "datalist", "link", "meta", "title",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Inline = new[]
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "ruby", "rb", "rt", "s",
        "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img", "picture", "source",
    }.ToFrozenSet();

    private readonly List<Block> blocks = [];
    private readonly ParagraphText paragraph = new();
    private readonly EmbeddedPosts posts;

    private Regions(IElement root, EmbeddedPosts posts)
    {
        this.posts = posts;
        Root = new(null, root, null);
        Walk(root, Root, "div");
        Flush(Root, "div");
        Root.End = blocks.Count;
        Sum(Root);
    }

    /// <summary>All blocks in the order of the page.</summary>
    public IReadOnlyList<Block> Blocks => blocks;

    /// <summary>The body.</summary>
    public Region Root { get; }

    public static Regions Of(IElement body, EmbeddedPosts posts) => new(body, posts);

    private void Walk(INode node, Region region, string tag)
    {
        for (var child = node.FirstChild; child is not null; child = child.NextSibling)
        {
            if (child is IText text)
            {
                paragraph.Append(text.Data);
            }
            else if (child is IElement element && !Never.Contains(element.LocalName))
            {
                Enter(element, region, tag);
            }
            else if (child is IElement { LocalName: "script" or "iframe" } script && posts.Read(script) is { } post)
            {
                AddPost(script, region, tag, post);
            }
        }
    }

    private void Enter(IElement element, Region region, string tag)
    {
        var name = element.LocalName;
        if (name is "br" or "hr")
        {
            if (name == "hr" || paragraph.Break())
            {
                Flush(region, tag);
            }

            return;
        }

        if (posts.Read(element) is { } post)
        {
            AddPost(element, region, tag, post);
            return;
        }

        var inline = Inline.Contains(name);
        // A name on a phrase within a paragraph says little ("related" on a link in mid-sentence); on a phrase that stands alone it does.
        var hint = inline && (tag != "div" || paragraph.Length > 0 || name == "a") ? null : Hints.Of(element);
        if (inline && hint is null)
        {
            var (link, strong) = (name == "a", name is "b" or "strong" or "em" or "i");
            paragraph.Enter(link, strong, link ? element.GetAttribute("href") : null, link && IsPaid(element));
            Walk(element, region, tag);
            paragraph.Leave(link, strong);
            return;
        }

        Flush(region, tag);
        var below = new Region(region, element, hint) { First = blocks.Count };
        region.Children.Add(below);
        var inner = name switch
        {
            "p" or "li" or "td" or "th" or "pre" or "blockquote" or "figcaption" or "dd" or "dt" => name == "th" ? "td" : name is "dd" or "dt" ? "li" : name,
            ['h', >= '1' and <= '6'] => name,
            _ => tag is "li" or "td" or "blockquote" && name is not ("article" or "section" or "main") ? tag : "div",
        };
        Walk(element, below, inner == "p" && tag is "li" or "blockquote" or "td" ? tag : inner);
        Flush(below, inner == "p" && tag is "li" or "blockquote" or "td" ? tag : inner);
        below.End = blocks.Count;
    }

    /// <summary>https://developers.google.com/search/docs/crawling-indexing/qualify-outbound-links: advertising and paid placements.</summary>
    private static bool IsPaid(IElement link) => link.GetAttribute("rel") is { } rel && rel.Contains("sponsored", StringComparison.OrdinalIgnoreCase);

    private void AddPost(IElement element, Region region, string tag, PostDraft post)
    {
        Flush(region, tag);
        var below = new Region(region, element, null) { First = blocks.Count, End = blocks.Count + 1 };
        region.Children.Add(below);
        blocks.Add(new(below, "post", post.Text, 0, 0) { Post = post });
    }

    private void Flush(Region region, string tag)
    {
        var (text, linked, strong, links, paid) = paragraph.Take();
        if (text.Length > 0)
        {
            blocks.Add(new(region, tag, text, linked, Prose.Of(tag, text, linked)) { Links = links, Paid = paid, Emphasised = strong * 10 > text.Length * 9 });
        }
    }

    private long Sum(Region region)
    {
        // Blocks directly below stand between the children's stretches.
        var at = region.First;
        long sum = 0;
        foreach (var child in region.Children)
        {
            for (; at < child.First; at++)
            {
                sum += blocks[at].Prose;
            }

            sum += Sum(child);
            at = Math.Max(at, child.End);
        }

        for (; at < region.End; at++)
        {
            sum += blocks[at].Prose;
        }

        return region.Prose = sum;
    }
}
