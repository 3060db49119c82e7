using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Claims;

/// <summary>
/// Turns the speaker as written into the one meant, within one document and in its order: surname to full name, office to its holder, pronoun to the speaker
/// before, a spokesperson to the organisation spoken for. What cannot be told stays as written; a pronoun without a speaker before it stays unknown.
/// </summary>
internal sealed class SpeakerResolver(Document document, Lexicon lexicon, People people)
{
    /// <summary>The name that a relative clause goes with stands within this many units before it.</summary>
    private const int AntecedentReach = 80;

    private Speaker? lastPerson;
    private Speaker? lastOrganisation;

    /// <summary>The last speaker named by one word that says nothing of what it names; "he" may mean it where no person was met.</summary>
    private Speaker? lastName;
    private Speaker? last;

    /// <summary>The speaker meant by the words of a span; to be asked in the order of the text.</summary>
    public Speaker Resolve(TextSpan span)
    {
        if (span.Length == 0)
        {
            return last ?? Speaker.Unknown;
        }

        // "a-t-elle ajouté": the pronoun without what joins it to its verb.
        var start = document.Text[span.Start] == '-' ? document.Text.LastIndexOf('-', span.End - 1) + 1 : span.Start;
        var words = Word.Read(document.Text, start, span.End);
        Appose(words, span);
        words.RemoveAll(w => w.Kind == WordKind.Mark && "“”\"«»‘".Contains(w.Key[0]));
        if (words.Count == 0)
        {
            return Speaker.Unknown;
        }

        if (words.Count <= 2 && (lexicon.Value("pronoun", words[0].Key) ?? lexicon.Value("pronoun", words[0].Key.Split('\'')[0])) is { } pronoun)
        {
            return pronoun == "r" ? Antecedent(span.Start) : Pronoun(pronoun, span.Start);
        }

        var speaker = Read(words);
        last = speaker;
        return speaker;
    }

    private Speaker Pronoun(string kind, int at)
    {
        var meant = kind switch
        {
            "m" or "f" => lastPerson ?? lastName ?? (people.NamedBefore(at) is { } person ? Of(person) : null),
            "o" => lastOrganisation,
            "p" => last,
            "s" when document.Authors.Count > 0 => new Speaker(document.Authors[0]),
            _ => null,
        };
        return meant ?? Speaker.Unknown;
    }

    /// <summary>Whom a relative clause goes with, "S, who said": the names before it, else the one named last.</summary>
    private Speaker Antecedent(int at)
    {
        var words = Word.Read(document.Text, Math.Max(0, at - AntecedentReach), at);
        var to = words.Count;
        while (to > 0 && (words[to - 1].IsAny(",،") || lexicon.Match("preposition", words, to - 1).Length > 0))
        {
            to--;
        }

        var from = to;
        while (from > 0 && (words[from - 1].Upper || (from < to && lexicon.Has("particle", words[from - 1]) && from > 1 && words[from - 2].Upper)))
        {
            from--;
        }

        if (to == from)
        {
            return Speaker.Unknown;
        }

        return last = Read(words[from..to]);
    }

    /// <summary>"the company", "die Plattform": the organisation named last.</summary>
    private bool IsAnaphor(List<Word> words) =>
        words.Count is 1 or 2 && lexicon.Has("anaphor", words[^1]) && (words.Count == 1 ? !lexicon.HasCapitals : lexicon.Has("article", words[0]));

    private Speaker Read(List<Word> words)
    {
        if (IsAnaphor(words) && lastOrganisation is { Name.Length: > 0 } named && (char.IsUpper(named.Name[0]) || !lexicon.HasCapitals))
        {
            return named;
        }

        var text = document.Text;
        string? office = null;
        string? country = null;
        var officeAt = -1;
        var officeEnd = -1;
        for (var i = 0; i < words.Count; i++)
        {
            if (office is null && lexicon.Match("office", words, i) is { Length: > 0 } hit)
            {
                (officeAt, officeEnd) = (i, i + hit.Length);
                office = text[words[i].Start..words[i + hit.Length - 1].End];
            }

            if (country is null && Lexicon.Places.Match("place", words, i) is { Length: > 0 } place)
            {
                country = place.Value;
            }
        }

        if (words.Exists(w => lexicon.Has("spokesperson", w)) && Principal(words, officeAt) is { } principal)
        {
            return lastOrganisation = new Speaker(principal) { Office = office, Country = country };
        }

        var names = Names(words, officeAt, officeEnd, out var organisation);
        if (names.Count > 0 && !organisation)
        {
            if (names.Count >= 2 || office is not null || people.Named(names) is not null)
            {
                return lastPerson = Of(people.Meet(names, office, country));
            }
        }
        else if (names.Count == 0 && office is not null && people.Holder(office) is { } holder)
        {
            return lastPerson = Of(holder);
        }

        var name = organisation && names.Count > 0 && Capitals(words) && !words.Exists(w => lexicon.Has("range", w)) ? string.Join(' ', names) : Bare(words);
        var speaker = new Speaker(name) { Office = office, Country = country };
        if (office is not null && !organisation)
        {
            lastPerson = speaker;
        }
        else
        {
            lastOrganisation = speaker;
            lastName = names.Count == 1 && words.Count == 1 && !organisation && country is null ? speaker : lastName;
        }

        return speaker;
    }

    /// <summary>Adds the name behind an office, "the foreign minister, Mara Quill,": two to four capitals between commas.</summary>
    private void Appose(List<Word> words, TextSpan span)
    {
        var office = false;
        for (var i = 0; i < words.Count; i++)
        {
            if (lexicon.Match("office", words, i) is { Length: > 0 } hit)
            {
                office = true;
                i += hit.Length - 1;
            }
            else if (i > 0 && words[i].Upper && Lexicon.Places.Value("place", words[i].Key) is null)
            {
                return;
            }
        }

        if (!office || !lexicon.HasCapitals)
        {
            return;
        }

        var behind = Word.Read(document.Text, span.End, Math.Min(document.Text.Length, span.End + 80));
        if (behind.Count < 3 || !behind[0].Is(','))
        {
            return;
        }

        var end = 1;
        while (end < behind.Count && (behind[end].Upper || lexicon.Has("particle", behind[end])))
        {
            end++;
        }

        if (end is >= 3 and <= 5 && end < behind.Count && behind[end].IsAny(",.;"))
        {
            words.AddRange(behind[1..end]);
        }
    }

    private bool Capitals(List<Word> words) => words.TrueForAll(w => w.Upper || lexicon.Has("article", w) || lexicon.Has("connector", w));

    /// <summary>Whom a spokesperson speaks for: "a Twitter spokesperson", "a spokesman for the ministry".</summary>
    private string? Principal(List<Word> words, int officeAt)
    {
        var link = words.FindIndex(w => lexicon.Has("linking", w));
        if (link > 0 && link + 1 < words.Count)
        {
            return Bare(words[(link + 1)..]);
        }

        var capitals = words.Take(Math.Max(0, officeAt)).Where(w => w.Upper && !lexicon.Has("article", w) && !lexicon.Has("title", w)).ToList();
        return capitals.Count > 0 && !words.Skip(officeAt + 1).Any(w => w.Upper) ? Bare(capitals) : null;
    }

    /// <summary>The names in the words: capitals, or in scripts without capitals the words beside the office.</summary>
    private List<string> Names(List<Word> words, int officeAt, int officeEnd, out bool organisation)
    {
        var text = document.Text;
        organisation = words.Exists(w => lexicon.Has("organisation", w) || lexicon.Has("platform", w)) && officeAt < 0;
        if (lexicon.HasCapitals)
        {
            var from = words.FindIndex(w => w.Upper && !lexicon.Has("article", w) && !lexicon.Has("lead", w));

            // The capital of "ministro do Exterior" belongs to the office.
            if (from >= officeAt && from < officeEnd && officeAt >= 0 && !words[officeAt].Upper)
            {
                from = words.FindIndex(officeEnd, w => w.Upper && Lexicon.Places.Value("place", w.Key) is null);
            }

            if (from < 0)
            {
                return [];
            }

            // "Iran's government", "Zarif's deputy": the one meant is not the owner.
            var end = NameRun.End(words, from, lexicon);
            if (end < words.Count && words[end].Key == "'s")
            {
                from = words.FindIndex(end, w => w.Upper);
                if (from < 0)
                {
                    organisation = officeAt < 0;
                    return [];
                }

                end = NameRun.End(words, from, lexicon);
            }

            var run = NameRun.Strip(text, words, from, end, lexicon);
            organisation |= run.Organisation;
            return [.. run.Names];
        }

        if (officeAt < 0)
        {
            return words.Count <= 4 && !organisation ? [.. words.Where(w => !lexicon.Has("title", w)).Select(w => text[w.Start..w.End])] : [];
        }

        // ظریف، وزیر امور خارجه · وزیر امور خارجه ایران محمدجواد ظریف
        var side = officeAt > 0 ? words[..officeAt] : words[officeEnd..];
        return [.. side.Where(w => w.Kind == WordKind.Word && !lexicon.Has("title", w) && !lexicon.Has("lead", w) && !lexicon.Has("article", w) && !lexicon.Has("organisation", w) && !lexicon.Has("linking", w)
            && Lexicon.Places.Value("place", w.Key) is null).Take(4).Select(w => text[w.Start..w.End])];
    }

    private string Bare(List<Word> words)
    {
        var from = 0;
        while (from < words.Count - 1 && lexicon.Has("article", words[from]))
        {
            from++;
        }

        return document.Text[words[from].Start..words[^1].End];
    }

    private static Speaker Of(Person person) => new(person.Name) { Handle = person.Handle, Office = person.Office, Country = person.Country };
}
