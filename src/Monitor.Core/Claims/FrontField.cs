namespace Monitor.Core.Claims;

/// <summary>
/// The order of a German main clause, whose verb is the second constituent: when an adverbial or an adverb stands before it, the subject stands behind it
/// ("Am Montag sagte S", "Dabei erklärte S"). Nouns are capitals, so a phrase behind the verb ends with its last one.
/// </summary>
internal static class FrontField
{
    /// <summary>True when the words from the beginning of the clause to its verb are no subject.</summary>
    public static bool IsTaken(IReadOnlyList<Word> words, int verb, Lexicon lexicon, SubjectFinder subjects)
    {
        var from = verb;
        while (from > 0 && !(words[from - 1].IsAny(",،—–-;:") || words[from - 1].Kind == WordKind.Quote))
        {
            from--;
        }

        // "…, der ihn kannte, sagte er": the clause before it is the first constituent.
        if (from == verb)
        {
            return verb > 0 && verb + 1 < words.Count && lexicon.Has("pronoun", words[verb + 1]);
        }

        while (from < verb && lexicon.Has("coordinator", words[from]))
        {
            from++;
        }

        return from < verb && words[from].Kind == WordKind.Word && !lexicon.Has("article", words[from])
            && (lexicon.Match("preposition", words, from).Length > 0 || lexicon.Has("adverb", words[from]) || lexicon.Has("front", words[from]) || lexicon.Match("according", words, from).Length > 0
                || subjects.IsTime(words, from) || lexicon.EndsIn("fronted", words[from].Key) || (lexicon.Has("boundary", words[from]) && !lexicon.Has("as", words[from])));
    }

    /// <summary>True when the phrase is complete: behind a noun neither another capital nor a genitive or "von" follows.</summary>
    public static bool EndsPhrase(IReadOnlyList<Word> words, int from, int to, Lexicon lexicon)
    {
        if (to >= words.Count || !words[to - 1].Upper || to - from < 1)
        {
            return false;
        }

        for (var i = to; i < words.Count && i - to < 4; i++)
        {
            if (words[i].Upper)
            {
                return false;
            }

            var inside = words[i].Kind == WordKind.Word && (i == to ? lexicon.Has("linking", words[i]) || lexicon.Has("particle", words[i]) || lexicon.Has("connector", words[i])
                : lexicon.Has("article", words[i]) || words[i].Key.EndsWith("en", StringComparison.Ordinal) || words[i].Key.EndsWith("er", StringComparison.Ordinal));
            if (!inside)
            {
                return true;
            }
        }

        return true;
    }
}
