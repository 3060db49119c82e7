using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Monitor.Core.Extraction;

/// <summary>Parses markup without scripts or resources, within <see cref="Limits"/>.</summary>
internal static class Page
{
    /// <summary>The tree, or null when the page has too many elements or takes too long.</summary>
    public static IHtmlDocument? Parse(string html, TimeProvider time)
    {
        if (Nesting.IsTooDeep(html))
        {
            return null;
        }

        var started = time.GetTimestamp();
        var elements = 0;
        var parser = new HtmlParser(new HtmlParserOptions
        {
            IsScripting = false,
            MaximumDepth = Limits.Depth,
            SkipComments = true,
            DisableElementPositionTracking = true,
            OnCreated = (_, _) =>
            {
                if (++elements > Limits.Elements || ((elements & 1023) == 0 && time.GetElapsedTime(started) > Limits.Parsing))
                {
                    throw new PageTooCostlyException();
                }
            },
        });
        try
        {
            return parser.ParseDocument(html);
        }
        catch (PageTooCostlyException)
        {
            return null;
        }
    }

    /// <summary>Leaves the parser from within its callback; never leaves <see cref="Parse"/>.</summary>
#pragma warning disable CA1032, CA1064 // private to this method: other constructors and visibility would serve nobody
    private sealed class PageTooCostlyException : Exception;
#pragma warning restore CA1032, CA1064
}
