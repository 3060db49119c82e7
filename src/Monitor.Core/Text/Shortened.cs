namespace Monitor.Core.Text;

/// <summary>Texts cut to a length, never inside a surrogate pair.</summary>
public static class Shortened
{
    /// <summary>At most so many UTF-16 units of the text.</summary>
    public static string Cut(string text, int length)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
    }

    /// <summary>As <see cref="Cut"/>, with an ellipsis behind a text that was cut.</summary>
    public static string WithEllipsis(string text, int length)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length <= length ? text : Cut(text, length) + "…";
    }
}
