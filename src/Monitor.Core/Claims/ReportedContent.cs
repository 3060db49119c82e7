namespace Monitor.Core.Claims;

/// <summary>Finds where reported content begins behind its verb: at a colon, behind a complementiser, or right behind the verb ("he said it was").</summary>
internal sealed class ReportedContent(Lexicon lexicon, SubjectFinder subjects)
{
    /// <summary>A complementiser is looked for this many words behind its verb ("told reporters in Tehran on Sunday that").</summary>
    public const int Reach = 12;

    /// <summary>A clause has its verb within this many words.</summary>
    private const int VerbReach = 40;

    /// <summary>Index of the first word of the content; -1 when there is none.</summary>
    /// <param name="words">Words of the sentence.</param>
    /// <param name="cue">The verb.</param>
    /// <param name="last">Behind the last word that may belong to the content.</param>
    /// <param name="strict">True when a clause without a complementiser does not count.</param>
    public int Begin(IReadOnlyList<Word> words, Cue cue, int last, bool strict)
    {
        var bare = cue.End;
        while (bare < last && Adverbial(words, bare, last) is > 0 and var skip)
        {
            bare += skip;
        }

        if (!strict && bare < last && lexicon.Has("whword", words[bare]))
        {
            return bare;
        }

        if (lexicon.Language == "de")
        {
            return BehindComma(words, cue, last);
        }

        if (lexicon.VerbLast)
        {
            return BehindVerb(words, cue, last, bare, strict);
        }

        var mayBeBare = !strict && lexicon.BareClauses;
        for (var i = cue.End; i < last && i - cue.End <= Reach; i++)
        {
            if (words[i].Kind == WordKind.Quote || words[i].IsAny(";؛"))
            {
                break;
            }

            if (words[i].Is(':') && last - i > 2)
            {
                if (Counts(words, cue.End, i))
                {
                    return -1;
                }

                return i + 1;
            }

            if (lexicon.Match("complement", words, i) is not { Length: > 0 } hit || (last - i <= 2 && !(i + 1 < words.Count && words[i + 1].Kind == WordKind.Quote)))
            {
                continue;
            }

            if (mayBeBare && HasBegun(words, bare, i))
            {
                break;
            }

            if (lexicon.Language == "en" && words[i].Key == "that" && i + 1 < last && lexicon.Has("aux", words[i + 1]))
            {
                // "said that was wrong": its subject; "read every page that is not empty": a relative clause.
                if (i == cue.End)
                {
                    return i;
                }

                continue;
            }

            return i + hit.Length;
        }

        return mayBeBare && last - bare >= 3 && words[bare].Kind != WordKind.Mark && !(TakesObjects(words, cue, bare) && !HasVerb(words, bare, last)) ? bare : -1;
    }

    /// <summary>Persian has said to whom and when before its verb, so what was said begins right behind it, with or without "که".</summary>
    private int BehindVerb(IReadOnlyList<Word> words, Cue cue, int last, int bare, bool strict)
    {
        while (bare < last && words[bare].IsAny(",،"))
        {
            bare++;
        }

        if (last - bare < 3 || words[bare].Kind is WordKind.Quote)
        {
            return -1;
        }

        if (words[bare].Is(':'))
        {
            return Counts(words, cue.End, bare) ? -1 : bare + 1;
        }

        if (lexicon.Match("complement", words, bare) is { Length: > 0 } hit)
        {
            return bare + hit.Length;
        }

        return strict || words[bare].Kind == WordKind.Mark || lexicon.Has("coordinator", words[bare]) ? -1 : bare;
    }

    /// <summary>German sets a comma or a colon before every reported clause: "S sagte am Montag, er habe …", "S sagte, dass …", "forderte, das Dorf zu verlassen".</summary>
    private int BehindComma(IReadOnlyList<Word> words, Cue cue, int last)
    {
        for (var i = cue.End; i < last && i - cue.End <= Reach; i++)
        {
            if (words[i].Kind == WordKind.Quote || words[i].IsAny(";"))
            {
                return -1;
            }

            if (!words[i].IsAny(",:") || last - i < 3)
            {
                continue;
            }

            var at = i + 1;
            if (lexicon.Match("complement", words, at) is { Length: > 0 } hit)
            {
                return at + hit.Length;
            }

            // "erzählt die Geschichte, die …": a relative clause has no noun behind its pronoun; "S, Leiter der Werft, …": nor is an apposition a clause.
            var relative = lexicon.Has("article", words[at]) && at + 2 < last && !words[at + 1].Upper && !words[at + 2].Upper;
            if (words[at].Kind == WordKind.Word && !relative && !lexicon.Has("relative", words[at]) && HasVerb(words, at, last))
            {
                return at;
            }
        }

        return -1;
    }

    private bool TakesObjects(IReadOnlyList<Word> words, Cue cue, int bare) =>
        lexicon.Has("objective", words[cue.At]) || (lexicon.Has("say", words[cue.At]) && lexicon.Match("preposition", words, bare).Length > 0);

    /// <summary>
    /// False for an object without any verb, "wrote some forty words to a chief executive", "posted the same links at the same time". English verbs are told by
    /// auxiliaries, pronouns in front of them, endings and the lexicon, so a doubtful word counts as one.
    /// </summary>
    private bool HasVerb(IReadOnlyList<Word> words, int from, int last)
    {
        if (lexicon.Language == "de")
        {
            for (var i = from; i < Math.Min(last, from + VerbReach); i++)
            {
                if (words[i].Is(',') && i > from)
                {
                    return false;
                }

                if (lexicon.Has("aux", words[i]) || lexicon.Has("subjunctive", words[i]) || (words[i].Key == "zu" && i + 1 < last && words[i + 1].Key.EndsWith('n')))
                {
                    return true;
                }
            }

            return false;
        }

        if (lexicon.Language != "en")
        {
            return true;
        }

        for (var i = from; i < Math.Min(last, from + VerbReach); i++)
        {
            var key = words[i].Key;
            if (words[i].Kind == WordKind.Quote || words[i].Is(',') || lexicon.Has("aux", words[i]) || lexicon.Value("pronoun", key) is "m" or "f" or "p" or "o" or "s" || key.Contains('\'')
                || (i > from && !words[i].Upper && ((key.EndsWith("ed", StringComparison.Ordinal) && key.Length > 4 && !key.Contains('-')) || lexicon.Has("say", words[i]) || lexicon.Has("speak", words[i])
                    || lexicon.Has("act", words[i]) || lexicon.Has("weak", words[i]))))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// True when a clause without a complementiser lies between the verb and a later "that": "said it had suspended 284 accounts and that …",
    /// "said it had removed four accounts that …".
    /// </summary>
    private bool HasBegun(IReadOnlyList<Word> words, int from, int at)
    {
        if (at - from < 2)
        {
            return false;
        }

        if (lexicon.Has("coordinator", words[at - 1]) && at - from > 3)
        {
            return true;
        }

        var subject = lexicon.Value("pronoun", words[from].Key);
        return subject is "m" or "f" or "p" or "o" or "s" && (subject != "o" || lexicon.Has("aux", words[from + 1]) || lexicon.Has("adverb", words[from + 1]));
    }

    /// <summary>True when a stretch holds a number: "adds six sets: …" adds sets, it says nothing.</summary>
    private bool Counts(IReadOnlyList<Word> words, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if ((words[i].Kind == WordKind.Number || lexicon.Has("number", words[i])) && !lexicon.Has("article", words[i]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Words of a date, an adverb or a preposition with its date ("in August") at a place.</summary>
    private int Adverbial(IReadOnlyList<Word> words, int at, int last)
    {
        if (subjects.IsTime(words, at) || (lexicon.Has("adverb", words[at]) && !lexicon.Has("article", words[at])))
        {
            return 1;
        }

        return at + 2 < last && lexicon.Match("preposition", words, at).Length > 0 && subjects.IsTime(words, at + 1) ? 2 : 0;
    }
}
