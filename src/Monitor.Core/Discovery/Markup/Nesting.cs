using System.Collections.Frozen;
using System.Runtime.InteropServices;

namespace Monitor.Core.Discovery.Markup;

/// <summary>
/// Measures how deep an HTML page nests before a tree is made of it. Tree construction looks through the open elements at every tag, so tens of thousands
/// of them that are never closed cost minutes (40,000 times <c>&lt;div&gt;</c>: 10 s in AngleSharp 1.10); real pages stay below 200.
/// </summary>
internal static class Nesting
{
    /// <summary>Deepest page that is read.</summary>
    public const int Deepest = 3_000;

    /// <summary>Elements that have no end tag, or one that may be left out (HTML Standard, 13.1.2).</summary>
    private static readonly FrozenSet<string> Unclosed = FrozenSet.ToFrozenSet(
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "option", "html", "head", "body", "tbody", "thead"]);

    /// <summary>True when more elements are left open at one time than a page can mean.</summary>
    public static bool TooDeep(string html)
    {
        var open = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var depth = 0;
        var scanner = new MarkupScanner(html);
        while (scanner.Read(out var piece))
        {
            if (piece.Kind is not (MarkupKind.Open or MarkupKind.Close) || Unclosed.Contains(piece.Value.ToLowerInvariant()))
            {
                continue;
            }

            // Counted by name, so that end tags of something else do not hide what stays open.
            ref var count = ref CollectionsMarshal.GetValueRefOrAddDefault(open, piece.Value, out _);
            var change = piece.Kind == MarkupKind.Open ? 1 : count > 0 ? -1 : 0;
            count += change;
            depth += change;
            if (depth > Deepest)
            {
                return true;
            }
        }

        return false;
    }
}
