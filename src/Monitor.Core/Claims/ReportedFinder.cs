using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Claims;

/// <summary>Finds reported speech in a sentence: "S said that …", "…, S said", "According to S, …", "…, adding that …".</summary>
internal sealed class ReportedFinder(string text, Lexicon lexicon, SubjectFinder subjects)
{
    private readonly ReportedContent contents = new(lexicon, subjects);
    private readonly ClauseSubject clauses = new(lexicon, subjects);
    private readonly ContentSpan spans = new(text);
    private readonly SourceFinder sources = new(lexicon, subjects, new(text));

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
            found[^1] = found[^1] with { Content = spans.Tidy(found[^1].Content.Start, at) };
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

        return (new(ClaimKind.Reported, spans.Tidy(words[0].Start, words[edge - 1].End), AttributionFinder.Span(words, range)), edge);
    }

    private Attribution? Read(Frame frame, Cue cue, int last, ref TextSpan speaker)
    {
        var words = frame.Words;
        if (cue.Type == CueType.According)
        {
            return sources.According(words, cue, last);
        }

        if (cue.Type == CueType.Say && sources.As(words, cue, last) is { } parallel)
        {
            return parallel;
        }

        if (cue.Type == CueType.Gerund)
        {
            var from = contents.Begin(words, cue, last, strict: true);
            var own = from < 0 ? default : AttributionFinder.Span(words, clauses.Find(words, cue.At));
            return from < 0 ? null : spans.Make(words, from, last, own.Length > 0 && own.Start >= speaker.End ? own : speaker);
        }

        if (cue.Type is CueType.Speak)
        {
            return null;
        }

        var before = subjects.Before(words, cue);
        if (before.IsEmpty && lexicon.DropsSubject && subjects.IsEvidence(words, cue))
        {
            return null;
        }

        if (lexicon.VerbFirst && Detached(words, cue) && !subjects.After(words, cue).IsEmpty)
        {
            before = default;
        }

        // "…, among them presenters and students, said S.": the name behind the verb speaks, the list before it is no apposition.
        if (lexicon.Language == "en" && EndsClause(words, cue) && subjects.After(words, cue) is { IsEmpty: false } inverted && inverted.To >= last && (words[inverted.From].Upper || lexicon.Has("article", words[inverted.From])))
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
        return spans.Make(words, lexicon.Match("deny", words, cue.At).Length > 0 ? FirstOf(words, cue) : start, last, speaker);
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
            return spans.Tidy(words[0].Start, words[last - 1].End);
        }

        var verbFirst = before.IsEmpty && !subjects.After(words, cue).IsEmpty;
        if (tail > (verbFirst ? 40 : 14) || (tail > 0 && !verbFirst && !subjects.IsAdverbial(words, cue.End)))
        {
            return null;
        }

        return spans.Tidy(words[0].Start, words[edge - 2].End);
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
}
