using Monitor.Core.Corpus.Query;
using Monitor.Core.Text;

namespace Monitor.Core.Corpus;

/// <summary>Finds in an original text what a condition matched, through the offsets of the terms, and cuts a snippet around it.</summary>
internal sealed class Highlighter
{
    private const int SnippetLength = 300;

    private readonly List<TermsCondition> _wanted = [];
    private readonly List<FuzzyCondition> _fuzzy = [];

    /// <summary>Collects what is looked for; what must not match is left out.</summary>
    public Highlighter(Condition condition) => Collect(condition);

    /// <summary>A stretch of at most 300 UTF-16 units with the most matches, cut at blanks, and the matches in it.</summary>
    public (string Text, IReadOnlyList<TextSpan> Highlights) Snippet(string text)
    {
        var found = Find(text);
        var start = Best(text, found);
        var end = Math.Min(text.Length, start + SnippetLength);
        if (end < text.Length)
        {
            var blank = text.LastIndexOfAny([' ', '\n'], end, Math.Min(60, end - start));
            end = blank > start ? blank : char.IsLowSurrogate(text[end]) ? end - 1 : end;
        }

        var spans = found.Where(s => s.Start >= start && s.End <= end).Select(s => new TextSpan(s.Start - start, s.End - start)).ToList();
        return (text[start..end].Replace('\n', ' '), spans);
    }

    /// <summary>Matches in a text, in order, without overlaps.</summary>
    public IReadOnlyList<TextSpan> Find(string text)
    {
        if (_wanted.Count + _fuzzy.Count == 0 || text.Length == 0)
        {
            return [];
        }

        var stream = new TermStream();
        Analyzer.Read(text, null, stream);
        var spans = new List<TextSpan>();
        foreach (var wanted in _wanted)
        {
            Add(spans, stream, wanted);
        }

        foreach (var fuzzy in _fuzzy)
        {
            spans.AddRange(stream.Main.Concat(stream.Also).Where(t => fuzzy.Means(t.Value)).Select(t => new TextSpan(t.Start, t.End)));
        }

        spans.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        var apart = new List<TextSpan>();
        foreach (var span in spans)
        {
            if (apart.Count > 0 && span.Start < apart[^1].End)
            {
                apart[^1] = new(apart[^1].Start, Math.Max(apart[^1].End, span.End));
            }
            else
            {
                apart.Add(span);
            }
        }

        return apart;
    }

    private static void Add(List<TextSpan> spans, TermStream stream, TermsCondition wanted)
    {
        var count = wanted.Terms.Count;
        for (var i = 0; i + count <= stream.Main.Count; i++)
        {
            var n = 0;
            while (n < count && Same(stream.Main[i + n].Value, wanted, n))
            {
                n++;
            }

            if (n == count)
            {
                spans.Add(new(stream.Main[i].Start, stream.Main[i + n - 1].End));
            }
        }

        if (count == 1)
        {
            spans.AddRange(stream.Also.Where(t => Same(t.Value, wanted, 0)).Select(t => new TextSpan(t.Start, t.End)));
        }
    }

    private static bool Same(string term, TermsCondition wanted, int n) =>
        wanted.Prefix && n == wanted.Terms.Count - 1 ? term.StartsWith(wanted.Terms[n], StringComparison.Ordinal) : term == wanted.Terms[n];

    /// <summary>Where the snippet with the most matches begins: at a blank a little before its first match.</summary>
    private static int Best(string text, IReadOnlyList<TextSpan> found)
    {
        if (text.Length <= SnippetLength || found.Count == 0)
        {
            return 0;
        }

        var (best, most) = (0, 0);
        for (int i = 0, j = 0; i < found.Count; i++)
        {
            j = Math.Max(j, i);
            while (j < found.Count && found[j].End <= found[i].Start + SnippetLength - 60)
            {
                j++;
            }

            if (j - i > most)
            {
                (best, most) = (found[i].Start, j - i);
            }
        }

        if (best <= 60)
        {
            return 0;
        }

        var from = best - 60;
        var blank = text.IndexOfAny([' ', '\n'], from, 60);
        return blank >= 0 ? blank + 1 : char.IsLowSurrogate(text[from]) ? from + 1 : from;
    }

    private void Collect(Condition condition)
    {
        switch (condition)
        {
            case TermsCondition terms when terms.Field is TextField.Any or TextField.Body:
                _wanted.Add(terms);
                break;
            case NearCondition near when near.Field is TextField.Any or TextField.Body:
                _wanted.Add(new(near.Field, near.First, false));
                _wanted.Add(new(near.Field, near.Second, false));
                break;
            case FuzzyCondition fuzzy when fuzzy.Field is TextField.Any or TextField.Body:
                _fuzzy.Add(fuzzy);
                break;
            case AndCondition and:
                foreach (var part in and.Parts)
                {
                    Collect(part);
                }

                break;
            case OrCondition or:
                foreach (var part in or.Parts)
                {
                    Collect(part);
                }

                break;
        }
    }
}
