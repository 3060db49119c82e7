namespace Monitor.Core.Extraction;

/// <summary>
/// The sentences between the headline and the body, which many pages keep in a box of their own. They belong to the article when they are prose, stand below
/// the headline, and no name on their boxes speaks against it.
/// </summary>
internal static class Standfirst
{
    private const int Farthest = 40;
    private const int Shortest = 40;
    private const int Longest = 900;

    public static IReadOnlyList<Block> Of(Regions page, Region main, Metadata facts, IReadOnlyList<Block> inside)
    {
        var from = main.First - 1;
        while (from >= 0 && from > main.First - Farthest && !IsHeadline(page.Blocks[from], facts.Title))
        {
            from--;
        }

        if (from < 0 || !IsHeadline(page.Blocks[from], facts.Title))
        {
            return [];
        }

        var found = new List<Block>();
        for (var i = from + 1; i < main.First; i++)
        {
            var block = page.Blocks[i];
            if (block is { Cut: null, Post: null, Text.Length: >= Shortest and <= Longest } && block.LinkDensity < 0.3 && block.Tag is not ("li" or "td")
                && (Prose.EndsSentence(block.Text) || IsDescription(block.Text, facts.Description)) && Phrases.Reason(block.Text, block.LinkDensity) is null
                && !inside.Any(b => b.Cut is null && b.Text.StartsWith(block.Text, StringComparison.OrdinalIgnoreCase)))
            {
                found.Add(block);
            }
        }

        return found;
    }

    private static bool IsHeadline(Block block, string title) => block.Tag == "h1" || (block.IsHeading && block.Text.Equals(title, StringComparison.OrdinalIgnoreCase));

    private static bool IsDescription(string text, string description) =>
        description.Length >= Shortest && text.AsSpan(0, Math.Min(text.Length, Shortest)).Equals(description.AsSpan(0, Math.Min(text.Length, Shortest)), StringComparison.OrdinalIgnoreCase);
}
