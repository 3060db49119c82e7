namespace Monitor.Core.Discovery.Markup;

/// <summary>What the scanner came upon.</summary>
internal enum MarkupKind
{
    /// <summary>Text between tags.</summary>
    Text,

    /// <summary>CDATA section: text in which nothing is decoded.</summary>
    Verbatim,

    /// <summary>Start tag.</summary>
    Open,

    /// <summary>Empty-element tag.</summary>
    Empty,

    /// <summary>End tag.</summary>
    Close,

    /// <summary>Document type declaration.</summary>
    DocType,
}

/// <summary>A piece of markup.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">Text, or name of the tag with its prefix.</param>
/// <param name="Start">Offset of its first character.</param>
internal readonly record struct MarkupPiece(MarkupKind Kind, string Value, int Start);

/// <summary>
/// Splits any text into tags and text in one pass: what is not markup is text, so nothing can fail. Comments, processing instructions and document type
/// declarations are passed over; entities that a document declares are never read, so none can be expanded and nothing outside can be fetched.
/// </summary>
internal sealed class MarkupScanner(string text)
{
    private readonly HashSet<string> missing = [];
    private int at;

    /// <summary>Attributes of the tag read last.</summary>
    public Dictionary<string, string> Attributes { get; private set; } = [];

    /// <summary>True when something was left open or out of place.</summary>
    public bool Faulty { get; private set; }

    /// <summary>Reads the next piece; false at the end.</summary>
    public bool Read(out MarkupPiece piece)
    {
        while (at < text.Length)
        {
            var start = at;
            if (text[at] != '<' || !BeginsMarkup())
            {
                piece = new(MarkupKind.Text, Words(), start);
                return true;
            }

            if (Special(out var kind, out var value))
            {
                if (kind is { } special)
                {
                    piece = new(special, value, start);
                    return true;
                }

                continue;
            }

            piece = Tag(start);
            return true;
        }

        piece = default;
        return false;
    }

    private bool BeginsMarkup() => at + 1 < text.Length && (text[at + 1] is '!' or '?' || IsNameStart(text[at + 1]) || (text[at + 1] == '/' && at + 2 < text.Length && IsNameStart(text[at + 2])));

    private string Words()
    {
        var start = at++;
        while (at < text.Length)
        {
            var next = text.IndexOf('<', at);
            at = next < 0 ? text.Length : next;
            if (at == text.Length || BeginsMarkup())
            {
                break;
            }

            Faulty = true;
            at++;
        }

        return text[start..at];
    }

    /// <summary>Comments, CDATA, processing instructions, declarations. True when one was read; a kind only when it is of use.</summary>
    private bool Special(out MarkupKind? kind, out string value)
    {
        (kind, value) = (null, "");
        if (text[at + 1] == '?')
        {
            Skip("?>", ">");
            return true;
        }

        if (text[at + 1] != '!')
        {
            return false;
        }

        if (Here("<!--"))
        {
            Skip("-->", ">");
        }
        else if (Here("<![CDATA["))
        {
            var start = at + 9;
            var end = Find("]]>", start);
            Faulty |= end < 0;
            (kind, value) = (MarkupKind.Verbatim, end < 0 ? text[start..] : text[start..end]);
            at = end < 0 ? text.Length : end + 3;
        }
        else if (Here("<!doctype"))
        {
            (kind, value) = (MarkupKind.DocType, DocType());
        }
        else
        {
            Skip(">", ">");
        }

        return true;
    }

    private string DocType()
    {
        var start = at;
        var depth = 0;
        for (var quote = '\0'; at < text.Length; at++)
        {
            var c = text[at];
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' || (c is '\'' && depth == 0))
            {
                quote = c;
            }
            else
            {
                depth += c switch { '<' or '[' => 1, '>' or ']' => -1, _ => 0 };
                if (depth <= 0)
                {
                    at++;
                    return text[start..at];
                }
            }
        }

        // Left open: the declaration ends with its first '>' and the rest is read as content.
        Faulty = true;
        var end = text.IndexOf('>', start);
        at = end < 0 ? text.Length : end + 1;
        return text[start..at];
    }

    private MarkupPiece Tag(int start)
    {
        var close = text[++at] == '/';
        at += close ? 1 : 0;
        var name = Name();
        Attributes = close ? [] : ReadAttributes();
        var empty = false;
        while (at < text.Length && text[at] != '>' && text[at] != '<')
        {
            empty = text[at] == '/';
            at++;
        }

        Faulty |= at >= text.Length || text[at] == '<';
        at += at < text.Length && text[at] == '>' ? 1 : 0;
        return new(close ? MarkupKind.Close : empty ? MarkupKind.Empty : MarkupKind.Open, name, start);
    }

    private Dictionary<string, string> ReadAttributes()
    {
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        while (true)
        {
            SkipBlanks();
            if (at >= text.Length || !IsNameStart(text[at]))
            {
                return read;
            }

            var name = Name().ToLowerInvariant();
            SkipBlanks();
            var value = "";
            if (at < text.Length && text[at] == '=')
            {
                at++;
                SkipBlanks();
                value = Value();
            }

            read.TryAdd(name, Entities.Decode(value));
        }
    }

    private string Value()
    {
        if (at < text.Length && text[at] is '"' or '\'')
        {
            var end = text.IndexOf(text[at], at + 1, Math.Min(65_536, text.Length - at - 1));
            if (end >= 0)
            {
                var quoted = text[(at + 1)..end];
                at = end + 1;
                return quoted;
            }

            at++;
        }

        Faulty = true;
        var start = at;
        while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('>' or '<'))
        {
            at++;
        }

        return text[start..at];
    }

    private string Name()
    {
        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '_' or '-' or '.' or ':'))
        {
            at++;
        }

        return text[start..at];
    }

    private void SkipBlanks()
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }
    }

    private void Skip(string end, string otherwise)
    {
        var found = Find(end, at + 2);
        Faulty |= found < 0;
        var (place, length) = found < 0 ? (Find(otherwise, at + 2), otherwise.Length) : (found, end.Length);
        at = place < 0 ? text.Length : place + length;
    }

    /// <summary>Searches once to the end of the text for what is not there, so that hostile text costs one pass.</summary>
    private int Find(string end, int from)
    {
        if (from > text.Length || missing.Contains(end))
        {
            return -1;
        }

        var found = text.IndexOf(end, from, StringComparison.Ordinal);
        if (found < 0)
        {
            missing.Add(end);
        }

        return found;
    }

    private bool Here(string word) => string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0;

    private static bool IsNameStart(char c) => char.IsLetter(c) || c is '_' or ':';
}
