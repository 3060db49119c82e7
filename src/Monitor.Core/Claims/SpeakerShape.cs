namespace Monitor.Core.Claims;

/// <summary>
/// Tells phrases that can be a speaker (persons, offices, organisations, groups, reports) from pieces of clauses that stand where a speaker might
/// ("were able", "100 of the 770 accounts", "it's hard to imagine him winning"). Without a parser it can only say what is none.
/// </summary>
internal sealed class SpeakerShape(Lexicon lexicon)
{
    /// <summary>True unless the phrase is surely no speaker.</summary>
    public bool Fits(IReadOnlyList<Word> words, SubjectFinder.Range range)
    {
        if (range.IsEmpty)
        {
            return false;
        }

        var (first, last) = (words[range.From], words[range.To - 1]);
        if (IsThing(words, range))
        {
            return false;
        }

        if (IsEvidence(words, range))
        {
            return false;
        }

        // A German speaker is a pronoun or has a noun, and nouns are capitals.
        if (lexicon.Language == "de")
        {
            return lexicon.Has("pronoun", first) || HasNoun(words, range) || (range.To - range.From == 1 && range.From > 0 && words[range.From - 1].Is(',') && lexicon.Has("article", first));
        }

        if (lexicon.Language != "en")
        {
            return true;
        }

        // Whom the text addresses says nothing in it: "as you say", "let's say".
        if (first.Key is "you" or "let" && range.To - range.From <= 2 || first.Key.StartsWith("you'", StringComparison.Ordinal))
        {
            return false;
        }

        // A verb at its head, a pronoun or a contraction in its midst: a clause.
        if (lexicon.Has("aux", first) || (IsGerund(first) && !HasOffice(words, range)) || (range.To - range.From == 1 && lexicon.Has("adverb", first) && !first.Upper)
            || (lexicon.Has("coordinator", last) && !last.Upper) || (last.Key == "to" && !last.Upper))
        {
            return false;
        }

        for (var i = range.From; i < range.To; i++)
        {
            var key = words[i].Key;
            var inside = i > range.From && !words[i].Upper && lexicon.Value("pronoun", key) is "m" or "f" or "o" && words[i - 1].Key != "of";
            var contracted = i < range.To - 1 && (key.EndsWith("n't", StringComparison.Ordinal) || key.EndsWith("'ve", StringComparison.Ordinal) || key.EndsWith("'re", StringComparison.Ordinal));
            if (inside || contracted)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>"100 of the 770 accounts", "6 accounts", "together the tweets": things that are counted do not speak.</summary>
    private bool IsThing(IReadOnlyList<Word> words, SubjectFinder.Range range)
    {
        for (var i = range.From; i < range.To; i++)
        {
            if (words[i].Upper && i > range.From && words[i].Kind == WordKind.Word)
            {
                return false;
            }
        }

        // The head stands last in English and German, first behind its article elsewhere.
        var at = lexicon.Language is "en" or "de" ? range.To - 1 : range.From;
        while (lexicon.Language is not ("en" or "de") && at < range.To - 1 && (lexicon.Has("article", words[at]) || words[at].Kind == WordKind.Number))
        {
            at++;
        }

        return lexicon.Has("thing", words[at]);
    }

    /// <summary>"The decline suggests …": what shows something is no speaker, unless it is a text or a person.</summary>
    public bool IsEvidence(IReadOnlyList<Word> words, SubjectFinder.Range range)
    {
        if (range.IsEmpty || lexicon.Language is not ("en" or "es" or "fr"))
        {
            return false;
        }

        var verb = range.To;
        while (verb < words.Count && verb - range.To < 3 && (lexicon.Has("adverb", words[verb]) || lexicon.Has("aux", words[verb])))
        {
            verb++;
        }

        if (verb >= words.Count || !lexicon.Has("evidence", words[verb]))
        {
            return false;
        }

        for (var i = range.From; i < range.To; i++)
        {
            if ((words[i].Upper && i > 0 && !lexicon.Has("article", words[i])) || lexicon.Has("source", words[i]) || lexicon.Has("organisation", words[i]) || lexicon.Has("pronoun", words[i])
                || lexicon.Match("office", words, i).Length > 0 || lexicon.Match("group", words, i).Length > 0 || IsPerson(words[i].Key))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Endings of English words for people: advisers, scientists, historians.</summary>
    private bool IsPerson(string key) =>
        lexicon.Language == "en" && (key.EndsWith("ers", StringComparison.Ordinal) || key.EndsWith("ists", StringComparison.Ordinal) || key.EndsWith("ist", StringComparison.Ordinal)
            || key.EndsWith("ors", StringComparison.Ordinal) || key.EndsWith("ians", StringComparison.Ordinal) || key.EndsWith("people", StringComparison.Ordinal) || key.EndsWith("man", StringComparison.Ordinal));

    private bool HasNoun(IReadOnlyList<Word> words, SubjectFinder.Range range)
    {
        for (var i = range.From; i < range.To; i++)
        {
            if (words[i].Upper && !lexicon.Has("article", words[i]) && !lexicon.Has("front", words[i]) && !lexicon.Has("adverb", words[i]) && !lexicon.Has("as", words[i]))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasOffice(IReadOnlyList<Word> words, SubjectFinder.Range range)
    {
        for (var i = range.From; i < range.To; i++)
        {
            if (lexicon.Match("office", words, i).Length > 0)
            {
                return true;
            }
        }

        return false;
    }

    private bool IsGerund(Word word) =>
        word.Key.EndsWith("ing", StringComparison.Ordinal) && word.Key.Length > 4 && !word.Upper && !lexicon.Has("pronoun", word) && !word.Key.EndsWith("thing", StringComparison.Ordinal);
}
