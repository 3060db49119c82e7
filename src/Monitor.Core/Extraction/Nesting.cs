using System.Collections.Frozen;

namespace Monitor.Core.Extraction;

/// <summary>
/// Counts, before parsing, how many elements stand open at once. The parser looks through all of them for most tags, so that a page of nothing but opening
/// tags takes it minutes; unlike a time limit, this gives the same answer on every machine.
/// </summary>
internal static class Nesting
{
    /// <summary>Elements that never stand open, or that the next one of their kind closes.</summary>
    private static readonly FrozenSet<string> NotCounted = new[]
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "p", "li", "dt", "dd", "option", "optgroup", "tr", "td", "th",
        "thead", "tbody", "tfoot", "colgroup", "body", "head", "html", "path", "rect", "circle", "use",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True when more than <see cref="Limits.Open"/> elements would be open.</summary>
    public static bool IsTooDeep(ReadOnlySpan<char> html)
    {
        var names = NotCounted.GetAlternateLookup<ReadOnlySpan<char>>();
        var open = 0;
        for (var at = html.IndexOf('<'); at >= 0 && at + 1 < html.Length;)
        {
            html = html[(at + 1)..];
            var closing = html[0] == '/';
            var name = html[(closing ? 1 : 0)..];
            var length = name.IndexOfAnyExceptInRange('0', 'z');
            name = name[..(length < 0 ? name.Length : length)];
            if (name.Length > 0 && char.IsAsciiLetter(name[0]) && !names.Contains(name))
            {
                open = closing ? Math.Max(0, open - 1) : open + 1;
                if (open > Limits.Open)
                {
                    return true;
                }
            }

            at = html.IndexOf('<');
        }

        return false;
    }
}
