using System.Text;
using Monitor.Core.Model;

namespace Monitor.Core.Extraction;

/// <summary>Words that stand twice on a page are the page's doing: pull quotes, versions for small screens, the whole text again for machines.</summary>
internal static class Repeats
{
    private const int Shortest = 16;
    private const int WholeText = 600;
    private const double Covered = 0.7;

    public static void Cut(IReadOnlyList<Block> blocks)
    {
        WholeTexts(blocks);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var block in blocks)
        {
            if (block.Cut is null && block.Post is null && block.Text.Length >= Shortest && !seen.Add(block.Text))
            {
                block.Cut = CutReason.Chrome;
            }
        }
    }

    /// <summary>One long block that is made of other blocks.</summary>
    private static void WholeTexts(IReadOnlyList<Block> blocks)
    {
        foreach (var whole in blocks.Where(b => b is { Cut: null, Post: null, Text.Length: > WholeText }).Take(5).ToList())
        {
            var text = Letters(whole.Text);
            var parts = blocks.Where(b => b.Cut is null && b != whole && b.Text.Length is > 40 && b.Text.Length < whole.Text.Length).Select(b => Letters(b.Text)).Where(t => t.Length > 0 && text.Contains(t, StringComparison.Ordinal)).ToList();
            if (parts.Count > 2 && parts.Sum(p => p.Length) > Covered * text.Length)
            {
                whole.Cut = CutReason.Chrome;
            }
        }
    }

    private static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsLetterOrDigit(c))
            {
                letters.Append(c);
            }
        }

        return letters.ToString();
    }
}
