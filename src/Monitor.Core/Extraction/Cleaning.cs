using System.Text.RegularExpressions;
using Monitor.Core.Model;

namespace Monitor.Core.Extraction;

/// <summary>Cuts, paragraph by paragraph, what stands inside the article's box and is no part of it.</summary>
internal static partial class Cleaning
{
    private const double MostlyLinks = 0.75;
    private const int ShortLine = 60;

    /// <summary>Sets <see cref="Block.Cut"/> on blocks of furniture, in place.</summary>
    public static void Clean(IReadOnlyList<Block> blocks, string title, ArticleBodyHint body)
    {
        Paragraphs(blocks, title, body);
        Sections(blocks);
        LinkLists(blocks);
        TeaserCards.Cut(blocks);
        Repeats.Cut(blocks);
        Head(blocks);
        ClosingMatter.Cut(blocks);
        Tail(blocks, body);
        EmptyHeadings(blocks);
    }

    private static void Paragraphs(IReadOnlyList<Block> blocks, string title, ArticleBodyHint body)
    {
        foreach (var block in blocks)
        {
            if (block.Post is not null || block.Cut is not null)
            {
                continue;
            }

            block.Cut = Phrases.Reason(block.Text, block.LinkDensity);
            if (block.Cut is null && block.LinkDensity > MostlyLinks && !block.IsHeading && !body.Has(block.Text)
                && (block.Tag == "li" || block.Text.Length < 200 || !Prose.EndsSentence(block.Text)))
            {
                block.Cut = CutReason.RelatedLinks;
            }

            if (block.Cut is null && title.Length > 0 && SameWords(block.Text, title))
            {
                block.Cut = CutReason.Navigation;
            }

            if (block.Cut is null && (!block.Text.Any(char.IsLetterOrDigit) || (block.Tag == "div" && MachineValue().IsMatch(block.Text))))
            {
                block.Cut = CutReason.Chrome;
            }
        }
    }

    /// <summary>Below a heading such as "Related stories" the list that follows goes with it, up to the next prose.</summary>
    private static void Sections(IReadOnlyList<Block> blocks)
    {
        for (var i = 0; i < blocks.Count; i++)
        {
            if (blocks[i].Post is not null || !(blocks[i].IsHeading || blocks[i].Emphasised || blocks[i].Cut is not null || blocks[i] is { Tag: "div", Text.Length: < ShortLine }) || Phrases.Section(blocks[i].Text) is not { } reason)
            {
                continue;
            }

            blocks[i].Cut ??= reason;
            for (var next = i + 1; next < blocks.Count && blocks[next].Post is null && (blocks[next].Tag == "li" || blocks[next].LinkDensity > 0.5 || blocks[next].Cut is not null); next++)
            {
                blocks[next].Cut ??= reason;
            }
        }
    }

    /// <summary>A list whose items are mostly links, or a run of three short linked lines, leads elsewhere.</summary>
    private static void LinkLists(IReadOnlyList<Block> blocks)
    {
        for (var start = 0; start < blocks.Count; start++)
        {
            var end = start;
            int length = 0, linked = 0;
            while (end < blocks.Count && blocks[end].Tag == "li" && (end == start || blocks[end].Region.Parent == blocks[start].Region.Parent))
            {
                length += blocks[end].Text.Length;
                linked += blocks[end].Linked;
                end++;
            }

            if (end == start)
            {
                continue;
            }

            if (linked * 2 > length)
            {
                for (var i = start; i < end; i++)
                {
                    blocks[i].Cut ??= CutReason.RelatedLinks;
                }
            }

            start = end - 1;
        }
    }

    /// <summary>Bylines, dates and labels before the first real paragraph.</summary>
    private static void Head(IReadOnlyList<Block> blocks)
    {
        foreach (var block in blocks)
        {
            if (block.Cut is not null)
            {
                continue;
            }

            if (block.Post is not null || block.Text.Length > 2 * ShortLine || (block.Tag == "p" && Prose.EndsSentence(block.Text)))
            {
                return;
            }

            if (!block.IsHeading && (block.Text.Length <= ShortLine || Byline().IsMatch(block.Text)) && !Prose.EndsSentence(block.Text))
            {
                block.Cut = CutReason.Chrome;
            }
        }
    }

    /// <summary>Labels, tags and names behind the last real paragraph.</summary>
    private static void Tail(IReadOnlyList<Block> blocks, ArticleBodyHint body)
    {
        for (var i = blocks.Count - 1; i >= 0; i--)
        {
            var block = blocks[i];
            if (block.Cut is not null)
            {
                continue;
            }

            if (block.Post is not null || block.Tag is "li" or "td" or "pre" or "p" && block.LinkDensity < 0.3 || Prose.EndsSentence(block.Text) || block.Text.Length > 2 * ShortLine || body.Has(block.Text))
            {
                return;
            }

            block.Cut = block.LinkDensity > 0.3 ? CutReason.RelatedLinks : CutReason.Chrome;
        }
    }

    /// <summary>Headings with nothing below them.</summary>
    private static void EmptyHeadings(IReadOnlyList<Block> blocks)
    {
        var needed = false;
        for (var i = blocks.Count - 1; i >= 0; i--)
        {
            var block = blocks[i];
            if (block.IsHeading && block.Cut is null && !needed)
            {
                block.Cut = CutReason.RelatedLinks;
            }
            else if (block.Cut is null && !block.IsHeading)
            {
                needed = true;
            }
            else if (block.IsHeading && block.Cut is null && i > 0)
            {
                needed = true;
            }
        }
    }

    private static bool SameWords(string text, string title)
    {
        if (Math.Abs(text.Length - title.Length) > 4)
        {
            return false;
        }

        return string.Equals(Letters(text), Letters(title), StringComparison.OrdinalIgnoreCase);

        static string Letters(string s) => string.Concat(s.Where(char.IsLetterOrDigit));
    }

    /// <summary>Values for machines that stand in the page's text: times, numbers, urls.</summary>
    [GeneratedRegex(@"^(https?://\S+|\d{4}-\d\d-\d\d(T\S+)?|[\d.,]+)$", RegexOptions.NonBacktracking)]
    private static partial Regex MachineValue();

    [GeneratedRegex(@"^\W*(by|von|par|por|di|door|av|af|автор|от|بقلم|نویسنده|خبرنگار)\b|\b(updated|published|posted|aktualisiert|publié|publicado|обновлено)\b|\b\d{1,2}[:.]\d{2}\b|\b(19|20)\d\d\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Byline();
}
