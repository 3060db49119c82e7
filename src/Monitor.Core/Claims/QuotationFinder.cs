using Monitor.Core.Text;

namespace Monitor.Core.Claims;

/// <summary>
/// Finds the outermost quotations in “…” ‘…’ «…» »…« „…“ "…" '…' and ‹…›, nested ones inside them, ones left open at the end of a paragraph and
/// ones that go on over several paragraphs (each opened anew, only the last one closed). One pass with a stack, so linear in the length of the text.
/// </summary>
internal static class QuotationFinder
{
    /// <summary>Marks that open deeper than this are taken for words.</summary>
    private const int Deepest = 8;

    private readonly record struct Opening(int At, char Mark);

    public static List<Quotation> Find(string text)
    {
        var found = new List<Quotation>();
        var open = '\0';
        for (var start = 0; start <= text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (end > start)
            {
                open = Paragraph(text, start, end, open, found);
            }

            start = end + 1;
        }

        return found;
    }

    /// <summary>Reads one paragraph and returns the mark of the quotation that it leaves open from its first word on, or zero.</summary>
    private static char Paragraph(string text, int start, int end, char before, List<Quotation> found)
    {
        var stack = new Stack<Opening>();
        var first = found.Count;
        for (var i = start; i < end; i++)
        {
            var c = text[i];
            if (!IsMark(c))
            {
                continue;
            }

            if (Closes(text, i, start, end, stack, out var levels))
            {
                Opening opening = default;
                for (var k = 0; k < levels; k++)
                {
                    opening = stack.Pop();
                }

                if (stack.Count == 0)
                {
                    Add(text, opening.At, i + 1, i, found);
                }
            }
            else if (stack.Count < Deepest && Opens(text, i, start, end, stack))
            {
                stack.Push(new(i, c));
            }
        }

        var left = '\0';
        if (stack.Count > 0)
        {
            var bottom = stack.Last();
            var lead = text.AsSpan(start, bottom.At - start).TrimEnd();
            if (lead.IsEmpty || lead[^1] is ':' or ',' or '،' || bottom.Mark is '“' or '«' or '„')
            {
                Add(text, bottom.At, end, end, found, open: true);
                left = bottom.Mark;
            }
        }

        if (before != '\0' && found.Count > first && text.AsSpan(start, found[first].Start - start).IsWhiteSpace() && text[found[first].Start] == before)
        {
            found[first] = found[first] with { Continues = true };
        }

        return left;
    }

    private static bool IsMark(char c) => c is '“' or '”' or '‘' or '’' or '«' or '»' or '„' or '‟' or '"' or '\'' or '‹' or '›' or '‚' or '＂';

    private static bool Closes(string text, int i, int start, int end, Stack<Opening> stack, out int levels)
    {
        levels = 0;
        if (stack.Count == 0)
        {
            return false;
        }

        var c = text[i];
        var afterBlank = i == start || char.IsWhiteSpace(text[i - 1]);
        var beforeLetter = i + 1 < end && char.IsLetterOrDigit(text[i + 1]);
        if (c is '’' or '\'' && (beforeLetter || afterBlank))
        {
            return false;
        }

        // German “ closes „, and » opened »…«; a straight mark after a blank and before a letter opens.
        var depth = 0;
        foreach (var opening in stack)
        {
            depth++;
            // “…,“ said S: the wrong mark behind the last word closes all the same.
            if ((Pair(opening.Mark, c) || (c == '“' && opening.Mark == '“' && !afterBlank && !beforeLetter && i > start && ",.!?".Contains(text[i - 1]))) && !(c is '"' or '“' && afterBlank && beforeLetter && opening.Mark != '„'))
            {
                levels = depth;
                return true;
            }

            if (depth == 4)
            {
                break;
            }
        }

        return false;
    }

    private static bool Pair(char opening, char closing) => opening switch
    {
        '“' or '‟' => closing is '”' or '"',
        '”' => closing is '”',
        '‘' => closing is '’' or '\'',
        '‚' => closing is '‘' or '’',
        '„' => closing is '“' or '”' or '"' or '„',
        '«' => closing == '»',
        '»' => closing is '«' or '»',
        '‹' => closing == '›',
        '›' => closing == '‹',
        '"' => closing is '"' or '”',
        '＂' => closing == '＂',
        '\'' => closing is '\'' or '’',
        _ => false,
    };

    private static bool Opens(string text, int i, int start, int end, Stack<Opening> stack)
    {
        var c = text[i];
        var last = i + 1 >= end;
        if (last)
        {
            return false;
        }

        var previous = i == start ? ' ' : text[i - 1];
        var free = char.IsWhiteSpace(previous) || "([{—–-:¿¡“‘«„\"'\u200f\u200e\u202a\u202b\u2066\u2067".Contains(previous);
        return c switch
        {
            '“' or '„' or '‟' or '«' or '‹' or '‚' => true,
            '‘' => free || stack.Count > 0,
            '’' or '›' => false,
            '”' or '»' => stack.Count == 0 && free && char.IsLetter(text[i + 1]),
            '"' or '＂' => !char.IsDigit(previous) && (free || !char.IsWhiteSpace(text[i + 1])) && !stack.Any(o => o.Mark == c),
            '\'' => free && char.IsLetter(text[i + 1]) && !IsElision(text, i, end),
            _ => false,
        };
    }

    /// <summary>'em, 'til, 'cause, '90s begin with an apostrophe, not with a quotation mark: no closing mark follows within the word and the next ones.</summary>
    private static bool IsElision(string text, int i, int end)
    {
        var window = text.AsSpan(i + 1, Math.Min(end - i - 1, 600));
        for (var k = 1; k < window.Length; k++)
        {
            if (window[k] is '\'' or '’' && (k + 1 == window.Length || !char.IsLetterOrDigit(window[k + 1])) && !char.IsWhiteSpace(window[k - 1]))
            {
                return false;
            }
        }

        return true;
    }

    private static void Add(string text, int start, int end, int close, List<Quotation> found, bool open = false)
    {
        var (from, to) = (start + 1, close);
        while (from < to && (char.IsWhiteSpace(text[from]) || text[from] is '\u200e' or '\u200f'))
        {
            from++;
        }

        while (to > from && (char.IsWhiteSpace(text[to - 1]) || text[to - 1] is '\u200e' or '\u200f'))
        {
            to--;
        }

        if (to > from)
        {
            var words = Count(text, from, to);
            found.Add(new(start, open ? to : end, new TextSpan(from, to)) { Open = open, Words = words });
        }
    }

    private static int Count(string text, int from, int to)
    {
        var count = 0;
        for (var i = from; i < to; i++)
        {
            if (char.IsLetterOrDigit(text[i]) && (i == from || char.IsWhiteSpace(text[i - 1]) || !char.IsLetterOrDigit(text[i - 1])) && !(i > from && text[i - 1] is '\'' or '’' or '-' or '\u200c'))
            {
                count++;
            }
        }

        return count;
    }
}
