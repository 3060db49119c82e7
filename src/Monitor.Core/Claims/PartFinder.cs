using Monitor.Core.Model;

namespace Monitor.Core.Claims;

/// <summary>
/// Splits a claim into what can be checked one by one: actor, action, object, groups, numbers, times, places and qualifiers, each with its place in the claim's
/// text. Reads the words only; what it does not find is not there to be checked alone.
/// </summary>
internal sealed class PartFinder(Lexicon lexicon)
{
    private readonly SubjectFinder subjects = new(lexicon);
    private readonly DateFinder dates = new(lexicon);

    public IReadOnlyList<ClaimPart> Find(string text, IReadOnlyList<PlacedQuantity> quantities)
    {
        var words = Word.Read(text, 0, text.Length);
        words.RemoveAll(w => w.Kind == WordKind.Mark && "“”\"«»‘’'".Contains(w.Key[0]));
        var parts = new List<ClaimPart>();
        Action(text, words, parts);
        foreach (var quantity in quantities)
        {
            parts.Add(Part("number", text, quantity.Span.Start, quantity.Span.End));
        }

        for (var i = 0; i < words.Count; i++)
        {
            if (lexicon.Has("qualifier", words[i]))
            {
                parts.Add(Part("qualifier", text, words[i].Start, words[i].End));
            }

            if (lexicon.Match("group", words, i) is { Length: > 0 } group && group.Value is not "account")
            {
                var from = Modifier(words, i);
                parts.Add(Part("group", text, words[from].Start, words[i + group.Length - 1].End));
            }
            else if (Lexicon.Places.Match("place", words, i) is { Length: > 0 } place && (words[i].Upper || !lexicon.HasCapitals))
            {
                parts.Add(Part("place", text, words[i].Start, words[i + place.Length - 1].End));
                i += place.Length - 1;
                continue;
            }

            if (dates.Length(words, i) is > 0 and var length && !quantities.Any(q => q.Span.Start <= words[i].Start && q.Span.End > words[i].Start))
            {
                parts.Add(Part("time", text, words[i].Start, words[i + length - 1].End));
                i += length - 1;
            }
        }

        return [.. parts.OrderBy(p => p.Start).ThenBy(p => p.End)];
    }

    /// <summary>The first verb of acting with the phrase before it and the noun behind it.</summary>
    private void Action(string text, List<Word> words, List<ClaimPart> parts)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (lexicon.Match("act", words, i) is not { Length: > 0 } act)
            {
                if (ParticipleEnd(words, i) is > 0 and var behind)
                {
                    Bracket(text, words, i, behind, parts);
                    return;
                }

                continue;
            }

            var from = i;
            while (from > 0 && (lexicon.Has("aux", words[from - 1]) || lexicon.Has("adverb", words[from - 1])) && !lexicon.Has("pronoun", words[from - 1]))
            {
                from--;
            }

            var actor = subjects.Before(words, new Cue(i, act.Length, CueType.Say));
            if (actor.IsEmpty && lexicon.VerbFirst)
            {
                actor = subjects.After(words, new Cue(i, act.Length, CueType.Say));
            }

            if (!actor.IsEmpty)
            {
                parts.Add(Part("actor", text, words[actor.From].Start, words[actor.To - 1].End));
            }

            parts.Add(Part("action", text, words[from].Start, words[i + act.Length - 1].End));
            if (lexicon.VerbLast)
            {
                Marked(text, words, actor.To, i, parts);
                return;
            }

            var start = Math.Max(i + act.Length, actor.From > i ? actor.To : 0);
            var end = start;
            while (end < words.Count && end - start < 8 && words[end].IsWord && !lexicon.Has("unitstop", words[end]))
            {
                end++;
            }

            if (end > start)
            {
                parts.Add(Part("object", text, words[start].Start, words[end - 1].End));
            }

            return;
        }
    }

    /// <summary>The verb of a German clause stands last, "… gesperrt habe", "hat … gesperrt": behind the participle and its auxiliary; 0 for none.</summary>
    private int ParticipleEnd(List<Word> words, int at)
    {
        if (lexicon.Language != "de" || lexicon.Match("done", words, at) is not { Length: > 0 } done)
        {
            return 0;
        }

        var end = at + done.Length;
        return end < words.Count && (lexicon.Has("aux", words[end]) || lexicon.Has("subjunctive", words[end])) ? end + 1 : end;
    }

    /// <summary>Actor and object between the beginning of such a clause and its verb.</summary>
    private void Bracket(string text, List<Word> words, int at, int end, List<ClaimPart> parts)
    {
        var actor = subjects.After(words, new Cue(-1, 1, CueType.Say));
        if (!actor.IsEmpty && actor.To <= at)
        {
            parts.Add(Part("actor", text, words[actor.From].Start, words[actor.To - 1].End));
        }

        Marked(text, words, actor.To, at, parts);
        parts.Add(Part("action", text, words[at].Start, words[end - 1].End));
    }

    /// <summary>The object between the actor and a verb that stands last: from its first number or noun behind dates and prepositions, in Persian up to "را".</summary>
    private void Marked(string text, List<Word> words, int from, int verb, List<ClaimPart> parts)
    {
        while (from < verb && (!words[from].IsWord || dates.Length(words, from) > 0 || lexicon.Match("preposition", words, from).Length > 0 || lexicon.Has("aux", words[from]) || lexicon.Has("adverb", words[from])
            || lexicon.Has("monthword", words[from])))
        {
            from += Math.Max(1, dates.Length(words, from));
        }

        var to = verb;
        while (to > from && (!words[to - 1].IsWord || lexicon.Has("objectmark", words[to - 1])))
        {
            to--;
        }

        if (to > from)
        {
            parts.Add(Part("object", text, words[from].Start, words[to - 1].End));
        }
    }

    /// <summary>"TV presenters": the capitals or nouns right before a group's word belong to it.</summary>
    private int Modifier(List<Word> words, int at) =>
        lexicon.Language is "en" or "de" && at > 0 && words[at - 1].Upper && words[at - 1].Key.Length <= 12 && at > 1 && !lexicon.Has("article", words[at - 1]) ? at - 1 : at;

    private static ClaimPart Part(string kind, string text, int start, int end) => new(kind, text[start..end], start, end);
}
