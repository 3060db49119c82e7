namespace Monitor.Core.Text;

/// <summary>What of a word with an apostrophe is the word: <c>Iran's</c>, <c>l'Iran</c>, <c>dell'Iran</c>, <c>İran'ın</c>, but <c>O'Brien</c> as a whole.</summary>
internal static class Apostrophes
{
    /// <summary>French, Italian and Catalan elisions.</summary>
    private static readonly string[] Before =
        ["l", "d", "j", "m", "t", "s", "n", "c", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "un", "all", "dell", "dall", "nell", "sull", "quell", "quest", "gl"];

    /// <summary>English and Turkish endings.</summary>
    private static readonly string[] After =
    [
        "s", "ll", "re", "ve", "d", "m", "in", "nin", "un", "nun", "a", "e", "ya", "ye", "i", "yi", "u", "yu", "da", "de", "ta", "te", "dan", "den", "tan", "ten", "daki", "deki",
        "la", "le", "yla", "yle", "nda", "nde", "ndan", "nden", "na", "ne", "li", "lu", "dir", "tir",
    ];

    /// <summary>The part to keep, as a range of the word; the first apostrophe is given and has letters on both sides.</summary>
    public static TextSpan Kept(ReadOnlySpan<char> word, int apostrophe)
    {
        var last = word.LastIndexOf('\'');
        var start = IsOneOf(word[..apostrophe], Before) ? apostrophe + 1 : 0;
        var end = last > start && IsOneOf(word[(last + 1)..], After) ? last : word.Length;
        return new(start, end);
    }

    private static bool IsOneOf(ReadOnlySpan<char> part, string[] parts)
    {
        foreach (var one in parts)
        {
            if (part.SequenceEqual(one))
            {
                return true;
            }
        }

        return false;
    }
}
