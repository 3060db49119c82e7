using Monitor.Core.Model;

namespace Monitor.Core.Extraction;

/// <summary>
/// A run of boxes, each with a linked headline and a line or two, leads to other articles. Linked sub-headings of the article itself stand in one box, all
/// of them, and are left alone.
/// </summary>
internal static class TeaserCards
{
    private const int Fewest = 4;
    private const int LongestCard = 450;

    public static void Cut(IReadOnlyList<Block> blocks)
    {
        var run = new List<(int Start, int End)>();
        for (var i = 0; i < blocks.Count;)
        {
            if (Card(blocks, i) is { } end)
            {
                run.Add((i, end));
                i = end;
                continue;
            }

            // Labels and buttons between two cards do not end the run; prose does.
            if (run.Count > 0 && blocks[i].Prose > 0 && blocks[i].Cut is null)
            {
                Close();
            }

            i++;
        }

        Close();

        void Close()
        {
            if (run.Count >= Fewest)
            {
                foreach (var index in run.SelectMany(c => Enumerable.Range(c.Start, c.End - c.Start)))
                {
                    blocks[index].Cut ??= CutReason.RelatedLinks;
                }
            }

            run.Clear();
        }
    }

    /// <summary>The end of the card that begins with the linked headline at a place; null when there is none.</summary>
    private static int? Card(IReadOnlyList<Block> blocks, int at)
    {
        if (!IsLinkedHeading(blocks[at]))
        {
            return null;
        }

        var box = Box(blocks, at);
        var end = at + 1;
        while (end < blocks.Count && blocks[end].Post is null && IsBelow(blocks[end].Region, box))
        {
            end++;
        }

        return end;
    }

    private static bool IsLinkedHeading(Block block) => block.IsHeading && block.LinkDensity >= 0.8;

    /// <summary>The largest box around a headline that holds no other heading and not much text.</summary>
    private static Region Box(IReadOnlyList<Block> blocks, int at)
    {
        var box = blocks[at].Region;
        while (box.Parent is { } around && IsCard(around))
        {
            box = around;
        }

        return box;

        bool IsCard(Region around)
        {
            var length = 0;
            for (var step = -1; step <= 1; step += 2)
            {
                for (var i = at + step; i >= 0 && i < blocks.Count && IsBelow(blocks[i].Region, around); i += step)
                {
                    length += blocks[i].Text.Length;
                    if (blocks[i].IsHeading || length > LongestCard)
                    {
                        return false;
                    }
                }
            }

            return true;
        }
    }

    private static bool IsBelow(Region region, Region box)
    {
        for (var at = region; at is not null; at = at.Parent)
        {
            if (at == box)
            {
                return true;
            }
        }

        return false;
    }
}
