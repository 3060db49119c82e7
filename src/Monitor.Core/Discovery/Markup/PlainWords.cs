using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;
using Monitor.Core.Text;

namespace Monitor.Core.Discovery.Markup;

/// <summary>Plain text of titles and summaries, which feeds send as text, as HTML and as HTML escaped once too often.</summary>
internal static partial class PlainWords
{
    /// <summary>Longest markup that is looked into; a summary is shown, not archived.</summary>
    private const int Longest = 20_000;

    private static readonly FrozenSet<string> Hidden = FrozenSet.ToFrozenSet(["script", "style", "template", "noscript", "iframe"]);

    private static readonly FrozenSet<string> Breaking = FrozenSet.ToFrozenSet(
        ["br", "p", "div", "li", "ul", "ol", "tr", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "hr", "figure", "figcaption", "section", "article"]);

    /// <summary>Text of something that may hold escaped markup: tags go, references are decoded, blanks are single.</summary>
    public static string OfHtml(string markup)
    {
        var cut = Shortened.Cut(markup, Longest);
        if (!Tag().IsMatch(cut))
        {
            return OfText(Entities.Decode(cut));
        }

        var words = new StringBuilder(cut.Length);
        var scanner = new MarkupScanner(cut);
        string? hidden = null;
        while (scanner.Read(out var piece))
        {
            var name = piece.Kind is MarkupKind.Text or MarkupKind.Verbatim ? "" : piece.Value.ToLowerInvariant();
            if (hidden is not null)
            {
                hidden = piece.Kind == MarkupKind.Close && name == hidden ? null : hidden;
            }
            else if (name.Length == 0)
            {
                words.Append(piece.Kind == MarkupKind.Text ? Entities.Decode(piece.Value) : piece.Value);
            }
            else if (piece.Kind == MarkupKind.Open && Hidden.Contains(name))
            {
                hidden = name;
            }
            else if (Breaking.Contains(name))
            {
                words.Append(' ');
            }
        }

        return OfText(words.ToString());
    }

    /// <summary>Text as it stands, with single blanks.</summary>
    public static string OfText(string text) => Blanks().Replace(text, " ").Trim();

    [GeneratedRegex(@"</?[A-Za-z][^<>]*>|<!--", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();
}
