using System.Globalization;
using System.Text;

namespace Monitor.Core.Archives.Values;

/// <summary>
/// Reads the lists in post tables, which are Python reprs in four spellings: <c>[]</c>, <c>['a', 'b']</c> (with either quotation mark and Python's escapes),
/// an empty field, and bare <c>[a, b]</c>.
/// </summary>
internal static class PythonList
{
    /// <summary>The values; null when the text is no such list.</summary>
    public static IReadOnlyList<string>? Parse(string text)
    {
        var trimmed = text.AsSpan().Trim();
        if (trimmed.IsEmpty || trimmed is "''" or "[]" or "\"\"")
        {
            return [];
        }

        if (trimmed[0] != '[' || trimmed[^1] != ']')
        {
            return null;
        }

        var values = new List<string>();
        var rest = trimmed[1..^1];
        while (!(rest = rest.Trim()).IsEmpty)
        {
            var length = rest[0] is '\'' or '"' ? Quoted(rest, values) : Bare(rest, values);
            if (length < 0)
            {
                return null;
            }

            rest = rest[length..].TrimStart();
            if (!rest.IsEmpty && rest[0] != ',')
            {
                return null;
            }

            rest = rest.IsEmpty ? rest : rest[1..];
        }

        return values;
    }

    private static int Bare(ReadOnlySpan<char> text, List<string> values)
    {
        var comma = text.IndexOf(',');
        var end = comma < 0 ? text.Length : comma;
        var value = text[..end].Trim();
        if (!value.IsEmpty)
        {
            values.Add(value.ToString());
        }

        return end;
    }

    /// <summary>Reads a quoted string and says how long it is with its marks; -1 when it does not close.</summary>
    private static int Quoted(ReadOnlySpan<char> text, List<string> values)
    {
        var close = text[1..].IndexOfAny(text[0], '\\');
        if (close >= 0 && text[close + 1] != '\\')
        {
            values.Add(text.Slice(1, close).ToString());
            return close + 2;
        }

        var value = new StringBuilder();
        for (var at = 1; at < text.Length; at++)
        {
            if (text[at] == text[0])
            {
                values.Add(value.ToString());
                return at + 1;
            }

            at += text[at] == '\\' && at + 1 < text.Length ? Escape(text[(at + 1)..], value) : Plain(text[at], value);
        }

        return -1;
    }

    private static int Plain(char letter, StringBuilder value)
    {
        value.Append(letter);
        return 0;
    }

    /// <summary>Appends what the escape behind a backslash means and says how many characters it has.</summary>
    private static int Escape(ReadOnlySpan<char> text, StringBuilder value)
    {
        var digits = text[0] switch { 'x' => 2, 'u' => 4, 'U' => 8, _ => 0 };
        if (digits > 0 && text.Length > digits
            && uint.TryParse(text.Slice(1, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) && Rune.IsValid(code))
        {
            value.Append(new Rune(code).ToString());
            return 1 + digits;
        }

        value.Append(text[0] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', var other => other });
        return 1;
    }
}
