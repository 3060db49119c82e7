using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;

namespace Monitor.Core.Discovery.Markup;

/// <summary>Plain text of titles and summaries, which feeds send as text, as HTML and as HTML escaped once too often.</summary>
internal static partial class PlainWords
{
    /// <summary>Longest markup that is looked into; a summary is shown, not archived.</summary>
    private const int Longest = 20_000;

    /// <summary>Text of something that may hold escaped markup: tags go, references are decoded, blanks are single.</summary>
    public static string OfHtml(string markup)
    {
        var cut = Cut(markup, Longest);
        if (Tag().IsMatch(cut))
        {
            var document = new HtmlParser().ParseDocument(cut);
            foreach (var hidden in document.QuerySelectorAll("script, style, template, noscript, iframe").ToList())
            {
                hidden.Remove();
            }

            foreach (var end in document.QuerySelectorAll("br, p, div, li, h1, h2, h3, h4, tr").ToList())
            {
                end.After(document.CreateTextNode(" "));
            }

            return OfText(document.DocumentElement.TextContent);
        }

        return OfText(Entities.Decode(cut));
    }

    /// <summary>Text as it stands, with single blanks.</summary>
    public static string OfText(string text) => Blanks().Replace(text, " ").Trim();

    /// <summary>At most so many characters, never half of a pair.</summary>
    public static string Cut(string text, int length) => text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    [GeneratedRegex(@"</?[A-Za-z][^<>]*>|<!--", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
