using System.Text.RegularExpressions;
using Monitor.Core.Model;

namespace Monitor.Core.Extraction;

/// <summary>
/// Reads an article that has come down to lines of text. Without markup, furniture is told apart by its wording, by its shape (trails of labels, credits,
/// labels with a colon at the end) and by its subject (advertising).
/// </summary>
internal static partial class PlainText
{
    private const int LongestHeadline = 200;
    private const int WrapWidth = 100;
    private const int TailLength = 130;

    /// <summary>Title and assembled text.</summary>
    public static (string Title, TextAssembly Text) Read(string source)
    {
        var lines = Lines(source);
        var reasons = new CutReason?[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            reasons[i] = Phrases.Reason(lines[i], 0) ?? (IsTrail(lines, i) ? CutReason.Navigation : null);
        }

        var title = Title(lines, reasons);
        Tail(lines, reasons);
        var posts = Posts(lines, reasons);
        Adverts(lines, reasons, posts, title < 0 ? "" : lines[title]);

        var text = new TextAssembly();
        for (var i = 0; i < lines.Count; i++)
        {
            if (posts.TryGetValue(i, out var post))
            {
                text.Post(post);
            }
            else if (reasons[i] is { } reason)
            {
                text.Cut(reason, lines[i]);
            }
            else if (i != title && !(title >= 0 && i > title && lines[i] == lines[title]) && PostSignature.Read(lines[i]) is null)
            {
                text.Paragraph(lines[i]);
            }
        }

        return (title < 0 ? "" : Trailing().Replace(lines[title], ""), text);
    }

    /// <summary>Paragraphs: lines, or where the text is wrapped at a fixed width, groups of lines between empty ones.</summary>
    private static List<string> Lines(string source)
    {
        var raw = source.ReplaceLineEndings("\n").Split('\n').Select(Clean).ToList();
        var filled = raw.Where(l => l.Length > 0).ToList();
        var wrapped = filled.Count > 8 && raw.Contains("") && filled.Max(l => l.Length) <= WrapWidth && filled.Count(l => l.Length > WrapWidth / 2 && !Prose.EndsSentence(l)) * 2 > filled.Count;
        if (!wrapped)
        {
            return filled;
        }

        var groups = new List<string>();
        var group = "";
        foreach (var line in raw.Append(""))
        {
            if (line.Length == 0 && group.Length > 0)
            {
                groups.Add(group);
                group = "";
            }
            else if (line.Length > 0)
            {
                group = group.Length == 0 ? line : $"{group} {line}";
            }
        }

        return groups;

        static string Clean(string line)
        {
            var words = new ParagraphText();
            words.Append(line);
            return words.Take().Text;
        }
    }

    /// <summary>A trail of labels: separated by signs, or plain words that lead up to the headline on the next line.</summary>
    private static bool IsTrail(List<string> lines, int at)
    {
        var line = lines[at];
        if (line.Length > LongestHeadline)
        {
            return false;
        }

        if (at + 1 < lines.Count && lines[at + 1].Length > 15 && line.Length > lines[at + 1].Length && line.EndsWith(lines[at + 1], StringComparison.OrdinalIgnoreCase))
        {
            return !Prose.EndsSentence(line[..^lines[at + 1].Length]);
        }

        var labels = Separator().Split(line);
        return labels.Length >= 3 && labels.Average(l => l.Length) < 25 && !Prose.EndsSentence(line);
    }

    /// <summary>The first line left, when it has the shape of a headline: one sentence, not long, and no full stop or something else below it than its next sentence.</summary>
    private static int Title(List<string> lines, CutReason?[] reasons)
    {
        var at = Array.FindIndex(reasons, r => r is null);
        if (at < 0 || lines.Count < 2 || lines[at].Length > LongestHeadline || Inner().IsMatch(lines[at]) || PostSignature.Read(lines[at]) is not null)
        {
            return -1;
        }

        var stops = lines[at].EndsWith('.') && !lines[at].EndsWith("..", StringComparison.Ordinal);
        var next = at + 1 < lines.Count ? lines[at + 1] : "";
        return !stops || (at + 1 < lines.Count && reasons[at + 1] is CutReason.Caption) || (next == lines[at]) ? at : -1;
    }

    /// <summary>At the end, two or more short lines made of a label, a colon and one sentence are teasers of other articles; so are single labels.</summary>
    private static void Tail(List<string> lines, CutReason?[] reasons)
    {
        var end = lines.Count;
        while (end > 0 && reasons[end - 1] is not null)
        {
            end--;
        }

        var start = end;
        while (start > 0 && reasons[start - 1] is null && lines[start - 1].Length < TailLength && Teaser().IsMatch(lines[start - 1]) && !Speech().IsMatch(lines[start - 1]))
        {
            start--;
        }

        // One alone may be the article's own last sentence.
        if (end - start >= 2 && start > 2)
        {
            for (var i = start; i < end; i++)
            {
                reasons[i] = CutReason.RelatedLinks;
            }
        }
    }

    private static Dictionary<int, PostDraft> Posts(List<string> lines, CutReason?[] reasons)
    {
        var posts = new Dictionary<int, PostDraft>();
        for (var i = 0; i < lines.Count && posts.Count < Limits.Posts; i++)
        {
            if (PostSignature.Read(lines[i]) is { } below && i > 0 && reasons[i - 1] is null && !posts.ContainsKey(i - 1))
            {
                reasons[i] = null;
                posts[i - 1] = new("", below.Author, below.Handle, lines[i - 1], below.Date, "");
            }
            else if (reasons[i] is null && PostSignature.Read(lines[i]) is null && PostSignature.ReadEnd(lines[i]) is var (words, signature))
            {
                posts[i] = new("", signature.Author, signature.Handle, words, signature.Date, "");
            }
        }

        return posts;
    }

    private static void Adverts(List<string> lines, CutReason?[] reasons, Dictionary<int, PostDraft> posts, string title)
    {
        var kept = Enumerable.Range(0, lines.Count).Where(i => reasons[i] is null && !posts.ContainsKey(i) && lines[i] != title && PostSignature.Read(lines[i]) is null).ToList();
        foreach (var found in InjectedAdverts.Find(title, kept.ConvertAll(i => lines[i])))
        {
            reasons[kept[found]] = CutReason.Advertising;
        }
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    [GeneratedRegex(@"\s+[»›>|/•·]\s+|\s*[»›]\s*", Options)]
    private static partial Regex Separator();

    [GeneratedRegex(@"[.!?]\s+\p{Lu}", Options)]
    private static partial Regex Inner();

    [GeneratedRegex(@"\.{2,}$|\.$", Options)]
    private static partial Regex Trailing();

    [GeneratedRegex(@"^[\p{L}\p{N}][\p{L}\p{N}’'&\-]*( [\p{L}\p{N}’'&\-]+){0,3}: [^:.!?]{10,}[.!?]?$", Options)]
    private static partial Regex Teaser();

    [GeneratedRegex(@"[""“”«»„]|\b(said|says|told|added|wrote|tweeted)\b", Options | RegexOptions.IgnoreCase)]
    private static partial Regex Speech();
}
