namespace Monitor.Core.Definitions.Strict;

/// <summary>Finds the word that somebody may have meant.</summary>
internal static class NearestWord
{
    /// <summary>
    /// The known word with the fewest single-letter edits (Levenshtein 1966), case, <c>_</c> and <c>-</c> not counting; null when more than a third of
    /// the letters differ, since a far-fetched guess misleads.
    /// </summary>
    public static string? Of(string word, IEnumerable<string> known)
    {
        var plain = Plain(word);
        var best = known.Select(k => (Word: k, Edits: Edits(plain, Plain(k)))).OrderBy(k => k.Edits).FirstOrDefault();
        return best.Word is not null && best.Edits <= Math.Max(1, Math.Max(plain.Length, best.Word.Length) / 3) ? best.Word : null;
    }

    private static string Plain(string word)
    {
        var cut = word.Length > 64 ? word[..64] : word;
        return cut.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();
    }

    private static int Edits(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }

        return row[b.Length];
    }
}
