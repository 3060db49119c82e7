namespace Monitor.Core.Text;

/// <summary>Whether a handle is made of the words of a name.</summary>
internal static class HandleOfName
{
    /// <summary>Additions that say nothing of the name: titles, countries, languages, kinds of pages.</summary>
    private static readonly string[] Additions = ["official", "news", "agency", "real", "the", "com", "net", "org", "dr", "mr", "ir", "fa", "en", "ar", "tv", "farsi", "persian", "english", "arabic", "us", "uk", "of"];

    public static NameMatch Compare(string nameText, string handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        var letters = new string([.. handle.ToLowerInvariant().Where(c => char.IsAsciiLetter(c))]);
        var words = NameWords.Of(nameText).Where(w => w.Latin.Length > 0 && w.Spelled.Length > 0).ToList();
        if (letters.Length < 3 || words.Count == 0)
        {
            return new(NameVerdict.Unclear, 0, "nothing to compare");
        }

        var best = Stripped(letters).Select(l => Explain(l, words, NameWords.Of(nameText, titles: true))).MaxBy(e => e.Share);
        var oneWordOfSeveral = words.Count > 1 && best.Long + best.Short < 2;
        var share = Math.Round(oneWordOfSeveral ? Math.Min(best.Share, .9) : best.Share, 2);
        var made = share >= .8 && best.Long >= 1 && (words.Count == 1 || best.Long > 1 || best.Short > 0 || best.Whole);
        return made
            ? new(NameVerdict.Same, share, $"@{handle} is made of '{nameText}'")
            : new(share < .5 ? NameVerdict.Different : NameVerdict.Unclear, share, $"@{handle} is only partly made of '{nameText}'");
    }

    /// <summary>The handle and what is left of it without usual additions at its ends.</summary>
    private static IEnumerable<string> Stripped(string letters)
    {
        var seen = new HashSet<string> { letters };
        var open = new Queue<string>([letters]);
        while (open.TryDequeue(out var word))
        {
            yield return word;
            foreach (var addition in Additions.Where(a => word.Length - a.Length >= 4))
            {
                foreach (var rest in (ReadOnlySpan<string>)[word.StartsWith(addition, StringComparison.Ordinal) ? word[addition.Length..] : word, word.EndsWith(addition, StringComparison.Ordinal) ? word[..^addition.Length] : word])
                {
                    if (seen.Add(rest))
                    {
                        open.Enqueue(rest);
                    }
                }
            }
        }
    }

    /// <summary>Share of the letters that words (whole or cut), then initials account for.</summary>
    private static (double Share, int Long, int Short, bool Whole) Explain(string letters, List<NameWord> words, IReadOnlyList<NameWord> withTitles)
    {
        var (from, length, word, likeness) = (0, 0, -1, 0.5);
        for (var w = 0; w < words.Count; w++)
        {
            for (var start = 0; start < letters.Length; start++)
            {
                for (var size = 3; start + size <= letters.Length && size <= words[w].Latin.Length + (words[w].Open ? 5 : 3); size++)
                {
                    var piece = NameWords.Make(letters.Substring(start, size));
                    var alike = Names.Likeness(piece, words[w]);
                    alike = size >= 4 && !words[w].Open && words[w].Spelled.StartsWith(piece.Spelled, StringComparison.Ordinal) ? Math.Max(alike, .9) : alike;
                    if (alike >= .85 && size * (alike - .5) > length * (likeness - .5))
                    {
                        (from, length, word, likeness) = (start, size, w, alike);
                    }
                }
            }
        }

        if (word < 0)
        {
            return (0, 0, 0, false);
        }

        var rest = letters.Remove(from, length);
        var others = words.Where((_, i) => i != word).ToList();
        if (rest.Length == 0)
        {
            return (likeness, 1, 0, true);
        }

        var deeper = rest.Length >= 3 && others.Count > 0 ? Explain(rest, others, withTitles) : default;
        var initials = Math.Max(Initials(rest, others), Short(rest, [.. withTitles.Where(t => t.Text != words[word].Text)]));
        var explained = Math.Max(deeper.Share * rest.Length, initials);
        return (((length * likeness) + explained) / letters.Length, 1 + deeper.Long, initials > 0 ? 1 : deeper.Short, false);
    }

    /// <summary>How many of the letters left are the beginnings of the other words, one to three letters each.</summary>
    private static int Initials(string rest, List<NameWord> others)
    {
        var open = others.ToList();
        var at = 0;
        while (at < rest.Length)
        {
            var found = -1;
            var size = Math.Min(3, rest.Length - at);
            for (; size > 0 && found < 0; size--)
            {
                found = open.FindIndex(o => o.Latin.StartsWith(rest.Substring(at, size), StringComparison.Ordinal));
            }

            if (found < 0)
            {
                break;
            }

            open.RemoveAt(found);
            at += size + 1;
        }

        return at;
    }

    /// <summary>Up to four letters that stand in the name in this order, the first one beginning a word: smj for Seyyed Mohammadjavad, ftm for Fatemeh.</summary>
    private static int Short(string rest, IReadOnlyList<NameWord> words)
    {
        for (var from = 0; rest.Length <= 4 && from < words.Count; from++)
        {
            var letters = string.Concat(words.Skip(from).Select(w => w.Latin));
            var at = 0;
            foreach (var c in letters)
            {
                at += at < rest.Length && rest[at] == c && (at > 0 || c == letters[0]) ? 1 : 0;
            }

            if (at == rest.Length && letters[0] == rest[0])
            {
                return at;
            }
        }

        return 0;
    }
}
