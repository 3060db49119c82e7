using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Claims;

/// <summary>Cuts the stretch of text that holds reported words.</summary>
internal sealed class ContentSpan(string text)
{
    /// <summary>Reported words from one index to another; null for fewer than two.</summary>
    public Attribution? Make(IReadOnlyList<Word> words, int from, int to, TextSpan speaker)
    {
        while (from < to && words[from].Kind == WordKind.Mark)
        {
            from++;
        }

        return to - from < 2 ? null : new(ClaimKind.Reported, Tidy(words[from].Start, words[to - 1].End), speaker);
    }

    /// <summary>The stretch without blanks around it, and with the closing mark of a quotation that begins in it.</summary>
    public TextSpan Tidy(int start, int end)
    {
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or '،'))
        {
            end--;
        }

        // A quotation that begins in it is closed in it: “coordinated manipulation.”
        var inside = text.AsSpan(start, end - start);
        var (opening, closing) = Marks(inside);
        if (opening != '\0' && inside.LastIndexOf(opening) > inside.LastIndexOf(closing))
        {
            var close = text.AsSpan(end, Math.Min(3, text.Length - end)).IndexOf(closing);
            end += close + 1;
        }

        return new(start, end);
    }

    private static (char Opening, char Closing) Marks(ReadOnlySpan<char> text) =>
        text.Contains('“') ? ('“', '”') : text.Contains('«') ? ('«', '»') : text.Contains('„') ? ('„', '“') : text.Contains('‘') ? ('‘', '’') : ('\0', '\0');
}
