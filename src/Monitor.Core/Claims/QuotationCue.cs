namespace Monitor.Core.Claims;

/// <summary>Finds the cue, and the phrase beside it, by which a sentence gives one of its quotations to a speaker.</summary>
internal sealed class QuotationCue(string text, Lexicon lexicon)
{
    private readonly SubjectFinder subjects = new(lexicon);
    private readonly ClauseSubject clauses = new(lexicon, new(lexicon));

    /// <summary>"…," S says · "…", says S · "…", adding.</summary>
    public bool Behind(Frame frame, List<Cue> cues, int q, out Cue cue, out SubjectFinder.Range range)
    {
        var words = frame.Words;
        var quotation = words[q].Quotation!;
        cue = default;
        range = default;
        var k = q + 1;
        var marked = ",!?،…؟".Contains(text[quotation.Inner.End - 1]);
        while (k < words.Count && words[k].IsAny(",،—–-"))
        {
            marked = true;
            k++;
        }

        for (var c = FirstAt(cues, k); c < cues.Count; c++)
        {
            var candidate = cues[c];
            if (candidate.Type is CueType.Accuse or CueType.Refuse)
            {
                continue;
            }

            if (candidate.At - k > 14 || HasQuote(words, k, candidate.At))
            {
                return false;
            }

            if (!marked && candidate.At > k + 6)
            {
                return false;
            }

            if (candidate.Type == CueType.According)
            {
                cue = candidate;
                range = subjects.After(words, candidate);
                return marked || candidate.At == k;
            }

            if (candidate.Type == CueType.Gerund)
            {
                cue = candidate;
                return candidate.At == k;
            }

            cue = candidate;
            var direct = VerbBeforeSubject(words, k, candidate.At);
            range = direct ? subjects.After(words, candidate) : subjects.Before(words, candidate);
            if (direct && range.IsEmpty)
            {
                return marked && candidate.Type == CueType.Say;
            }

            // The subject must stand behind the quotation, and a fresh clause that reports something else must not.
            var inside = !range.IsEmpty && range.From >= k;
            return inside && (marked || candidate.Type == CueType.Say) && !(lexicon.Match("complement", words, Math.Min(candidate.End, words.Count - 1)).Length > 0 && !marked);
        }

        return false;
    }

    /// <summary>S says: "…" · S says, "…" · S says "…" · in S's words, "…".</summary>
    public bool InFront(Frame frame, List<Cue> cues, int q, out Cue cue, out SubjectFinder.Range range)
    {
        var words = frame.Words;
        cue = default;
        range = default;
        for (var c = FirstAt(cues, q) - 1; c >= 0; c--)
        {
            var candidate = cues[c];
            if (candidate.End > q || candidate.Type is CueType.Accuse or CueType.Refuse)
            {
                continue;
            }

            var gap = q - candidate.End;
            var marked = words[q - 1].IsAny(":,،—–-");
            if (gap > (words[q - 1].Is(':') ? 30 : marked ? 14 : 6) || HasQuote(words, candidate.End, q))
            {
                return false;
            }

            // "said that it was “…”" is reported speech with words of the speaker in it.
            for (var i = candidate.End; i < q; i++)
            {
                if (lexicon.Match("complement", words, i).Length > 0 && !OnlyMarks(words, i + 1, q))
                {
                    return false;
                }
            }

            var capital = !char.IsLower(text[words[q].Quotation!.Inner.Start]);
            var introduced = gap > 0 && lexicon.Match("complement", words, q - 1).Length > 0;
            if (gap > 1 && !marked && !introduced && !(capital && candidate.Type is CueType.Say or CueType.Gerund))
            {
                return false;
            }

            cue = candidate;
            range = candidate.Type is CueType.According ? subjects.After(words, candidate)
                : candidate.Type is CueType.Gerund ? Gerund(words, candidate)
                : subjects.Before(words, candidate);
            if (range.IsEmpty && lexicon.VerbFirst)
            {
                range = subjects.After(words, candidate);
                range = range.To > q ? default : range;
            }
            else if (range.IsEmpty && candidate.Type is not (CueType.According or CueType.Gerund))
            {
                range = Inverted(words, candidate, q);
            }

            return true;
        }

        return false;
    }

    /// <summary>"with one reader writing “…”", "Quill closed the mill, saying “…”".</summary>
    private SubjectFinder.Range Gerund(IReadOnlyList<Word> words, Cue cue)
    {
        var own = cue.At > 1 && words[cue.At - 1].Kind == WordKind.Word ? subjects.Before(words, cue) : default;
        return !own.IsEmpty && own.From > 0 && lexicon.Has("with", words[own.From - 1]) ? own : clauses.Find(words, cue.At);
    }

    /// <summary>"In other words, explained S: “…”", or a verb that goes on with the clause before it: "S laughed and said: “…”".</summary>
    private SubjectFinder.Range Inverted(IReadOnlyList<Word> words, Cue cue, int q)
    {
        if (cue.At == 0 || words[cue.At - 1].Kind == WordKind.Mark)
        {
            var behind = subjects.After(words, cue);
            return behind.To <= q ? behind : default;
        }

        var i = cue.At - 1;
        while (i > 0 && lexicon.Has("adverb", words[i]))
        {
            i--;
        }

        return lexicon.Has("coordinator", words[i]) ? clauses.Find(words, i) : default;
    }

    private bool VerbBeforeSubject(IReadOnlyList<Word> words, int from, int at)
    {
        for (var i = from; i < at; i++)
        {
            if (!lexicon.Has("aux", words[i]) && !lexicon.Has("adverb", words[i]) && words[i].Kind != WordKind.Mark)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Index of the first cue at or behind a word.</summary>
    private static int FirstAt(List<Cue> cues, int at)
    {
        var (low, high) = (0, cues.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = cues[middle].At < at ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static bool OnlyMarks(IReadOnlyList<Word> words, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (words[i].Kind != WordKind.Mark)
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasQuote(IReadOnlyList<Word> words, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (words[i].Kind == WordKind.Quote)
            {
                return true;
            }
        }

        return false;
    }
}
