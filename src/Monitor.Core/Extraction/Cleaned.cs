using Monitor.Core.Text;

namespace Monitor.Core.Extraction;

/// <summary>One spelling for values read from attributes and short elements.</summary>
internal static class Cleaned
{
    /// <summary>Blanks collapsed, control characters gone, cut to <see cref="Limits.Value"/>.</summary>
    public static string Value(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        var words = new ParagraphText();
        words.Append(text.Length > 4 * Limits.Value ? text[..(4 * Limits.Value)] : text);
        var value = words.Take().Text;
        return Shortened.Cut(value, Limits.Value);
    }
}
