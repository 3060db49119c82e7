namespace Monitor.Core.Claims;

/// <summary>What a cue announces.</summary>
internal enum CueType
{
    /// <summary>A verb of saying with a clause or a quotation.</summary>
    Say,

    /// <summary>The same hanging on another clause: "adding that".</summary>
    Gerund,

    /// <summary>Only beside a quotation or a complementiser.</summary>
    Weak,

    /// <summary>Speech with an object: "criticised".</summary>
    Speak,

    /// <summary>An accusation.</summary>
    Accuse,

    /// <summary>"According to".</summary>
    According,

    /// <summary>A refusal to comment.</summary>
    Refuse,
}

/// <summary>Words that announce speech.</summary>
/// <param name="At">Index of the first word in the frame.</param>
/// <param name="Length">Words.</param>
/// <param name="Type">What it announces.</param>
internal readonly record struct Cue(int At, int Length, CueType Type)
{
    private static readonly (string Section, CueType Type)[] Sections =
    [
        ("refuse", CueType.Refuse), ("according", CueType.According), ("accuse", CueType.Accuse), ("say", CueType.Say), ("gerund", CueType.Gerund),
        ("participle", CueType.Say), ("weak", CueType.Weak), ("speak", CueType.Speak),
    ];

    /// <summary>Index behind the last word.</summary>
    public int End => At + Length;

    /// <summary>The cues of a frame in order; at one place the longest, then the strongest.</summary>
    public static List<Cue> Find(Frame frame, Lexicon lexicon)
    {
        var found = new List<Cue>();
        for (var i = 0; i < frame.Words.Count; i++)
        {
            if (frame.Words[i].Kind != WordKind.Word)
            {
                continue;
            }

            Cue best = default;
            foreach (var (section, type) in Sections)
            {
                var length = lexicon.Match(section, frame.Words, i).Length;
                if (length > best.Length && (section != "participle" || FollowsAuxiliary(frame.Words, i, lexicon)))
                {
                    best = new(i, length, type);
                }
            }

            if (best.Length > 0 && IsVerb(frame.Words, best, lexicon))
            {
                found.Add(best);
                i = best.End - 1;
            }
        }

        return found;
    }

    private static bool FollowsAuxiliary(IReadOnlyList<Word> words, int at, Lexicon lexicon)
    {
        for (var i = at - 1; i >= 0 && at - i <= 3; i--)
        {
            if (lexicon.Has("aux", words[i]))
            {
                return !lexicon.Has("be", words[i]);
            }

            if (!lexicon.Has("adverb", words[i]))
            {
                return false;
            }
        }

        return false;
    }

    /// <summary>Sorts out nouns ("his claim", "State Department"), infinitives and passives ("was told").</summary>
    private static bool IsVerb(IReadOnlyList<Word> words, Cue cue, Lexicon lexicon)
    {
        if (cue.Type is CueType.According or CueType.Refuse || cue.At == 0)
        {
            return true;
        }

        var word = words[cue.At];
        var before = words[cue.At - 1];
        if (word.Upper && lexicon.Language is not "de" && before.Kind == WordKind.Word)
        {
            return false;
        }

        if (lexicon.Has("be", before) && cue.Type != CueType.Gerund)
        {
            return false;
        }

        if (cue.Length == 1 && lexicon.Has("noun", word) && IsNoun(words, cue, lexicon))
        {
            return false;
        }

        return !(lexicon.Has("possessive", before) || (lexicon.Has("article", before) && !lexicon.Has("pronoun", before)) || lexicon.Has("nounbefore", before));
    }

    /// <summary>
    /// "post", "claims", "reports" are verbs behind a pronoun, an auxiliary, an adverb or a plural ("officials claim") or before a complementiser, and nouns
    /// behind a preposition or another noun ("a blog post", "series of tweets").
    /// </summary>
    private static bool IsNoun(IReadOnlyList<Word> words, Cue cue, Lexicon lexicon)
    {
        var before = words[cue.At - 1];
        if (lexicon.Match("preposition", words, cue.At - 1).Length > 0 || lexicon.Has("linking", before) || before.Kind == WordKind.Number || before.Key == "'s")
        {
            return true;
        }

        if (cue.End < words.Count && !(cue.At > 1 && lexicon.Has("possessive", words[cue.At - 2])) && (lexicon.Match("complement", words, cue.End).Length > 0))
        {
            return false;
        }

        var plural = words[cue.At].Key.EndsWith('s');
        return !plural && !lexicon.Has("pronoun", before) && !lexicon.Has("aux", before) && !lexicon.Has("adverb", before)
            && !before.Key.EndsWith('s') && before.Kind == WordKind.Word;
    }
}
