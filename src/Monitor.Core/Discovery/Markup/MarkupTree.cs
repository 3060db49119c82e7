using System.Collections.Frozen;

namespace Monitor.Core.Discovery.Markup;

/// <summary>
/// Builds the elements of a feed from any text. What a strict XML reader refuses is mended as the writer will have meant it: an element left open ends
/// where its parent ends or where the next entry begins, a stray end tag is dropped, undeclared prefixes mean what everybody means by them.
/// </summary>
internal sealed class MarkupTree(string text, IssueList issues)
{
    /// <summary>Deepest nesting kept; deeper tags are dropped and their text stays.</summary>
    private const int MaxDepth = 64;

    /// <summary>Most elements kept, so that a feed of nothing but tags cannot fill the memory.</summary>
    private const int MaxElements = 400_000;

    /// <summary>Elements that hold text only; when one of <see cref="Fields"/> begins within, the end tag was forgotten.</summary>
    private static readonly FrozenSet<string> Leaves = FrozenSet.ToFrozenSet(["title", "link", "guid", "pubdate", "description", "author", "category", "comments"]);

    private static readonly FrozenSet<string> Fields = FrozenSet.ToFrozenSet(["link", "guid", "pubdate", "description", "item"]);

    private readonly List<(MarkupElement Element, string Name, Namespaces Spaces)> open = [];
    private int line = 1;
    private int counted;

    /// <summary>An element without name that holds everything.</summary>
    public MarkupElement Build(string baseUrl)
    {
        var root = new MarkupElement("", "", baseUrl, 1);
        open.Add((root, "", Namespaces.Usual));
        var scanner = new MarkupScanner(text);
        var elements = 0;
        while (scanner.Read(out var piece))
        {
            Count(piece.Start);
            switch (piece.Kind)
            {
                case MarkupKind.Text:
                    open[^1].Element.Content.Add(Entities.Decode(piece.Value));
                    break;
                case MarkupKind.Verbatim:
                    open[^1].Element.Content.Add(piece.Value);
                    break;
                case MarkupKind.DocType when piece.Value.Contains("<!ENTITY", StringComparison.OrdinalIgnoreCase):
                    issues.Add("feed-entities-refused", line, "the document declares entities; they are not expanded and stay as written");
                    break;
                case MarkupKind.Close:
                    Close(piece.Value);
                    break;
                case MarkupKind.Open or MarkupKind.Empty when ++elements > MaxElements:
                    issues.Add("feed-too-large", line, $"more than {MaxElements} elements; the rest was not read");
                    return root;
                case MarkupKind.Open or MarkupKind.Empty:
                    Open(piece, scanner.Attributes);
                    break;
            }
        }

        if (open.Count > 1 || scanner.Faulty)
        {
            Fault(open.Count > 1 ? $"<{open[^1].Name}> is not closed" : "markup is left open or out of place");
        }

        return root;
    }

    private void Open(MarkupPiece piece, Dictionary<string, string> attributes)
    {
        var local = piece.Value[(piece.Value.IndexOf(':', StringComparison.Ordinal) + 1)..].ToLowerInvariant();
        if (piece.Value.Length == local.Length)
        {
            CloseForgotten(local);
        }

        if (open.Count > MaxDepth)
        {
            return;
        }

        var (parent, _, spaces) = open[^1];
        var within = spaces.With(attributes);
        var element = new MarkupElement(within.Of(piece.Value), local, Links.Join(parent.Base, attributes.GetValueOrDefault("xml:base")) ?? parent.Base, line)
        {
            Attributes = attributes,
        };
        parent.Content.Add(element);
        if (piece.Kind == MarkupKind.Open)
        {
            open.Add((element, piece.Value, within));
        }
    }

    /// <summary>Ends a field or an entry whose end tag was forgotten before the next one begins.</summary>
    private void CloseForgotten(string name)
    {
        if (Fields.Contains(name) && Leaves.Contains(open[^1].Name.ToLowerInvariant()) && open.Count > 2)
        {
            Fault($"<{open[^1].Name}> is not closed before <{name}>");
            open.RemoveAt(open.Count - 1);
        }

        if (name is "item" or "entry" && open.FindLastIndex(o => o.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is > 0 and var last)
        {
            Fault($"<{name}> is not closed before the next <{name}>");
            open.RemoveRange(last, open.Count - last);
        }
    }

    private void Close(string name)
    {
        var last = open.FindLastIndex(o => o.Name == name);
        last = last > 0 ? last : open.FindLastIndex(o => o.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (last != open.Count - 1 || last == 0)
        {
            Fault(last > 0 ? $"<{open[^1].Name}> is not closed before </{name}>" : $"</{name}> closes nothing");
        }

        if (last > 0)
        {
            open.RemoveRange(last, open.Count - last);
        }
    }

    private void Fault(string what) => issues.Add("feed-not-well-formed", line, $"{what}; it was read nevertheless, the source should mend it");

    private void Count(int upTo)
    {
        line += text.AsSpan(counted, upTo - counted).Count('\n');
        counted = upTo;
    }
}
