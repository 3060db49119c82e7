using Monitor.Core.Model;

namespace Monitor.Core.Claims;

/// <summary>Finds whom a sentence follows without a verb of saying that governs it: "according to S", "den Angaben zufolge", "as S said".</summary>
internal sealed class SourceFinder(Lexicon lexicon, SubjectFinder subjects, ContentSpan contents)
{
    /// <summary>What the sentence says by the source that a cue names; null when it names none.</summary>
    public Attribution? According(IReadOnlyList<Word> words, Cue cue, int last) =>
        lexicon.Has("postposed", words[cue.At]) ? Postposed(words, cue, last) : Preposed(words, cue, last);

    /// <summary>"As S said, …", "…, wie S mitteilte": null when the clause does not begin like that.</summary>
    public Attribution? As(IReadOnlyList<Word> words, Cue cue, int last)
    {
        var from = cue.At;
        while (from > 0 && cue.At - from <= SubjectFinder.Longest && words[from - 1].IsWord)
        {
            from--;
        }

        var to = cue.End;
        while (to < last && to - cue.End <= ReportedContent.Reach && !words[to].IsAny(",،"))
        {
            if (words[to].Kind == WordKind.Quote || words[to].Is(':') || lexicon.Match("complement", words, to).Length > 0)
            {
                return null;
            }

            to++;
        }

        if (from >= cue.At || !lexicon.Has("as", words[from]) || (to < last && !words[to].IsAny(",،")) || (from > 0 && !words[from - 1].IsAny(",،—–")))
        {
            return null;
        }

        var first = from + 1;
        var range = subjects.Before(words, cue);
        range = range.IsEmpty || range.From < first ? range.To > first ? new(first, range.To) : subjects.After(words, cue) : range;
        range = range.IsEmpty && lexicon.Language == "de" ? subjects.After(words, new(from, 1, CueType.According)) : range;
        range = range.To > cue.At && range.From < cue.At ? new(range.From, cue.At) : range;
        return range.IsEmpty || range.To > to ? null
            : from == 0 ? last - to < 4 ? null : contents.Make(words, to + 1, last, AttributionFinder.Span(words, range))
            : from < 4 ? null : contents.Make(words, 0, from - 1, AttributionFinder.Span(words, range));
    }

    /// <summary>"Den Angaben zufolge …": the source stands before its preposition.</summary>
    private Attribution? Postposed(IReadOnlyList<Word> words, Cue cue, int last)
    {
        // The phrase in the dative: back to its article, or over its adjectives.
        var from = cue.At;
        while (from > 0 && cue.At - from < SubjectFinder.Longest && words[from - 1].IsWord && !lexicon.Has("perfect", words[from - 1]) && !(lexicon.Has("aux", words[from - 1]) && !lexicon.Has("article", words[from - 1])))
        {
            from--;
            if (lexicon.Has("dative", words[from]))
            {
                break;
            }
        }

        return from == cue.At ? null : from == 0 ? contents.Make(words, cue.End, last, AttributionFinder.Span(words, new(from, cue.At))) : contents.Make(words, 0, last, AttributionFinder.Span(words, new(from, cue.At)));
    }

    /// <summary>"According to S, …" and "…, according to S".</summary>
    private Attribution? Preposed(IReadOnlyList<Word> words, Cue cue, int last)
    {
        var range = subjects.After(words, cue);
        if (range.IsEmpty)
        {
            return null;
        }

        // French "pour S" is also "for" and "in order to": it names a source only with a name or an office.
        if (lexicon.Has("loose", words[cue.At]) && !IsNamed(words, range))
        {
            return null;
        }

        var speaker = AttributionFinder.Span(words, range);
        if (cue.At > 2)
        {
            var end = cue.At;
            while (end > 0 && words[end - 1].Kind == WordKind.Mark)
            {
                end--;
            }

            var tail = last - range.To;
            var whole = tail > 12 || (tail > 2 && lexicon.Language == "de" && words[cue.At - 1].Kind != WordKind.Mark);
            return end < 3 ? null : new(ClaimKind.Reported, contents.Tidy(words[0].Start, whole ? words[last - 1].End : words[end - 1].End), speaker);
        }

        var comma = range.To;
        while (comma < last && comma - range.To < 20 && !words[comma].IsAny(",،:"))
        {
            comma++;
        }

        // "According to the study, published in …, the man had …": what describes the source is no part of the content.
        if (lexicon.Language == "en" && comma + 1 < last && words[comma + 1].Key.EndsWith("ed", StringComparison.Ordinal) && !words[comma + 1].Upper)
        {
            for (comma++; comma < last && !words[comma].IsAny(",:");)
            {
                comma++;
            }
        }

        // "According to the foreign minister, S, …": the name goes with the office.
        if (comma == range.To && comma < last && Named(words, range, comma + 1) is > 0 and var behind && behind < last && words[behind].IsAny(",،"))
        {
            speaker = AttributionFinder.Span(words, new(range.From, behind));
            comma = behind;
        }

        // The apposition of a name is closed by a second comma: "According to A. Baker, head of the office, …".
        var from = comma < last && words[comma].IsAny(",،:") ? comma + 1 : range.To;
        from += from < last ? lexicon.Match("complement", words, from).Length : 0;
        return last - from < 3 ? null : contents.Make(words, from, last, speaker);
    }

    private bool IsNamed(IReadOnlyList<Word> words, SubjectFinder.Range range)
    {
        for (var i = range.From; i < range.To; i++)
        {
            if (lexicon.Match("office", words, i).Length > 0)
            {
                return true;
            }
        }

        return words[range.From].Upper || lexicon.Has("title", words[range.From]);
    }

    /// <summary>Behind the name that follows an office and its comma; 0 for none.</summary>
    private int Named(IReadOnlyList<Word> words, SubjectFinder.Range range, int at)
    {
        var office = false;
        for (var i = range.From; i < range.To; i++)
        {
            office |= lexicon.Match("office", words, i).Length > 0;
        }

        var to = at;
        while (office && to < words.Count && to - at < 4 && words[to].Kind == WordKind.Word && (lexicon.HasCapitals ? words[to].Upper || lexicon.Has("particle", words[to]) : !subjects.IsStop(words, to, to == at)))
        {
            to++;
        }

        return to > at ? to : 0;
    }
}
