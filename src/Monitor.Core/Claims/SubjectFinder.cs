namespace Monitor.Core.Claims;

/// <summary>
/// Finds the noun phrase that a cue belongs to without a parser: the chunk before the verb, cut at clause marks, prepositions and subordinators, or (where the
/// language puts the verb first, and after quotations) the chunk behind it.
/// </summary>
internal sealed class SubjectFinder(Lexicon lexicon)
{
    /// <summary>A speaker is never longer than this many words.</summary>
    internal const int Longest = 16;

    /// <summary>Indexes of the first word of a phrase and behind its last; the same when there is none.</summary>
    internal readonly record struct Range(int From, int To)
    {
        public bool IsEmpty => To <= From;
    }

    private readonly SpeakerShape shape = new(lexicon);

    /// <summary>The phrase before a cue, when it can be a speaker.</summary>
    public Range Before(IReadOnlyList<Word> words, Cue cue)
    {
        var range = lexicon.Language == "de" && FrontField.IsTaken(words, cue.At, lexicon, this) ? default : PhraseBefore(words, cue);
        if (lexicon.VerbLast && new LeadingSubject(lexicon, this).Of(words, cue) is { IsEmpty: false } first)
        {
            return first;
        }

        return shape.Fits(words, range) ? range : default;
    }

    /// <summary>The phrase behind a cue, when it can be a speaker.</summary>
    public Range After(IReadOnlyList<Word> words, Cue cue)
    {
        // The subject of a verb in two halves stands between them.
        var range = PhraseBehind(words, lexicon.Language == "de" && cue.Length > 2 && cue.Type == CueType.Say ? cue with { Length = 1 } : cue);
        return shape.Fits(words, range) ? range : default;
    }

    private Range PhraseBefore(IReadOnlyList<Word> words, Cue cue)
    {
        var i = cue.At - 1;
        while (i >= 0 && IsFiller(words, i))
        {
            i--;
        }

        if (i >= 0 && words[i].Is(')'))
        {
            i = Back(words, i, '(') - 1;
        }

        if (i >= 0 && words[i].IsAny(",،—–-"))
        {
            // "John Smith, head of the office, said": the phrase before the apposition.
            var opening = i - 1;
            while (opening >= 0 && i - opening <= Longest && !words[opening].IsAny(",،—–-;:") && words[opening].Kind != WordKind.Quote)
            {
                opening--;
            }

            if (opening <= 0 || i - opening > Longest || !words[opening].IsAny(",،—–-") || i - opening < 2)
            {
                return default;
            }

            i = opening - 1;
            if (i >= 0 && words[i].Is(')'))
            {
                i = Back(words, i, '(') - 1;
            }
        }

        return i < 0 || !words[i].IsWord ? default : Trim(words, Leftmost(words, i), i + 1);
    }

    private Range PhraseBehind(IReadOnlyList<Word> words, Cue cue)
    {
        var from = cue.End;
        while (from < words.Count && ((lexicon.Has("aux", words[from]) && !lexicon.Has("article", words[from])) || lexicon.Has("adverb", words[from])) && !lexicon.Has("pronoun", words[from]))
        {
            from++;
        }

        from += cue.Type == CueType.According && from + 1 < words.Count && lexicon.Has("sourceof", words[from]) ? 1 : 0;
        var to = from;
        while (to < words.Count && to - from < Longest && (words[to].Kind == WordKind.Word || (to > from && words[to].Kind == WordKind.Number)) && !IsStop(words, to, to == from))
        {
            to++;
            if (lexicon.Language == "de" && FrontField.EndsPhrase(words, from, to, lexicon))
            {
                break;
            }

            if (lexicon.Has("pronoun", words[to - 1]) && to - 1 == from)
            {
                break;
            }

            // Without capitals nothing else tells where the name of a platform ends and its clause begins.
            if (!lexicon.HasCapitals && lexicon.Has("platform", words[to - 1]))
            {
                break;
            }
        }

        to = lexicon.VerbLast && cue.Type == CueType.According ? Math.Min(to, from + ShortName.Length(words, from, to, lexicon)) : to;
        while (to > from && (lexicon.Has("linking", words[to - 1]) || lexicon.Has("article", words[to - 1]) || lexicon.Has("adverb", words[to - 1])))
        {
            to--;
        }

        return to > from ? new(from, to) : default;
    }

    /// <summary>True when what stands before a cue shows something rather than says it.</summary>
    public bool IsEvidence(IReadOnlyList<Word> words, Cue cue) => shape.IsEvidence(words, PhraseBefore(words, cue));

    /// <summary>True for a date word or a preposition that begins an adverbial.</summary>
    public bool IsAdverbial(IReadOnlyList<Word> words, int at) =>
        lexicon.Match("preposition", words, at).Length > 0 || IsTime(words, at) || lexicon.Has("adverb", words[at]);

    public bool IsTime(IReadOnlyList<Word> words, int at) =>
        lexicon.Match("weekday", words, at).Length > 0 || lexicon.Match("month", words, at).Length > 0 || lexicon.Match("day", words, at).Length > 0
        || lexicon.Has("last", words[at])
        || (lexicon.Has("period", words[at]) && ((at + 1 < words.Count && lexicon.Has("last", words[at + 1])) || (at > 0 && lexicon.Has("last", words[at - 1]))));

    private bool IsFiller(IReadOnlyList<Word> words, int at)
    {
        var word = words[at];
        return word.Kind == WordKind.Word && !lexicon.Has("pronoun", word)
            && (lexicon.Has("aux", word) || lexicon.Has("adverb", word) || IsTime(words, at)
                || (lexicon.Language == "en" && word.Key.EndsWith("ly", StringComparison.Ordinal) && word.Key.Length > 5 && !word.Upper));
    }

    /// <summary>True where a phrase cannot go on.</summary>
    internal bool IsStop(IReadOnlyList<Word> words, int at, bool first) =>
        lexicon.Match("complement", words, at).Length > 0
        || (lexicon.Match("preposition", words, at).Length > 0 && (first || !lexicon.Has("linking", words[at])))
        || (lexicon.Match("boundary", words, at).Length > 0 && !(lexicon.Has("connector", words[at]) && at + 1 < words.Count && words[at + 1].Upper))
        || (lexicon.Has("aux", words[at]) && !(first && lexicon.Has("article", words[at]))) || IsTime(words, at);

    private int Leftmost(IReadOnlyList<Word> words, int last)
    {
        if (lexicon.Has("pronoun", words[last]) && lexicon.Value("pronoun", words[last].Key) is not "r")
        {
            return last;
        }

        var i = last;
        var floor = Math.Max(0, last - Longest);
        while (i >= floor)
        {
            var word = words[i];
            if (word.Kind is WordKind.Quote || (word.Kind == WordKind.Mark && !word.IsAny("/&()[]%") && !IsPeriod(words, i)))
            {
                break;
            }

            if (lexicon.Match("boundary", words, i).Length > 0 && !Joins(words, i, floor))
            {
                break;
            }

            i--;
        }

        return i + 1;
    }

    /// <summary>"and" between two parts of one subject: names on both sides, or a short part without a verb before it.</summary>
    private bool Joins(IReadOnlyList<Word> words, int at, int floor)
    {
        if (!lexicon.Has("connector", words[at]) || at == 0 || at + 1 >= words.Count || !words[at - 1].IsWord)
        {
            return false;
        }

        if (words[at - 1].Upper && words[at + 1].Upper)
        {
            return true;
        }

        var i = at - 1;
        while (i >= floor && words[i].IsWord && lexicon.Match("boundary", words, i).Length == 0)
        {
            if (lexicon.Has("aux", words[i]) || lexicon.Has("pronoun", words[i]) || lexicon.Match("act", words, i).Length > 0 || lexicon.Has("say", words[i]))
            {
                return false;
            }

            i--;
        }

        return at - i <= 5;
    }

    private Range Trim(IReadOnlyList<Word> words, int from, int to)
    {
        // "A year ago a minister": the phrase begins behind the date.
        for (var i = from; i < to - 1; i++)
        {
            from = lexicon.Has("ago", words[i]) ? i + 1 : from;
        }

        // Leading adverbs, dates and conjunctions.
        while (from < to - 1 && (words[from].Kind == WordKind.Mark || lexicon.Has("adverb", words[from]) || (lexicon.Has("boundary", words[from]) && !lexicon.Has("article", words[from]))
            || IsTime(words, from) || lexicon.Has("lead", words[from])))
        {
            from++;
        }

        if (lexicon.Match("preposition", words, from).Length > 0)
        {
            from = LastPhrase(words, from, to);
        }

        // The relative clause of "a man who saw it said" and what follows the first noun phrase of Persian ("ظریف در … گفت") is no part of the name.
        for (var i = from + 1; i < to; i++)
        {
            if (lexicon.Value("pronoun", words[i].Key) == "r")
            {
                return new(from, i);
            }

            if (lexicon.Match("preposition", words, i).Length > 0 && !lexicon.Has("linking", words[i]))
            {
                return new(from, i);
            }

            // A finite verb ends the phrase: "Quill has found one drawback and says", "Quill also didn't say".
            if (words[i].Key.EndsWith("n't", StringComparison.Ordinal) || (lexicon.Has("aux", words[i]) && !lexicon.Has("article", words[i]) && words[i].Key != "'s"))
            {
                while (i - 1 > from && lexicon.Has("adverb", words[i - 1]))
                {
                    i--;
                }

                return new(from, i);
            }
        }

        while (to > from && words[to - 1].Kind == WordKind.Mark)
        {
            to--;
        }

        return new(from, to);
    }

    /// <summary>After a leading adverbial ("On Sunday officials"), the phrase next to the verb: its capitals, or from its last article on.</summary>
    private int LastPhrase(IReadOnlyList<Word> words, int from, int to)
    {
        var i = to - 1;
        if (words[i].Upper)
        {
            while (i - 1 > from && (words[i - 1].Upper || (lexicon.Has("connector", words[i - 1]) && words[i - 2].Upper)) && !IsTime(words, i - 1))
            {
                i--;
            }

            return i;
        }

        while (i > from && !lexicon.Has("article", words[i]) && !IsTime(words, i) && lexicon.Match("preposition", words, i).Length == 0 && words[i].Kind == WordKind.Word)
        {
            i--;
        }

        return lexicon.Has("article", words[i]) ? i : Math.Min(i + 1, to - 1);
    }

    /// <summary>The period of a title or an initial, "Mr. Smith".</summary>
    private bool IsPeriod(IReadOnlyList<Word> words, int at) =>
        words[at].Is('.') && at > 0 && words[at - 1].Upper && (words[at - 1].Key.Length == 1 || lexicon.Has("title", words[at - 1]));

    private static int Back(IReadOnlyList<Word> words, int from, char mark)
    {
        var i = from;
        while (i > 0 && from - i < 60 && !words[i].Is(mark))
        {
            i--;
        }

        return i;
    }
}
