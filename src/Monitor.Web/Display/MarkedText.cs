using Monitor.Core.Text;

namespace Monitor.Web.Display;

/// <summary>A stretch of a text and the mark on it.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Mark">The innermost mark that covers it; null for plain words.</param>
internal sealed record Stretch<T>(string Text, T? Mark)
    where T : class;

/// <summary>Cuts a text at its marks. Offsets that lie outside the text or inside a surrogate pair are drawn in, since an old mark must not break a page.</summary>
internal static class MarkedText
{
    /// <summary>The text as one line of stretches.</summary>
    public static IReadOnlyList<Stretch<T>> Cut<T>(string text, IEnumerable<(TextSpan Span, T Mark)> marks)
        where T : class => Cut(text, new TextSpan(0, text.Length), [.. marks.Select(m => (DrawIn(text, m.Span), m.Mark))]);

    /// <summary>The text as paragraphs (a line each) of stretches; empty lines are left out.</summary>
    public static IReadOnlyList<IReadOnlyList<Stretch<T>>> Paragraphs<T>(string text, IEnumerable<(TextSpan Span, T Mark)> marks)
        where T : class
    {
        var drawn = marks.Select(m => (Span: DrawIn(text, m.Span), m.Mark)).ToList();
        var paragraphs = new List<IReadOnlyList<Stretch<T>>>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            if (end > start)
            {
                paragraphs.Add(Cut(text, new TextSpan(start, end), drawn));
            }

            start = end + 1;
        }

        return paragraphs;
    }

    private static List<Stretch<T>> Cut<T>(string text, TextSpan within, List<(TextSpan Span, T Mark)> marks)
        where T : class
    {
        var here = marks.Where(m => m.Span.End > within.Start && m.Span.Start < within.End && m.Span.Length > 0).ToList();
        var edges = here.SelectMany(m => new[] { m.Span.Start, m.Span.End })
            .Where(e => e > within.Start && e < within.End).Append(within.Start).Append(within.End).Distinct().Order().ToList();
        var stretches = new List<Stretch<T>>();
        for (var i = 0; i + 1 < edges.Count; i++)
        {
            // The shortest mark is the innermost: a quotation inside a longer reported sentence stays reachable.
            var cover = here.Where(m => m.Span.Start <= edges[i] && m.Span.End >= edges[i + 1]).OrderBy(m => m.Span.Length).Select(m => m.Mark).FirstOrDefault();
            var words = text[edges[i]..edges[i + 1]];
            if (stretches.Count > 0 && ReferenceEquals(stretches[^1].Mark, cover))
            {
                stretches[^1] = new(stretches[^1].Text + words, cover);
            }
            else
            {
                stretches.Add(new(words, cover));
            }
        }

        return stretches;
    }

    private static TextSpan DrawIn(string text, TextSpan span)
    {
        var start = Math.Clamp(span.Start, 0, text.Length);
        var end = Math.Clamp(span.End, start, text.Length);
        return new(Whole(start), Whole(end));

        int Whole(int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]) ? at - 1 : at;
    }
}
