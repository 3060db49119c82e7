namespace Monitor.Core.Text;

/// <summary>Scores words against the profiles of languages that share a script.</summary>
internal sealed class ProfileScorer
{
    private readonly LanguageProfile[] _profiles;
    private readonly Dictionary<string, List<int>> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<char, List<int>> _letters = [];
    private readonly Dictionary<string, List<int>> _endings = new(StringComparer.Ordinal);

    public ProfileScorer(LanguageProfile[] profiles)
    {
        _profiles = profiles;
        for (var p = 0; p < profiles.Length; p++)
        {
            foreach (var word in profiles[p].Words.Distinct())
            {
                Add(_words, word, p);
            }

            foreach (var letter in profiles[p].Letters.Distinct())
            {
                Add(_letters, letter, p);
            }

            foreach (var ending in profiles[p].Endings.Distinct())
            {
                Add(_endings, ending, p);
            }
        }
    }

    /// <summary>The language with the best score; the earlier in the table on a tie; "und" when no word, letter or ending tells.</summary>
    public string Best(IReadOnlyList<string> words)
    {
        var scores = new double[_profiles.Length];
        foreach (var word in words)
        {
            Vote(_words, word, 1.0, scores);
            var seen = 0;
            foreach (var c in word)
            {
                if (seen < 2 && _letters.ContainsKey(c))
                {
                    Vote(_letters, c, 0.7, scores);
                    seen++;
                }
            }

            for (var length = Math.Min(5, word.Length - 2); length >= 2; length--)
            {
                if (_endings.ContainsKey(word[^length..]))
                {
                    Vote(_endings, word[^length..], 0.25, scores);
                    break;
                }
            }
        }

        var best = Array.IndexOf(scores, scores.Max());
        return scores[best] > 0 ? _profiles[best].Language : "und";
    }

    private static void Add<T>(Dictionary<T, List<int>> table, T key, int profile)
        where T : notnull
    {
        if (!table.TryGetValue(key, out var list))
        {
            table[key] = list = [];
        }

        list.Add(profile);
    }

    private static void Vote<T>(Dictionary<T, List<int>> table, T key, double weight, double[] scores)
        where T : notnull
    {
        if (table.TryGetValue(key, out var profiles))
        {
            foreach (var p in profiles)
            {
                scores[p] += weight / profiles.Count;
            }
        }
    }
}
