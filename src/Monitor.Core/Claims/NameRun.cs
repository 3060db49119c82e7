namespace Monitor.Core.Claims;

/// <summary>A run of capitalised words with titles, offices and countries taken off its front.</summary>
/// <param name="Names">The names left.</param>
/// <param name="Office">Office before the name, as written.</param>
/// <param name="Country">Country by an adjective or name before it.</param>
/// <param name="Organisation">True when a word of it says that it is an organisation.</param>
internal readonly record struct NameRun(IReadOnlyList<string> Names, string? Office, string? Country, bool Organisation)
{
    /// <summary>Behind the last word of the run that begins at a place: capitals, joined by particles of names.</summary>
    public static int End(IReadOnlyList<Word> words, int at, Lexicon lexicon)
    {
        var i = at;
        while (i < words.Count && i - at < 14)
        {
            if (words[i].Upper || lexicon.Match("office", words, i).Length > 0)
            {
                i++;
            }
            else if (words[i].Kind == WordKind.Word && lexicon.Has("particle", words[i]) && i + 1 < words.Count && words[i + 1].Upper)
            {
                i += 2;
            }
            else
            {
                break;
            }
        }

        return Math.Max(i, at + 1);
    }

    /// <summary>Takes titles, offices and country words off the front of a run.</summary>
    public static NameRun Strip(string text, IReadOnlyList<Word> words, int from, int end, Lexicon lexicon)
    {
        string? office = null;
        string? country = null;

        // What stands before an office is no name: "Ruritanian Foreign Minister Mara Quill".
        for (var i = from + 1; i < end; i++)
        {
            if (lexicon.Match("office", words, i) is { Length: > 0 } later && i + later.Length < end && words[i + later.Length].Upper)
            {
                country ??= PlaceIn(words, from, i);
                from = i;
                i += later.Length - 1;
            }
        }

        while (from < end)
        {
            if (Lexicon.Places.Match("place", words, from) is { Length: > 0 } place && from + place.Length < end)
            {
                country = place.Value;
                from += place.Length;
            }
            else if (lexicon.Match("office", words, from) is { Length: > 0 } hit)
            {
                office = office is null || hit.Length > 1 ? text[words[from].Start..words[from + hit.Length - 1].End] : office;
                from += hit.Length;
            }
            else if (lexicon.Has("title", words[from]) || lexicon.Has("article", words[from]) || lexicon.Has("lead", words[from]) || lexicon.Has("front", words[from]) || lexicon.Has("as", words[from])
                || lexicon.Has("connector", words[from])
                || lexicon.Has("preposition", words[from]) || words[from].Kind != WordKind.Word)
            {
                from++;
            }
            else
            {
                break;
            }
        }

        // An office at the end is no name either: "Supreme Leader".
        if (end > from && lexicon.Match("office", words, end - 1).Length == 1)
        {
            return new([], office, country, false);
        }

        var names = new List<string>();
        var organisation = false;
        for (var i = from; i < end; i++)
        {
            organisation |= lexicon.Has("organisation", words[i]) || lexicon.Has("platform", words[i]);
            if (words[i].Kind == WordKind.Word && words[i].Key != "'s")
            {
                names.Add(text[words[i].Start..words[i].End]);
            }
        }

        return new(names, office, country, organisation);
    }

    private static string? PlaceIn(IReadOnlyList<Word> words, int from, int end)
    {
        for (var i = from; i < end; i++)
        {
            if (Lexicon.Places.Match("place", words, i) is { Length: > 0 } hit)
            {
                return hit.Value;
            }
        }

        return null;
    }
}
