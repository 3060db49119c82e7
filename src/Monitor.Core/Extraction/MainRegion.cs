namespace Monitor.Core.Extraction;

/// <summary>
/// Finds where the article stands: first boxes are cut by what their names say, unless they hold too much of the page's prose; then the search goes
/// down from the body as long as one box holds nearly all of the prose that is left.
/// </summary>
internal static class MainRegion
{
    /// <summary>A box with a strong hint is kept all the same when it holds more than this share of the prose: then the name means something else.</summary>
    private const double StrongGivesWay = 0.6;

    /// <summary>The same for a weak hint.</summary>
    private const double WeakGivesWay = 0.3;

    /// <summary>A box holding this share of what is around it is gone into.</summary>
    private const double NearlyAll = 0.88;

    /// <summary>The same for a box that says it is the article.</summary>
    private const double NamedShare = 0.45;

    private const int OwnParagraph = 150;

    /// <summary>Cuts by hints, then finds the region.</summary>
    public static Region Find(Regions page, ArticleBodyHint body)
    {
        CutByHints(page.Root, page, page.Root.Prose, body);
        Count(page.Root, page.Blocks);
        var at = page.Root;
        while (Best(at) is { } next)
        {
            var share = at.Prose == 0 ? 0 : (double)next.Prose / at.Prose;
            var named = IsNamed(next);
            if (share < (named ? NamedShare : IsNamed(at) ? 0.97 : NearlyAll))
            {
                break;
            }

            at = next;
        }

        return at;
    }

    private static bool IsNamed(Region region) => region.Element.LocalName is "article" or "main" || Hints.IsMain(region.Element);

    /// <summary>A heading, or a paragraph of some length: a weak name on the text's own element is mostly one of style ("widget-title").</summary>
    private static bool IsItself(Region region) => region.Element.LocalName is ['h', >= '1' and <= '6'] || (region.Element.LocalName == "p" && region.Prose > OwnParagraph);

    private static Region? Best(Region region)
    {
        Region? best = null;
        foreach (var child in region.Children)
        {
            if (child.Cut is null && child.Prose > 0 && (best is null || child.Prose > best.Prose))
            {
                best = child;
            }
        }

        return best;
    }

    private static void CutByHints(Region region, Regions page, long all, ArticleBodyHint body)
    {
        if (region.Hint is { } hint && (hint.Strong || !IsItself(region)) && region.Prose <= all * (hint.Strong ? StrongGivesWay : WeakGivesWay) && !body.Covers(page, region))
        {
            region.Cut = hint.Reason;
            for (var i = region.First; i < region.End; i++)
            {
                page.Blocks[i].Cut ??= hint.Reason;
            }

            return;
        }

        foreach (var child in region.Children)
        {
            CutByHints(child, page, all, body);
        }
    }

    private static void Count(Region region, IReadOnlyList<Block> blocks)
    {
        foreach (var child in region.Children)
        {
            Count(child, blocks);
        }

        long sum = 0;
        for (var i = region.First; i < region.End; i++)
        {
            sum += blocks[i].Cut is null ? blocks[i].Prose : 0;
        }

        region.Prose = sum;
    }
}
