using System.Text;
using Monitor.Core.Discovery.Markup;

namespace Monitor.Core.Discovery;

/// <summary>Reads Atom 1.0 (RFC 4287) and 0.3.</summary>
internal sealed class AtomFeed(EntryReader reader)
{
    /// <summary>The feed of a root element.</summary>
    public Feed Read(MarkupElement root) => new("atom", [.. Entries(root).Select(Entry)], [])
    {
        Title = Words(root, "title") is { } title ? reader.Title(Decoded(title), IsHtml(title), title.Line) : "",
        Site = Alternates(root).Select(l => Links.JoinHttp(l.Base, l.Attribute("href"))).FirstOrDefault(l => l is not null) ?? "",
        Language = root.Attribute("xml:lang") ?? "",
        Version = root.Space == Namespaces.Atom ? "1.0" : root.Attribute("version") ?? "",
    };

    private FeedEntry Entry(MarkupElement entry)
    {
        var title = Words(entry, "title");
        var summary = Words(entry, "summary") ?? Words(entry, "content");
        var id = Words(entry, "id")?.Text();
        return new(
            reader.Url(entry.Line,
            [
                (entry.Base, entry.Children.FirstOrDefault(c => c is { Name: "origlink", Space: Namespaces.FeedBurner })?.Text()),
                .. Alternates(entry).Select(l => (l.Base, l.Attribute("href") ?? l.Text())),
                .. entry.Children.Where(c => c.Name == "content").Select(c => (c.Base, c.Attribute("src"))),
                ("", id),
            ]),
            reader.Title(title is null ? null : Decoded(title), title is not null && IsHtml(title), entry.Line),
            reader.Date(entry.Line, Dates(entry, "published", "issued", "created")),
            reader.Date(entry.Line, Dates(entry, "updated", "modified")),
            id is { Length: > 0 } ? id : null,
            reader.Summary(summary is null ? null : Decoded(summary), summary is not null && IsHtml(summary), entry.Line),
            entry.Line);
    }

    /// <summary>Links to the page itself; those of type text/html before others (RFC 4287, 4.2.7).</summary>
    private static IEnumerable<MarkupElement> Alternates(MarkupElement parent) => Own(parent, "link")
        .Where(l => (l.Attribute("rel")?.Trim() ?? "") is "" or "alternate")
        .OrderBy(l => l.Attribute("type")?.Contains("html", StringComparison.OrdinalIgnoreCase) ?? true ? 0 : 1);

    private static IEnumerable<MarkupElement> Entries(MarkupElement root) =>
        root.Children.SelectMany(c => c.Name == "entry" ? [c] : c.Name is "source" or "content" or "summary" ? [] : Entries(c));

    private static IEnumerable<MarkupElement> Own(MarkupElement parent, string name) =>
        parent.Children.Where(c => c.Name == name && c.Space is Namespaces.Atom or Namespaces.Atom03 or "" || (c.Name == name && c.Space == parent.Space));

    private static MarkupElement? Words(MarkupElement parent, string name) => Own(parent, name).FirstOrDefault();

    private static IEnumerable<string?> Dates(MarkupElement entry, params string[] names) => names.Select(n => Words(entry, n)?.Text());

    /// <summary>Text of an element, with mode base64 (0.3) undone where it is valid.</summary>
    private static string Decoded(MarkupElement element)
    {
        var text = element.Text();
        var bytes = new byte[text.Length];
        return element.Attribute("mode") == "base64" && Convert.TryFromBase64String(text, bytes, out var written) ? Encoding.UTF8.GetString(bytes, 0, written) : text;
    }

    /// <summary>
    /// True when the text holds escaped markup: type html (1.0), a type of markup or mode escaped (0.3). Without type it is text, and a tag in it is meant
    /// to be read (RFC 4287, 3.1.1); but a reference such as &amp;amp;#8217; is never meant, so text that has one is decoded.
    /// </summary>
    private static bool IsHtml(MarkupElement element)
    {
        var type = element.Attribute("type")?.Trim().ToLowerInvariant() ?? "";
        return type.Contains("html", StringComparison.Ordinal) && type != "xhtml" && type != "application/xhtml+xml" || element.Attribute("mode") is "escaped" or "base64"
            || (type is "" or "text" && element.Text() is var text && text.Contains('&', StringComparison.Ordinal) && !text.Contains('<', StringComparison.Ordinal));
    }
}
