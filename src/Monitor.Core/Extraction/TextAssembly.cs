using System.Text;
using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Extraction;

/// <summary>Puts the kept paragraphs together and notes where the words of embedded posts stand.</summary>
internal sealed class TextAssembly
{
    private readonly StringBuilder text = new();
    private readonly List<EmbeddedPost> posts = [];
    private readonly List<CutPart> cuts = [];

    public void Paragraph(string words)
    {
        if (words.Length > 0)
        {
            text.Append(text.Length > 0 ? "\n" : "").Append(words);
        }
    }

    public void Post(PostDraft draft)
    {
        int start = -1, end = -1;
        if (draft.Text.Length > 0)
        {
            Paragraph(draft.Text);
            (start, end) = (text.Length - draft.Text.Length, text.Length);
        }

        posts.Add(new(Ids.Document(UrlOf(draft)), draft.Author, draft.Handle, draft.Text, draft.Date, draft.Url, HashtagsOf(draft.Text), start, end));
    }

    public void Cut(CutReason reason, string words)
    {
        if (cuts.Count < Limits.Cuts && words.Length > 0)
        {
            cuts.Add(new(reason, Shortened.Cut(words, Limits.Cut)));
        }
    }

    public string Text => text.ToString();

    public IReadOnlyList<EmbeddedPost> Posts => posts;

    public IReadOnlyList<CutPart> Cuts => cuts;

    /// <summary>
    /// Under which url a post is kept: its permalink; without one <c>post:handle/letters</c>, where letters are the letters and digits of its words in lower
    /// case without links, hashed. The date takes part only when there are too few words, since embeds of one post show dates of different time zones.
    /// </summary>
    public static string UrlOf(PostDraft draft)
    {
        if (draft.Url.Length > 0)
        {
            return CanonicalUrl.Of(draft.Url);
        }

        const int enough = 20;
        var words = string.Join(' ', draft.Text.Split(' ', '\n').Where(w => !w.Contains("://", StringComparison.Ordinal)));
        var letters = string.Concat(words.Where(char.IsLetterOrDigit)).ToLowerInvariant();
        var date = letters.Length < enough ? draft.Date?.ToString() ?? "" : "";
        return $"post:{draft.Handle.ToLowerInvariant()}/{Ids.Of('p', letters, date)}";
    }

    /// <summary>Hashtags without #, in order, each once.</summary>
    public static IReadOnlyList<string> HashtagsOf(string words)
    {
        var tags = new List<string>();
        for (var i = 0; i < words.Length; i++)
        {
            if (words[i] is not ('#' or '＃') || (i > 0 && (char.IsLetterOrDigit(words[i - 1]) || words[i - 1] is '/' or '&')))
            {
                continue;
            }

            var end = i + 1;
            while (end < words.Length && (char.IsLetterOrDigit(words[end]) || words[end] is '_' or '\u200C' || char.GetUnicodeCategory(words[end]) == System.Globalization.UnicodeCategory.NonSpacingMark))
            {
                end++;
            }

            var tag = words[(i + 1)..end];
            if (tag.Any(char.IsLetter) && !tags.Contains(tag, StringComparer.OrdinalIgnoreCase))
            {
                tags.Add(tag);
            }
        }

        return tags;
    }
}
