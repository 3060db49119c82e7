namespace Monitor.Core.Claims;

/// <summary>German "nach" with a noun that tells of information: "nach israelischen Militärangaben", "nach einer ersten Analyse".</summary>
internal static class InformationSource
{
    private const int Reach = 6;

    /// <summary>True when the word at a place is such a preposition and the noun follows within its phrase.</summary>
    public static bool Follows(IReadOnlyList<Word> words, int at, Lexicon lexicon)
    {
        if (lexicon.Language != "de" || words[at].Key != "nach")
        {
            return false;
        }

        for (var i = at + 1; i < words.Count && i - at <= Reach && words[i].Kind == WordKind.Word; i++)
        {
            if (words[i].Upper)
            {
                return lexicon.EndsIn("information", words[i].Key);
            }
        }

        return false;
    }
}
