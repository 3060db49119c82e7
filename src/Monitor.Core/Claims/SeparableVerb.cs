namespace Monitor.Core.Claims;

/// <summary>
/// Reads the two halves of German verbs of saying: "teilte der Sprecher am Montag mit", "hat am Montag in Norhaven gesagt". The halves are one cue; its subject stands
/// before the first half or between the two.
/// </summary>
internal static class SeparableVerb
{
    /// <summary>Words between the halves.</summary>
    private const int Reach = 16;

    /// <summary>Words from the first half to the second; 0 when the word at a place has none behind it.</summary>
    public static int Length(IReadOnlyList<Word> words, int at, Lexicon lexicon)
    {
        if (lexicon.Language != "de")
        {
            return 0;
        }

        var particles = lexicon.Value("separable", words[at].Key);
        var auxiliary = particles is null && lexicon.Has("perfect", words[at]);
        for (var i = at + 1; (particles is not null || auxiliary) && i < words.Count && i - at <= Reach; i++)
        {
            if (words[i].Kind == WordKind.Quote || words[i].IsAny(",:;"))
            {
                return 0;
            }

            if (auxiliary ? lexicon.Has("participle", words[i]) : particles!.Split('|').Contains(words[i].Key))
            {
                // "gab den Plan mit einer Karte bekannt": the particle ends its clause.
                if (i + 1 >= words.Count || words[i + 1].Kind is WordKind.Mark or WordKind.Quote || lexicon.Has("coordinator", words[i + 1]))
                {
                    return i + 1 - at;
                }
            }
        }

        return 0;
    }
}
