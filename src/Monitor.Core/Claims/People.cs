using Monitor.Core.Model;

namespace Monitor.Core.Claims;

/// <summary>
/// The people of one document: authors of its embedded posts and names written with capitals, with the office and country that stand beside them
/// ("Iranian Foreign Minister Mohammad Javad Zarif", "Javad Zarif, Iran's foreign minister", "محمدجواد ظریف وزیر امور خارجه").
/// </summary>
internal sealed class People
{
    private readonly Lexicon lexicon;
    private readonly Dictionary<string, List<Person>> bySurname = [];
    private readonly Dictionary<string, Person> byOffice = [];
    private readonly List<(int At, Person Person)> mentions = [];

    public People(Document document, Lexicon lexicon, IReadOnlyList<Word> words)
    {
        this.lexicon = lexicon;
        foreach (var post in document.Posts)
        {
            Add(Names(post.Author), post.Handle.Length > 0 ? post.Handle : null);
        }

        if (document.Kind == DocumentKind.Post && document.Authors.Count > 0)
        {
            Add(Names(document.Authors[0]), document.Handle);
        }

        Read(document.Text, words);
    }

    /// <summary>The person with this surname and, where given, other names that agree; null when there is none.</summary>
    public Person? Named(IReadOnlyList<string> names)
    {
        if (names.Count == 0 || !bySurname.TryGetValue(Word.Fold(names[^1]), out var list))
        {
            return null;
        }

        return list.Find(p => names.Count == 1 || Agree(Names(p.Name), names)) ?? (names.Count == 1 ? list[0] : null);
    }

    /// <summary>The one person who holds this office in the document.</summary>
    public Person? Holder(string office)
    {
        var key = Word.Fold(office);
        if (byOffice.TryGetValue(key, out var holder))
        {
            return holder;
        }

        // "the minister" is the foreign minister, when there is no other.
        var close = byOffice.Where(o => o.Key.EndsWith(" " + key, StringComparison.Ordinal)).Select(o => o.Value).Distinct().Take(2).ToList();
        return close.Count == 1 ? close[0] : null;
    }

    /// <summary>The person named last before a place.</summary>
    public Person? NamedBefore(int at)
    {
        var (low, high) = (0, mentions.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = mentions[middle].At < at ? (middle + 1, high) : (low, middle);
        }

        return low > 0 ? mentions[low - 1].Person : null;
    }

    /// <summary>Takes in a person met as a speaker.</summary>
    public Person Meet(IReadOnlyList<string> names, string? office, string? country)
    {
        var person = Named(names) ?? Add(names, null)!;
        person.Office ??= office;
        person.Country ??= country;
        if (office is not null)
        {
            byOffice.TryAdd(Word.Fold(office), person);
        }

        return person;
    }

    public static List<string> Names(string name) =>
        [.. Word.Read(name, 0, name.Length).Where(w => w.Kind == WordKind.Word && !w.Key.StartsWith('@') && w.Key != "'s").Select(w => name[w.Start..w.End])];

    private static bool Agree(List<string> full, IReadOnlyList<string> names)
    {
        var folded = full.ConvertAll(n => Word.Fold(n));
        var other = names.Select(n => Word.Fold(n)).ToList();
        return other.TrueForAll(folded.Contains) || folded.TrueForAll(other.Contains);
    }

    private Person? Add(IReadOnlyList<string> names, string? handle)
    {
        if (names.Count == 0)
        {
            return null;
        }

        var key = Word.Fold(names[^1]);
        if (!bySurname.TryGetValue(key, out var list))
        {
            bySurname[key] = list = [];
        }

        var known = list.Find(p => Agree(Names(p.Name), names));
        if (known is null)
        {
            known = new Person(string.Join(' ', names));

            // A page that names hundreds of people with one surname is a list, no story.
            if (list.Count < 20)
            {
                list.Add(known);
            }
        }

        known.Handle ??= handle;
        return known;
    }

    private void Read(string text, IReadOnlyList<Word> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].Upper || words[i].Key[0] is '@' or '#')
            {
                continue;
            }

            var end = NameRun.End(words, i, lexicon);
            var run = NameRun.Strip(text, words, i, end, lexicon);
            // Two words in capitals throughout are emphasis, no name.
            if (run.Names.Count >= 2 && !run.Organisation && !run.Names.All(n => n.Length > 1 && n.All(char.IsUpper)))
            {
                var person = Add(run.Names, null)!;
                mentions.Add((words[i].Start, person));
                var office = run.Office ?? Apposition(text, words, end) ?? OfficeBefore(text, words, i, person);
                person.Office ??= office;
                person.Country ??= run.Country ?? (office is null ? null : Country(words, end));
                if (office is not null)
                {
                    byOffice.TryAdd(Word.Fold(office), person);
                }

                // "Mara Quill (@MaraQuill)".
                if (end + 1 < words.Count && words[end].Is('(') && words[end + 1].Key is ['@', _, ..])
                {
                    person.Handle ??= text[(words[end + 1].Start + 1)..words[end + 1].End];
                }
            }

            i = end - 1;
        }
    }

    /// <summary>An office within the apposition behind a name: ", Iran's foreign minister,".</summary>
    private string? Apposition(string text, IReadOnlyList<Word> words, int at)
    {
        // A mark behind the comma ends a quotation: what follows is its speaker, not an apposition.
        if (at + 1 >= words.Count || !words[at].IsAny(",،(") || words[at + 1].Kind == WordKind.Mark)
        {
            return null;
        }

        for (var i = at + 1; i < words.Count && i < at + 8 && !words[i].IsAny(",،.);"); i++)
        {
            if (lexicon.Match("office", words, i) is { Length: > 0 } hit)
            {
                // "…, the foreign minister said" goes with the verb, not with the name before the comma.
                var next = i + hit.Length;
                return next < words.Count && lexicon.Has("say", words[next]) ? null : text[words[i].Start..words[next - 1].End];
            }
        }

        return null;
    }

    /// <summary>"Ruritania’s foreign minister, Mara Quill,": the office before the name and its comma.</summary>
    private string? OfficeBefore(string text, IReadOnlyList<Word> words, int at, Person person)
    {
        if (at < 2 || !words[at - 1].IsAny(",،"))
        {
            return null;
        }

        for (var i = Math.Max(0, at - 6); i < at - 1; i++)
        {
            if (lexicon.Match("office", words, i) is { Length: > 0 } hit && i + hit.Length == at - 1)
            {
                for (var k = Math.Max(0, i - 2); k < i && text.AsSpan(words[k].Start, words[i].Start - words[k].Start).IndexOfAny(".!?\n") < 0; k++)
                {
                    person.Country ??= Lexicon.Places.Match("place", words, k) is { Length: > 0 } place ? place.Value : null;
                }

                return text[words[i].Start..words[at - 2].End];
            }
        }

        return null;
    }

    private static string? Country(IReadOnlyList<Word> words, int at)
    {
        for (var i = at + 1; i < words.Count && i < at + 8 && !words[i].IsAny(",،.);"); i++)
        {
            if (Lexicon.Places.Match("place", words, i) is { Length: > 0 } hit)
            {
                return hit.Value;
            }
        }

        return null;
    }
}
