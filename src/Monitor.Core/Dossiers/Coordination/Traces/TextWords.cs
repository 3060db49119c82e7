using Monitor.Core.Text;

namespace Monitor.Core.Dossiers.Coordination.Traces;

/// <summary>The words by which texts are compared: those of the analyzer, without links and mentions. One instance serves one thread.</summary>
internal sealed class TextWords
{
    /// <summary>Different words from which on the same words twice say something, as for texts in dossiers; shorter ones are greetings and thanks.</summary>
    public const int Least = Activities.TextKey.LeastWords;

    /// <summary>
    /// Words kept of a text. Of a longer text the words with the smallest hashes are kept, a bottom-k sketch, from which the similarity is estimated (Broder 1997);
    /// a tweet of 280 characters rarely has more.
    /// </summary>
    public const int Most = 32;

    private static readonly string[] Cues = ["via", "vía", "через", "عبر", "طریق"];
    private readonly TermStream terms = new();
    private readonly List<uint> found = [];

    /// <summary>Hashes of the different words in ascending order; empty when there are fewer than <see cref="Least"/>.</summary>
    public uint[] Of(string text)
    {
        terms.Clear();
        found.Clear();
        Analyzer.Read(Bare(text), null, terms);
        foreach (var term in terms.Main)
        {
            found.Add(ObjectHash.Word(term.Value));
        }

        found.Sort();
        var different = 0;
        for (var i = 0; i < found.Count; i++)
        {
            if (i == 0 || found[i] != found[different - 1])
            {
                found[different++] = found[i];
            }
        }

        return different < Least ? [] : [.. found.Take(Math.Min(different, Most))];
    }

    /// <summary>
    /// True for the text that a page's share button makes: its headline and link with "via @site" at the end, or with "| site" before the link, as pages title
    /// themselves. Two readers of one page post the same one; that they share the link is seen in the network of links.
    /// </summary>
    public static bool IsShareButton(string text)
    {
        if (!IsLink(text))
        {
            return false;
        }

        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var end = words.Length;
        while (end > 0 && (IsLink(words[end - 1]) || words[end - 1][0] == '#'))
        {
            end--;
        }

        if (end > 1 && words[end - 1][0] == '@')
        {
            var cue = words[end - 2].Trim('(', '-', '–', ':', '.');
            return Cues.Contains(cue, StringComparer.OrdinalIgnoreCase) || (end > 2 && cue == "de" && words[end - 3] == "través");
        }

        var bar = Array.LastIndexOf(words, "|", Math.Max(0, end - 1));
        return end < words.Length && bar > 0 && end - bar is > 1 and <= 5;
    }

    /// <summary>True for the first words of a repost as clients write them.</summary>
    public static bool IsRepost(string text) => text.StartsWith("RT @", StringComparison.Ordinal);

    private static string Bare(string text)
    {
        if (!text.Contains('@', StringComparison.Ordinal) && !text.Contains("://", StringComparison.Ordinal))
        {
            return text;
        }

        return string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(w => !IsLink(w) && w.TrimStart('.', '"', '(', '“') is not ['@', ..]));
    }

    private static bool IsLink(string word) => word.Contains("://", StringComparison.Ordinal);
}
