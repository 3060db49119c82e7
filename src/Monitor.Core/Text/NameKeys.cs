namespace Monitor.Core.Text;

/// <summary>
/// Keys under which names are looked up across scripts and spellings: the sounds of a word without vowels, sounds that languages exchange in one class (after
/// Soundex, Russell and Odell 1918, with the classes of <see cref="NameDistance"/>). Two spellings of one word share a key nearly always; two words often do, too,
/// so every name found is compared by <see cref="Names"/>.
/// </summary>
public static class NameKeys
{
    /// <summary>Classes of a key. Longer words are cut, since their ends are inflected and cut off most.</summary>
    private const int Longest = 5;

    /// <summary>Words of a name that are looked up; longer "names" are sentences.</summary>
    private const int MostWords = 8;

    /// <summary>Keys of a name: each word's, first letters (<c>f…</c>), and of neighbouring words written as one.</summary>
    public static IReadOnlyList<string> Of(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var keys = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var reading in Names.Readings(name))
        {
            var words = NameWords.Of(reading).Take(MostWords).ToList();
            keys.UnionWith(words.SelectMany(Forms).SelectMany(w => (string[])[Word(w), First(w)]));
            keys.UnionWith(Joined(words));
            if (words.Count > 0)
            {
                keys.Add(Whole(words));
            }
        }

        return [.. keys];
    }

    /// <summary>
    /// Lists of keys, one of which a name must carry as a whole to be the same name: two of the words, a word and the other's first letter where one of them is an initial,
    /// or all words written as one. Empty when the name has no word.
    /// </summary>
    public static IReadOnlyList<IReadOnlyList<string>> Wanted(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var lists = Names.Readings(name).SelectMany(r => WantedIn(NameWords.Of(r).Take(MostWords).ToList()));
        return [.. lists.Where(l => l.Distinct().Count() == l.Count).DistinctBy(l => string.Join(' ', l.Order(StringComparer.Ordinal)))];
    }

    private static List<IReadOnlyList<string>> WantedIn(List<NameWord> words)
    {
        var lists = new List<IReadOnlyList<string>>();
        for (var i = 0; i < words.Count; i++)
        {
            for (var j = i + 1; j < words.Count; j++)
            {
                foreach (var (a, b) in Forms(words[i]).SelectMany(_ => Forms(words[j]), (a, b) => (a, b)))
                {
                    lists.Add([Word(a), Word(b)]);
                    if (!a.Initial)
                    {
                        lists.Add([Word(a), b.Initial ? First(b) : Initial(b)]);
                    }

                    if (!b.Initial)
                    {
                        lists.Add([Word(b), a.Initial ? First(a) : Initial(a)]);
                    }
                }
            }
        }

        if (words.Count > 0)
        {
            lists.Add([Whole(words)]);
        }

        // Two words of this name that the other writes as one stand beside a third.
        foreach (var joined in Joined(words))
        {
            lists.AddRange(words.Select(w => (IReadOnlyList<string>)[joined, Word(w)]));
        }

        return lists;
    }

    /// <summary>The word, its full name where it is a pet name, and its other reading where j stands for y as in Benjamin and בנימין.</summary>
    private static IEnumerable<NameWord> Forms(NameWord word)
    {
        yield return word;
        foreach (var full in Nicknames.FullOf(word.Text))
        {
            yield return NameWords.Make(full);
        }

        if (!word.Open && word.Spelled.Length > 2 && word.Spelled.Contains('j', StringComparison.Ordinal))
        {
            yield return word with { Spelled = word.Spelled.Replace('j', 'i') };
        }
    }

    private static IEnumerable<string> Joined(List<NameWord> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            yield return Word(NameWords.Join([words[i], words[i + 1]]));
        }
    }

    private static string Word(NameWord word) => word.Initial ? Initial(word) : Key(word.Spelled);

    private static string Initial(NameWord word) => "i" + Sound(word.Spelled[0]);

    private static string First(NameWord word) => "f" + Sound(word.Spelled[0]);

    private static string Whole(IReadOnlyList<NameWord> words) => "w" + Classes(string.Concat(words.Select(w => w.Spelled)), Longest * 3);

    private static string Key(string spelled) => Classes(spelled, Longest) is { Length: > 0 } classes ? classes : "v" + spelled[0];

    private static string Classes(string spelled, int longest)
    {
        Span<char> key = stackalloc char[longest];
        var length = 0;
        foreach (var c in spelled)
        {
            var sound = Class(c);
            if (sound != '\0' && length < longest && (length == 0 || key[length - 1] != sound))
            {
                key[length++] = sound;
            }
        }

        return new(key[..length]);
    }

    /// <summary>A first sound; vowels that languages exchange are one.</summary>
    private static char Sound(char c) => Class(c) is var sound and not '\0' ? sound : char.IsAsciiLetter(c) ? 'v' : c;

    /// <summary>Vowels, h, v and y come and go between scripts (waw, yeh, final heh) and belong to no class.</summary>
    private static char Class(char c) => c switch
    {
        'a' or 'e' or 'i' or 'o' or 'u' or 'h' or 'v' or 'w' or 'y' => '\0',
        'b' or 'p' or 'f' => '1',
        's' or 'z' or 'S' or 'Z' or 'C' or 'c' or 'j' or 'k' or 'q' or 'g' or 'x' => '2',
        't' or 'd' => '3',
        'l' => '4',
        'm' => '5',
        'n' => '6',
        'r' => '7',
        _ => c,
    };
}
