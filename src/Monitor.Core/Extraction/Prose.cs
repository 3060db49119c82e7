using System.Buffers;

namespace Monitor.Core.Extraction;

/// <summary>Measures of how much a text reads like sentences.</summary>
internal static class Prose
{
    private const int Shortest = 20;

    private static readonly SearchValues<char> Stops = SearchValues.Create(".!?。؟۔،、,");

    /// <summary>Characters of running prose in a paragraph; East Asian characters count threefold, as a word has about two of them.</summary>
    public static int Of(string tag, string text, int linked)
    {
        if (text.Length == 0 || tag is ['h', >= '1' and <= '6'] || linked * 2 > text.Length)
        {
            return 0;
        }

        var wide = text.Count(IsWide);
        var length = text.Length - linked + (2 * wide);
        if (length < Shortest)
        {
            return 0;
        }

        var weight = EndsSentence(text) ? 1.0 : text.AsSpan().ContainsAny(Stops) && length > 120 ? 0.7 : 0.25;
        return (int)(length * weight * (tag is "li" or "td" ? 0.6 : 1));
    }

    /// <summary>True when it ends like a sentence, closing quotes and brackets set aside.</summary>
    public static bool EndsSentence(string text)
    {
        for (var i = text.Length - 1; i >= Math.Max(0, text.Length - 4); i--)
        {
            if (".!?…。！？؟۔:।".Contains(text[i], StringComparison.Ordinal))
            {
                return true;
            }

            if (!"\"'”’»)]」』› ".Contains(text[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Words separated by blanks; for East Asian text half its characters.</summary>
    public static int Words(string text)
    {
        int words = 0, wide = 0;
        var inside = false;
        foreach (var c in text)
        {
            wide += IsWide(c) ? 1 : 0;
            var letter = char.IsLetterOrDigit(c);
            words += letter && !inside ? 1 : 0;
            inside = letter || (inside && c is '\'' or '’' or '-' or '\u200C');
        }

        return words + (wide / 2);
    }

    private static bool IsWide(char c) => c is (>= '\u3040' and <= '\u30FF') or (>= '\u4E00' and <= '\u9FFF') or (>= '\uAC00' and <= '\uD7A3');
}
