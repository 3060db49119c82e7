namespace Monitor.Core.Claims;

/// <summary>
/// Tells reporting that is denied: "he did not say that …", "nobody said …", "sagte nicht, dass …", "no dijo que …". What stands in it is not that one's claim.
/// Persian needs no word for it: its denied verb is another form (نگفت), which is no cue.
/// </summary>
internal static class Negation
{
    /// <summary>Between the negation and the verb stand auxiliaries, adverbs and pronouns, no more than this many words.</summary>
    private const int Reach = 5;

    /// <summary>True when the cue's verb is denied; "not only said" is not.</summary>
    public static bool Of(IReadOnlyList<Word> words, Cue cue, Lexicon lexicon)
    {
        if (cue.Type is CueType.According or CueType.Refuse)
        {
            return false;
        }

        for (var k = cue.At + 1; k < cue.End - 1; k++)
        {
            if (lexicon.Language == "de" && lexicon.Has("negation", words[k]) && !lexicon.Has("negonly", words[k + 1]))
            {
                return true;
            }
        }

        var i = cue.At - 1;
        for (; i >= 0 && cue.At - i <= Reach; i--)
        {
            if (Denies(words[i], lexicon) && !Only(words, i, cue.At, lexicon))
            {
                return true;
            }

            if (words[i].Kind != WordKind.Word || !(lexicon.Has("aux", words[i]) || lexicon.Has("adverb", words[i]) || lexicon.Has("pronoun", words[i])))
            {
                break;
            }
        }

        return (i >= 0 && words[i].Kind == WordKind.Word && lexicon.Has("nobody", words[i])) || (lexicon.Language == "de" && Behind(words, cue, lexicon));
    }

    /// <summary>"sagte er nicht": German puts the negation behind its verb, before the next mark.</summary>
    private static bool Behind(IReadOnlyList<Word> words, Cue cue, Lexicon lexicon)
    {
        for (var i = cue.End; i < words.Count && i - cue.End < Reach && words[i].Kind == WordKind.Word; i++)
        {
            if (lexicon.Has("negation", words[i]))
            {
                return !(i + 1 < words.Count && (lexicon.Has("negonly", words[i + 1]) || lexicon.Match("preposition", words, i + 1).Length > 0));
            }
        }

        return false;
    }

    private static bool Denies(Word word, Lexicon lexicon) =>
        word.Kind == WordKind.Word && (lexicon.Has("negation", word) || (lexicon.Language == "en" && word.Key.EndsWith("n't", StringComparison.Ordinal)));

    private static bool Only(IReadOnlyList<Word> words, int at, int before, Lexicon lexicon)
    {
        for (var i = at + 1; i < before; i++)
        {
            if (lexicon.Has("negonly", words[i]))
            {
                return true;
            }
        }

        return false;
    }
}
