using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using Monitor.Core.Text;

namespace Monitor.Core.Extraction;

/// <summary>The main text of a page.</summary>
/// <param name="Text">Assembled text, posts and cuts.</param>
/// <param name="Links">Absolute urls that the kept paragraphs link to.</param>
/// <param name="Note">Why there is no text; null when there is.</param>
internal sealed partial record HtmlArticle(TextAssembly Text, IReadOnlyList<string> Links, string? Note)
{
    private const string NoText = "The page has no main text: nothing on it reads like an article.";
    private const int FewestWords = 25;
    private const int FewestWordsDeclared = 8;
    private const int MostLinks = 1_000;
    private const int FrontTeasers = 12;

    public static HtmlArticle Of(IHtmlDocument page, Metadata facts, JsonLd data)
    {
        var text = new TextAssembly();
        if (page.Body is null)
        {
            return new(text, [], "The page has no body.");
        }

        var hint = new ArticleBodyHint(facts.ArticleBody);
        var regions = Regions.Of(page.Body, new EmbeddedPosts());
        var main = MainRegion.Find(regions, hint);
        var inside = Enumerable.Range(main.First, main.End - main.First).Select(i => regions.Blocks[i]).ToList();
        Cleaning.Clean(inside, facts.Title, hint);
        inside.InsertRange(0, Standfirst.Of(regions, main, facts, inside));
        Adverts(inside, facts.Title, hint);

        var words = inside.Where(b => b.Cut is null).Sum(b => Prose.Words(b.Text));
        if (NoArticle(inside, facts, words) is { } why)
        {
            return new(text, [], why);
        }

        var kept = new HashSet<Block>(inside);
        var links = new List<string>();
        foreach (var block in regions.Blocks)
        {
            if (block.Post is { } post && (block.Cut is null or Model.CutReason.Caption) && kept.Contains(block))
            {
                text.Post(post);
            }
            else if (block.Cut is { } reason)
            {
                text.Cut(reason, block.Text);
            }
            else if (kept.Contains(block))
            {
                text.Paragraph(block.Text);
                links.AddRange(block.Links.Select(l => PageUrl.Absolute(l, facts.Url)?.AbsoluteUri).OfType<string>());
            }
            else
            {
                text.Cut(Model.CutReason.Navigation, block.Text);
            }
        }

        return new(text, links.Distinct().Take(MostLinks).ToList(), text.Text.Length > 0 ? null : NoText);
    }

    private static void Adverts(List<Block> blocks, string title, ArticleBodyHint hint)
    {
        var paragraphs = blocks.Where(b => b.Cut is null && b.Post is null).ToList();
        foreach (var index in InjectedAdverts.Find(title, paragraphs.ConvertAll(b => b.Text), paragraphs.ConvertAll(b => b.Paid)))
        {
            if (!hint.Has(paragraphs[index].Text))
            {
                paragraphs[index].Cut = Model.CutReason.Advertising;
            }
        }
    }

    private static string? NoArticle(List<Block> inside, Metadata facts, int words)
    {
        var declared = facts.ArticleBody.Length > 0 || facts.Dates.Published is not null;
        if (ErrorTitle().IsMatch(facts.Title) && words < 10 * FewestWords)
        {
            return $"The page is an error page (\"{Shortened.Cut(facts.Title, 80)}\").";
        }

        if (words < (declared ? FewestWordsDeclared : FewestWords) && !inside.Exists(b => b.Post is not null))
        {
            return NoText;
        }

        var teasers = inside.Count(b => b.IsHeading && b.LinkDensity > 0.8);
        return facts.IsFront || (facts.ArticleBody.Length == 0 && facts.Dates.Published is null && teasers > FrontTeasers && LongestRun(inside) <= 2)
            ? $"The page is a front page or a list: it holds {teasers} linked headlines and no text of its own."
            : null;
    }

    /// <summary>Paragraphs of prose that follow each other with no heading or link line between them.</summary>
    private static int LongestRun(List<Block> blocks)
    {
        int longest = 0, run = 0;
        foreach (var block in blocks)
        {
            run = block.Prose > 60 && block.Cut is null ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    [GeneratedRegex(@"^\W*((error\W*)?(404|403|401|410|500|502|503|504)\b|page (not found|unavailable)|not found|access denied|forbidden|bad gateway|service unavailable|just a moment|attention required|are you a robot|captcha|seite nicht gefunden|page introuvable|página no encontrada|страница не найдена|صفحه.{0,20}یافت نشد|الصفحة غير موجودة)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ErrorTitle();
}
