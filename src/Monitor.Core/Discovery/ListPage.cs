using AngleSharp.Css.Parser;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Monitor.Core.Discovery.Markup;
using Monitor.Core.Text;

namespace Monitor.Core.Discovery;

/// <summary>Finds links on an HTML page by a CSS selector.</summary>
internal sealed class ListPage(IssueList issues)
{
    private const int MaxLinks = 10_000;

    /// <summary>Links in the order of the page; an element that is no link stands for the first link in it.</summary>
    public List<FoundUrl> Read(string baseUrl, string mediaType, byte[] payload, string selector)
    {
        if (new CssSelectorParser().ParseSelector(selector) is not { } links)
        {
            issues.Add("list-selector", 0, $"'{selector}' is no CSS selector; mend 'links' in the definition");
            return [];
        }

        var (text, _) = PayloadText.Decode(payload, mediaType, issues);
        if (Nesting.TooDeep(text))
        {
            issues.Add("list-too-deep", 0, $"more than {Nesting.Deepest} elements are open at once; the page is broken or hostile and was not read");
            return [];
        }

        using var document = new HtmlParser().ParseDocument(text);
        var from = Links.Join(baseUrl, document.QuerySelector("base[href]")?.GetAttribute("href")) ?? baseUrl;
        var matched = document.QuerySelectorAll("*").Where(e => links.Match(e, document.DocumentElement)).Take(MaxLinks).ToList();
        if (matched.Count == 0)
        {
            issues.Add("list-selector", 0, $"'{selector}' matches nothing on the page; the page has changed, or its links are made by JavaScript");
        }

        return [.. matched.Select(e => Link(e, from)).OfType<FoundUrl>()];
    }

    private static FoundUrl? Link(IElement element, string from)
    {
        var link = element.HasAttribute("href") ? element : element.QuerySelector("a[href]");
        if (Links.JoinHttp(from, link?.GetAttribute("href")) is not { } url)
        {
            return null;
        }

        var title = new[] { link!.TextContent, link.GetAttribute("title"), link.GetAttribute("aria-label"), link.QuerySelector("img[alt]")?.GetAttribute("alt") }
            .Select(t => Shortened.Cut(PlainWords.OfText(t ?? ""), 500)).FirstOrDefault(t => t.Length > 0);
        var written = link.Closest("article, li")?.QuerySelector("time[datetime]")?.GetAttribute("datetime");
        return new(url, title, written is null ? null : FeedDates.Read(written), null, null);
    }
}
