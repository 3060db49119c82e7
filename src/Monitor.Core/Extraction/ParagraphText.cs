using System.Text;

namespace Monitor.Core.Extraction;

/// <summary>Gathers the words of one paragraph: blanks collapsed, with how much of them is linked and emphasised.</summary>
internal sealed class ParagraphText
{
    private const int LineThatMayEnd = 40;

    private readonly StringBuilder words = new();
    private readonly List<string> links = [];
    private int linkDepth;
    private int strongDepth;
    private int linked;
    private int strong;
    private bool blank;
    private bool broken;
    private bool paid;

    public int Length => words.Length;

    public void Append(string text)
    {
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || c is '\u200B' or '\uFEFF' || (char.IsControl(c) && c != '\u200C'))
            {
                blank = true;
                continue;
            }

            if (words.Length >= Limits.Paragraph)
            {
                return;
            }

            if (blank && words.Length > 0)
            {
                Put(' ');
            }

            blank = broken = false;
            Put(c);
        }
    }

    /// <summary>A line break; true when a paragraph ends there: a second break, or one behind a whole sentence.</summary>
    public bool Break()
    {
        var ends = broken || (words.Length >= LineThatMayEnd && Prose.EndsSentence(words.ToString(words.Length - 4, 4)));
        blank = true;
        broken = !ends && words.Length > 0;
        return ends && words.Length > 0;
    }

    /// <summary>Begins a link or an emphasised phrase; <paramref name="sponsored"/> when the link says that somebody paid for it.</summary>
    public void Enter(bool link, bool emphasis, string? url, bool sponsored = false)
    {
        linkDepth += link ? 1 : 0;
        strongDepth += emphasis ? 1 : 0;
        paid |= sponsored;
        if (url is { Length: > 0 and < 2000 })
        {
            links.Add(url);
        }
    }

    public void Leave(bool link, bool emphasis)
    {
        linkDepth -= link ? 1 : 0;
        strongDepth -= emphasis ? 1 : 0;
    }

    public (string Text, int Linked, int Strong, IReadOnlyList<string> Links, bool Paid) Take()
    {
        var taken = (words.ToString(), linked, strong, (IReadOnlyList<string>)(words.Length > 0 && links.Count > 0 ? links.ToArray() : []), paid);
        words.Clear();
        links.Clear();
        linked = strong = 0;
        blank = broken = paid = false;
        return taken;
    }

    private void Put(char c)
    {
        words.Append(c);
        linked += linkDepth > 0 ? 1 : 0;
        strong += strongDepth > 0 ? 1 : 0;
    }
}
