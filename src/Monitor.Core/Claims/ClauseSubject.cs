namespace Monitor.Core.Claims;

/// <summary>
/// Finds whose clause a verb without a subject of its own goes on with: "Mara Quill closed the mill, saying …", "the minister laughed and said …". Reads the clauses
/// before it from the nearest one back, each from its first words, for languages that put the subject there and write names with capitals.
/// </summary>
internal sealed class ClauseSubject(Lexicon lexicon, SubjectFinder subjects)
{
    /// <summary>Words of a noun phrase before its verb.</summary>
    private const int LongestPhrase = 12;

    private readonly SpeakerShape shape = new(lexicon);

    /// <summary>The subject of the nearest clause before a place; empty when no clause shows one.</summary>
    public SubjectFinder.Range Find(IReadOnlyList<Word> words, int before)
    {
        if (!lexicon.HasCapitals)
        {
            return default;
        }

        for (var to = before; to > 0;)
        {
            var from = to - 1;
            while (from > 0 && !(words[from - 1].IsAny(",،—–;:()") || words[from - 1].Kind == WordKind.Quote))
            {
                from--;
            }

            var range = Read(words, from, to, before);
            if (!range.IsEmpty && shape.Fits(words, range))
            {
                return range;
            }

            to = from - 1;
        }

        return default;
    }

    /// <summary>The phrase that a clause begins with, when its verb follows; a name alone before a comma is one with an apposition.</summary>
    private SubjectFinder.Range Read(IReadOnlyList<Word> words, int from, int to, int before)
    {
        while (from < to && !words[from].Upper && words[from].Kind == WordKind.Word && !lexicon.Has("pronoun", words[from]) && !lexicon.Has("article", words[from])
            && (lexicon.Has("lead", words[from]) || lexicon.Has("coordinator", words[from]) || lexicon.Has("adverb", words[from])))
        {
            from++;
        }

        if (from == 0 && to > 1 && words[0].Upper && lexicon.Has("lead", words[0]) && !lexicon.Has("article", words[0]))
        {
            from++;
        }

        if (from >= to || words[from].Kind != WordKind.Word || lexicon.Match("preposition", words, from).Length > 0 || subjects.IsTime(words, from))
        {
            return default;
        }

        if (lexicon.Value("pronoun", words[from].Key) is { } pronoun)
        {
            return pronoun is "m" or "f" or "p" or "s" or "o" && from + 1 < to && (pronoun != "o" || !lexicon.Has("be", words[from + 1])) ? new(from, from + 1) : default;
        }

        if (lexicon.Match("boundary", words, from).Length > 0)
        {
            return default;
        }

        if (words[from].Upper && !(lexicon.Has("article", words[from]) && from + 1 < to && !words[from + 1].Upper))
        {
            var end = NameRun.End(words, from, lexicon);
            if (end >= to)
            {
                return from == 0 && to < before ? new(from, to) : default;
            }

            // "Mara Quill closed", "Quill's deputy closed": what belongs to the name goes on to its verb.
            return words[end].Key == "'s" ? Phrase(words, from, to) : words[end].IsWord && lexicon.Match("preposition", words, end).Length == 0 ? new(from, end) : Phrase(words, from, to);
        }

        return lexicon.Has("article", words[from]) || words[from].Key.EndsWith('s') ? Phrase(words, from, to) : default;
    }

    /// <summary>A noun phrase up to the word that shows itself to be its verb.</summary>
    private SubjectFinder.Range Phrase(IReadOnlyList<Word> words, int from, int to)
    {
        for (var i = from + 1; i < to && i - from <= LongestPhrase; i++)
        {
            if (words[i].Kind != WordKind.Word && words[i].Kind != WordKind.Number)
            {
                return default;
            }

            if (IsVerb(words[i]))
            {
                var end = i;
                while (end - 1 > from && lexicon.Has("adverb", words[end - 1]))
                {
                    end--;
                }

                return new(from, end);
            }
        }

        return default;
    }

    private bool IsVerb(Word word) =>
        !word.Upper && word.Key != "'s" && (lexicon.Has("aux", word) || lexicon.Has("say", word) || lexicon.Has("speak", word) || lexicon.Has("act", word) || lexicon.Has("weak", word) || lexicon.Has("accuse", word)
            || (lexicon.Language == "en" && word.Key.Length > 4 && word.Key.EndsWith("ed", StringComparison.Ordinal)));
}
