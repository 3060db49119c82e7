namespace Monitor.Core.Claims;

/// <summary>Finds the phrase that a sentence begins with, for languages that put the verb last: "S، وزیر …، یکشنبه … را متهم کرد".</summary>
internal sealed class LeadingSubject(Lexicon lexicon, SubjectFinder subjects)
{
    /// <summary>The subject that a sentence begins with stands within this many words, also behind an opening adverbial.</summary>
    private const int FarthestLead = 60;

    /// <summary>The phrase for a verb of saying; empty when another one, a quotation or a new clause stands between them.</summary>
    public SubjectFinder.Range Of(IReadOnlyList<Word> words, Cue cue)
    {
        for (var i = 0; i < cue.At; i++)
        {
            if (words[i].Kind == WordKind.Quote || words[i].IsAny(":;؛") || lexicon.Match("say", words, i).Length > 0 || lexicon.Match("complement", words, i).Length > 0)
            {
                return default;
            }
        }

        return Find(words, cue.At);
    }

    /// <summary>The phrase, without the adverbials before it; empty when there is none.</summary>
    public SubjectFinder.Range Find(IReadOnlyList<Word> words, int before)
    {
        var from = 0;
        before = Math.Min(before, FarthestLead);
        while (from < before && lexicon.Match("preposition", words, from).Length > 0 && !subjects.IsTime(words, from))
        {
            // "در واکنش به …, S": the sentence proper begins behind the comma.
            var comma = from;
            while (comma < before && !words[comma].IsAny(",،"))
            {
                comma++;
            }

            from = comma + 1;
        }

        while (from < before && (words[from].Kind == WordKind.Mark || subjects.IsTime(words, from) || (lexicon.Has("lead", words[from]) && !lexicon.Has("article", words[from]))))
        {
            from++;
        }

        var to = from;
        while (to < before && to - from < SubjectFinder.Longest && words[to].Kind == WordKind.Word && !subjects.IsStop(words, to, to == from) && !lexicon.Has("adverb", words[to]))
        {
            to++;
        }

        return to > from ? new(from, to) : default;
    }
}
