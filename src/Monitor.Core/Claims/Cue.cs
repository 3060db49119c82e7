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
    /// <summary>Between a verb of declining and the word for comment there may be this many words.</summary>
    private const int DecliningReach = 12;

    private static readonly (string Section, CueType Type)[] Sections =
    [
        ("refuse", CueType.Refuse), ("declining", CueType.Refuse), ("according", CueType.According), ("accuse", CueType.Accuse), ("say", CueType.Say), ("gerund", CueType.Gerund),
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

            if (lexicon.Match("noncue", frame.Words, i) is { Length: > 0 } none)
            {
                i += none.Length - 1;
                continue;
            }

            Cue best = default;
            foreach (var (section, type) in Sections)
            {
                var length = section == "declining" ? Declining(frame.Words, i, lexicon) : lexicon.Match(section, frame.Words, i).Length;
                if (length > best.Length && (section != "participle" || FollowsAuxiliary(frame.Words, i, lexicon)))
                {
                    best = new(i, length, type);
                }
            }

            if (best.Type is not (CueType.Refuse or CueType.Accuse) && SeparableVerb.Length(frame.Words, i, lexicon) is > 0 and var both && both > best.Length)
            {
                best = new(i, both, CueType.Say);
            }

            if (best.Length == 0 && InformationSource.Follows(frame.Words, i, lexicon))
            {
                best = new(i, 1, CueType.According);
            }

            if (best.Length > 0 && IsVerb(frame.Words, best, lexicon))
            {
                i = best.End - 1;
                if (!Negation.Of(frame.Words, best, lexicon))
                {
                    found.Add(best);
                }
            }
        }

        return found;
    }

    /// <summary>
    /// A verb of declining with a word for comment in its reach: "امتنعت S عن التعليق", "declinó ayer hacer comentarios", "از اظهار نظر درباره … خودداری کرد". In a
    /// language that puts the verb last the word for comment comes first and is the cue.
    /// </summary>
    private static int Declining(IReadOnlyList<Word> words, int at, Lexicon lexicon)
    {
        var (first, second) = lexicon.Language == "fa" ? ("comment", "declining") : ("declining", "comment");
        var length = lexicon.Match(first, words, at).Length;
        for (var i = at + length; length > 0 && i < words.Count && i - at <= DecliningReach; i++)
        {
            if (words[i].Kind == WordKind.Quote || words[i].IsAny(".;:؛"))
            {
                return 0;
            }

            if (lexicon.Match(second, words, i).Length > 0)
            {
                return length;
            }
        }

        return 0;
    }

    private static bool FollowsAuxiliary(IReadOnlyList<Word> words, int at, Lexicon lexicon)
    {
        for (var i = at - 1; i >= 0 && at - i <= 3; i--)
        {
            if (lexicon.Has("aux", words[i]))
            {
                return !lexicon.Has("be", words[i]);
            }

            if (!lexicon.Has("adverb", words[i]) && !(lexicon.Has("pronoun", words[i]) && lexicon.VerbFirst))
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
