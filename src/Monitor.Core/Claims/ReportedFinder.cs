using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Claims;

/// <summary>Finds reported speech in a sentence: "S said that …", "…, S said", "According to S, …", "…, adding that …".</summary>
internal sealed class ReportedFinder(string text, Lexicon lexicon, SubjectFinder subjects)
{
    private readonly ReportedContent contents = new(lexicon, subjects);
    private readonly ClauseSubject clauses = new(lexicon, subjects);

    /// <summary>Adds what the frame reports, leaving out cues that a quotation has used.</summary>
    public void Find(Frame frame, List<Cue> cues, HashSet<int> used, List<Attribution> found)
    {
        var words = frame.Words;
        var last = words.Count;
        while (last > 0 && words[last - 1].Kind == WordKind.Mark)
        {
            last--;
        }

        var covered = 0;
        TextSpan speaker = default;
        foreach (var cue in cues)
        {
            if (used.Contains(cue.At))
            {
                var subject = subjects.Before(words, cue);
                speaker = subject.IsEmpty ? speaker : AttributionFinder.Span(words, subject);
                continue;
            }

            if (cue.At < covered && !(cue.Type == CueType.Gerund && words[cue.At - 1].IsAny(",،")))
            {
                if (Closing(words, cue, last) is { } whole)
                {
                    Cut(found, words[whole.Edge].Start);
                    found.Add(whole.Attribution with { Sentence = new(frame.Start, frame.End) });
                }

                continue;
            }

            var reported = Read(frame, cue, Until(words, cues, used, cue, last), ref speaker);
            if (reported is null)
            {
                continue;
            }

            if (covered > 0 && found[^1].Content.End > words[cue.At].Start && found[^1].Content.Start < words[cue.At].Start)
            {
                // "…, adding that …" cuts the content before it.
                Cut(found, words[cue.At - 1].Kind == WordKind.Mark ? words[cue.At - 1].Start : words[cue.At].Start);
            }

            found.Add(reported with { Sentence = new(frame.Start, frame.End) });
            covered = words.Count;
        }
    }

    private void Cut(List<Attribution> found, int at)
    {
        if (found[^1].Kind == ClaimKind.Reported && found[^1].Content.Start < at && found[^1].Content.End > at)
        {
            found[^1] = found[^1] with { Content = Tidy(found[^1].Content.Start, at) };
        }
    }

    /// <summary>"S, who told Z that …, said: “…”": what is reported ends where the one begins whose words stand in quotation marks.</summary>
    private static int Until(IReadOnlyList<Word> words, List<Cue> cues, HashSet<int> used, Cue cue, int last)
    {
        foreach (var next in cues)
        {
            if (next.At > cue.At && next.At < last && used.Contains(next.At))
            {
                var comma = next.At;
                while (comma > cue.End && !words[comma].IsAny(",،—–"))
                {
                    comma--;
                }

                return comma > cue.End + 1 ? comma : last;
            }
        }

        return last;
    }

    /// <summary>"S said that …, Z reported": the last clause gives everything before it to Z as well. Null when the cue is none like that.</summary>
    private (Attribution Attribution, int Edge)? Closing(IReadOnlyList<Word> words, Cue cue, int last)
    {
        var range = cue.Type switch
        {
            CueType.According => subjects.After(words, cue),
            CueType.Say => subjects.Before(words, cue),
            _ => default,
        };
        var edge = cue.Type == CueType.According ? cue.At - 1 : range.From - 1;
        if (range.IsEmpty || edge < 3 || !words[edge].IsAny(",،") || (cue.Type == CueType.Say && last > cue.End && !(last - cue.End <= 8 && subjects.IsAdverbial(words, cue.End)))
            || (cue.Type == CueType.According && last - range.To > 8) || lexicon.Has("pronoun", words[range.From]))
        {
            return null;
        }

        return (new(ClaimKind.Reported, Tidy(words[0].Start, words[edge - 1].End), AttributionFinder.Span(words, range)), edge);
    }

    private Attribution? Read(Frame frame, Cue cue, int last, ref TextSpan speaker)
    {
        var words = frame.Words;
        if (cue.Type == CueType.According)
        {
            return lexicon.Has("postposed", words[cue.At]) ? Postposed(words, cue, last) : According(words, cue, last);
        }

        if (cue.Type == CueType.Say && As(words, cue, last) is { } parallel)
        {
            return parallel;
        }

        if (cue.Type == CueType.Gerund)
        {
            var from = contents.Begin(words, cue, last, strict: true);
            var own = from < 0 ? default : AttributionFinder.Span(words, clauses.Find(words, cue.At));
            return from < 0 ? null : Make(words, from, last, own.Length > 0 && own.Start >= speaker.End ? own : speaker);
        }

        if (cue.Type is CueType.Speak)
        {
            return null;
        }

        var before = subjects.Before(words, cue);
        if (lexicon.VerbFirst && Detached(words, cue) && !subjects.After(words, cue).IsEmpty)
        {
            before = default;
        }

        var after = before.IsEmpty && (lexicon.VerbFirst || EndsClause(words, cue)) ? subjects.After(words, cue) : default;
        var subject = before.IsEmpty ? after : before;
        if (subject.IsEmpty && cue.At > 1 && Coordinated(words, cue.At) is > 0 and var at)
        {
            subject = clauses.Find(words, at);
        }

        if (Preposed(words, cue, before, last) is { } clause)
        {
            speaker = AttributionFinder.Span(words, lexicon.VerbFirst && !after.IsEmpty ? after : subject);
            return clause.Length > 0 && speaker.Length > 0 ? new(ClaimKind.Reported, clause, speaker) : null;
        }

        var start = contents.Begin(words, cue, last, cue.Type == CueType.Weak || IsDoubtful(words, cue) || (subject.IsEmpty && !lexicon.VerbFirst && !lexicon.DropsSubject));
        if (start < 0 || (subject.IsEmpty && !lexicon.VerbFirst && !lexicon.DropsSubject && speaker.Length == 0))
        {
            return null;
        }

        if (!subject.IsEmpty)
        {
            speaker = AttributionFinder.Span(words, subject);
        }

        // "denied that …" says that it is not so: the verb belongs to the words.
        return Make(words, lexicon.Match("deny", words, cue.At).Length > 0 ? FirstOf(words, cue) : start, last, speaker);
    }

    private int FirstOf(IReadOnlyList<Word> words, Cue cue)
    {
        var i = cue.At;
        while (i > 0 && lexicon.Has("aux", words[i - 1]) && !lexicon.Has("article", words[i - 1]))
        {
            i--;
        }

        return i;
    }

    /// <summary>An infinitive ("a fair way to say it") or what may be a plural noun ("swing states") reports only with a complementiser behind it.</summary>
    private bool IsDoubtful(IReadOnlyList<Word> words, Cue cue)
    {
        if (lexicon.Language != "en" || cue.At == 0)
        {
            return false;
        }

        var before = words[cue.At - 1];
        var infinitive = before.Key == "to" && !(cue.At > 1 && lexicon.Has("semimodal", words[cue.At - 2]));
        var plural = cue.Length == 1 && words[cue.At].Key.EndsWith('s') && lexicon.Has("noun", words[cue.At]) && !before.Upper && !lexicon.Has("pronoun", before) && !lexicon.Has("adverb", before);
        return infinitive || plural;
    }

    /// <summary>"As S said, …", "…, wie S mitteilte": null when the clause does not begin like that.</summary>
    private Attribution? As(IReadOnlyList<Word> words, Cue cue, int last)
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
            : from == 0 ? last - to < 4 ? null : Make(words, to + 1, last, AttributionFinder.Span(words, range))
            : from < 4 ? null : Make(words, 0, from - 1, AttributionFinder.Span(words, range));
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

        return from == cue.At ? null : from == 0 ? Make(words, cue.End, last, AttributionFinder.Span(words, new(from, cue.At))) : Make(words, 0, last, AttributionFinder.Span(words, new(from, cue.At)));
    }

    /// <summary>"According to S, …" and "…, according to S".</summary>
    private Attribution? According(IReadOnlyList<Word> words, Cue cue, int last)
    {
        var range = subjects.After(words, cue);
        if (range.IsEmpty)
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
            return end < 3 ? null : new(ClaimKind.Reported, Tidy(words[0].Start, whole ? words[last - 1].End : words[end - 1].End), speaker);
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
        return last - from < 3 ? null : Make(words, from, last, speaker);
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

    /// <summary>The clause before "…, S said"; null when the content follows the verb; an empty span when there is none at all.</summary>
    private TextSpan? Preposed(IReadOnlyList<Word> words, Cue cue, SubjectFinder.Range before, int last)
    {
        var edge = before.IsEmpty ? cue.At : before.From;
        while (edge > 0 && words[edge - 1].Kind == WordKind.Word && edge > cue.At - 6 && before.IsEmpty)
        {
            edge--;
        }

        if (edge < 3 || !words[edge - 1].IsAny(",،—–-"))
        {
            return null;
        }

        for (var i = cue.End; i < last && i - cue.End <= ReportedContent.Reach; i++)
        {
            if (lexicon.Match("complement", words, i).Length > 0 || words[i].Kind == WordKind.Quote || words[i].Is(':'))
            {
                return null;
            }
        }

        var tail = last - cue.End;
        if (tail > 0 && words[cue.End].IsAny(",،—–-"))
        {
            return Tidy(words[0].Start, words[last - 1].End);
        }

        var verbFirst = before.IsEmpty && !subjects.After(words, cue).IsEmpty;
        if (tail > (verbFirst ? 40 : 14) || (tail > 0 && !verbFirst && !subjects.IsAdverbial(words, cue.End)))
        {
            return null;
        }

        return Tidy(words[0].Start, words[edge - 2].End);
    }

    /// <summary>"… and said": index of the conjunction before a verb and its adverbs; 0 for none.</summary>
    private int Coordinated(IReadOnlyList<Word> words, int at)
    {
        var i = at - 1;
        while (i > 0 && (lexicon.Has("adverb", words[i]) || lexicon.Has("aux", words[i])))
        {
            i--;
        }

        return lexicon.Has("coordinator", words[i]) ? i : 0;
    }

    /// <summary>A comma or dash stands before the verb and its auxiliaries: "…, a déclaré S".</summary>
    private bool Detached(IReadOnlyList<Word> words, Cue cue)
    {
        var i = cue.At - 1;
        while (i > 0 && lexicon.Has("aux", words[i]))
        {
            i--;
        }

        return i > 0 && words[i].IsAny(",،—–-");
    }

    private static bool EndsClause(IReadOnlyList<Word> words, Cue cue) => cue.At > 0 && words[cue.At - 1].IsAny(",،—–-");

    private Attribution? Make(IReadOnlyList<Word> words, int from, int to, TextSpan speaker)
    {
        while (from < to && words[from].Kind == WordKind.Mark)
        {
            from++;
        }

        return to - from < 2 ? null : new(ClaimKind.Reported, Tidy(words[from].Start, words[to - 1].End), speaker);
    }

    /// <summary>The stretch without blanks around it, and with the closing mark of a quotation that begins in it.</summary>
    private TextSpan Tidy(int start, int end)
    {
        while (end > start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] is ',' or '،'))
        {
            end--;
        }

        // A quotation that begins in it is closed in it: “coordinated manipulation.”
        var inside = text.AsSpan(start, end - start);
        var (opening, closing) = Marks(inside);
        if (opening != '\0' && inside.LastIndexOf(opening) > inside.LastIndexOf(closing))
        {
            var close = text.AsSpan(end, Math.Min(3, text.Length - end)).IndexOf(closing);
            end += close + 1;
        }

        return new(start, end);
    }

    private static (char Opening, char Closing) Marks(ReadOnlySpan<char> text) =>
        text.Contains('“') ? ('“', '”') : text.Contains('«') ? ('«', '»') : text.Contains('„') ? ('„', '“') : text.Contains('‘') ? ('‘', '’') : ('\0', '\0');
}
