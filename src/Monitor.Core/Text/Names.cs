namespace Monitor.Core.Text;

/// <summary>What a comparison of names or handles says.</summary>
public enum NameVerdict
{
    /// <summary>Nothing to compare, or too little.</summary>
    Unclear,

    /// <summary>The same name.</summary>
    Same,

    /// <summary>Different names.</summary>
    Different,

    /// <summary>Made to look alike: two handles that a reader would take for one.</summary>
    LookAlike,
}

/// <summary>A comparison of two names, of a name and a handle, or of two handles.</summary>
/// <param name="Verdict">What it says.</param>
/// <param name="Likeness">0 to 1.</param>
/// <param name="Why">One plain sentence.</param>
public sealed record NameMatch(NameVerdict Verdict, double Likeness, string Why);

/// <summary>
/// Compares names across scripts (ظریف, Zarif, Зариф), word orders, titles and initials. Every word of the shorter name must be found in the longer one: a
/// shared surname alone makes relatives, not one person. Handles are compared letter by letter, see <see cref="Handles"/>.
/// </summary>
public static class Names
{
    /// <summary>Likeness from which two words of names count as the same word. Below it lie Jalali and Jalili (.83), above it Rohani and Rouhani (.96).</summary>
    internal const double SameWord = .87;

    /// <summary>Letters before which the l of the article is not spoken (https://en.wikipedia.org/wiki/Sun_and_moon_letters).</summary>
    private const string SunLetters = "تثدذرزسشصضطظن";

    /// <summary>Compares two names of persons, pages or outlets.</summary>
    public static NameMatch Compare(string a, string b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return Readings(a).SelectMany(_ => Readings(b), CompareReadings).OrderByDescending(m => m.Verdict == NameVerdict.Same).ThenByDescending(m => m.Likeness).First();
    }

    /// <summary>The name, and where it has a bracket also what stands before and inside: "Students' Agency (ISNA)".</summary>
    internal static IEnumerable<string> Readings(string name)
    {
        yield return name;
        var (open, close) = (name.IndexOf('(', StringComparison.Ordinal), name.IndexOf(')', StringComparison.Ordinal));
        if (open > 0 && close > open + 1)
        {
            yield return name[..open];
            yield return name[(open + 1)..close];
        }
    }

    private static NameMatch CompareReadings(string a, string b)
    {
        var (x, y) = (NameWords.Of(a), NameWords.Of(b));
        if (x.Count == 0 || y.Count == 0)
        {
            return new(NameVerdict.Unclear, 0, $"'{a}' or '{b}' holds no name");
        }

        var (shorter, longer) = x.Count <= y.Count ? (x, y) : (y, x);
        var pairs = Pair(shorter, longer);
        var matched = pairs.Sum(p => p.CountA);
        var likeness = pairs.Count == 0 ? 0 : pairs.Average(p => p.Likeness) * matched / shorter.Count;
        var longerMatched = pairs.Sum(p => p.CountB);
        var whole = (matched == shorter.Count || longerMatched == longer.Count) && pairs.Any(p => !p.Initial);
        if (whole && (Math.Min(matched, longerMatched) > 1 || (matched == shorter.Count && longerMatched == longer.Count)))
        {
            return new(NameVerdict.Same, likeness, $"'{a}' and '{b}' share {string.Join(", ", pairs.Select(p => $"{p.A} = {p.B}"))}");
        }

        return whole
            ? new(NameVerdict.Unclear, likeness / 2, $"'{a}' and '{b}' share only one word")
            : new(NameVerdict.Different, likeness, pairs.Count == 0 ? $"'{a}' and '{b}' share no word" : $"'{a}' and '{b}' share {pairs[0].A}, but not the other words");
    }

    /// <summary>Whether a handle is made of a name: its words, their beginnings or initials, in any order, with the usual additions (dr, ir, real, digits).</summary>
    public static NameMatch CompareHandle(string name, string handle) => HandleOfName.Compare(name, handle);

    /// <summary>
    /// Compares two accounts by what they show. Two different handles are two accounts, look-alike when they nearly agree; only where one side has no handle do
    /// the names decide, and the handle against the other's name.
    /// </summary>
    public static NameMatch Compare(string nameA, string handleA, string nameB, string handleB)
    {
        ArgumentNullException.ThrowIfNull(handleA);
        ArgumentNullException.ThrowIfNull(handleB);
        if (handleA.Length > 0 && handleB.Length > 0)
        {
            return Handles.Compare(handleA, handleB);
        }

        var names = nameA.Length > 0 && nameB.Length > 0 ? Compare(nameA, nameB) : new(NameVerdict.Unclear, 0, "one side has no name");
        if (names.Verdict == NameVerdict.Same)
        {
            return names;
        }

        var (name, handle) = handleA.Length > 0 ? (nameB, handleA) : (nameA, handleB);
        var made = handle.Length > 0 && name.Length > 0 ? CompareHandle(name, handle) : names;
        var decides = made.Verdict == NameVerdict.Same && (names.Likeness == 0 || made.Likeness >= .95);
        return decides || (names.Verdict == NameVerdict.Unclear && names.Likeness == 0) ? made : names;
    }

    internal static bool AreSame(NameWord a, NameWord b) => Likeness(a, b) >= SameWord;

    internal static double Likeness(NameWord a, NameWord b) =>
        Math.Max(Nicknames.Likeness(a.Text, b.Text), Math.Max(Spelled(a, b), Math.Max(Assimilated(a) is { } x ? Spelled(x, b) : 0, Assimilated(b) is { } y ? Spelled(a, y) : 0)));

    /// <summary>
    /// The spelling with the Arabic article inside a compound name assimilated to a sun letter, as it is spoken: ذوالنوری is Zonnuri, نورالدین Nureddin. Null where there
    /// is none.
    /// </summary>
    private static NameWord? Assimilated(NameWord word)
    {
        var at = word.Open ? word.Text.IndexOf("ال", 1, StringComparison.Ordinal) : -1;
        if (at < 1 || at + 3 >= word.Text.Length || !SunLetters.Contains(word.Text[at + 2], StringComparison.Ordinal))
        {
            return null;
        }

        var before = word.Text[at - 1] is 'و' ? at - 1 : at; // the long vowel before the article is shortened
        return NameWords.Make(word.Text[..before] + word.Text[(at + 2)..]);
    }

    private static double Spelled(NameWord a, NameWord b) =>
        Math.Min(a.Latin.Length, b.Latin.Length) < 3
            ? (a.Spelled == b.Spelled ? 1 : 0)
            : Math.Max(NameDistance.Likeness(a.Spelled, a.Open, b.Spelled, b.Open), a.Open == b.Open ? 0 : NameDistance.Likeness(Apart(a), a.Open, Apart(b), b.Open));

    /// <summary>The spelling where s and h are two sounds, as in Eshaq, which only another script tells.</summary>
    private static string Apart(NameWord word) =>
        word.Open ? word.Spelled : NameDistance.Spell(word.Latin.Replace("sh", "s·h", StringComparison.Ordinal).Replace("th", "t·h", StringComparison.Ordinal));

    private static List<WordPair> Pair(IReadOnlyList<NameWord> a, IReadOnlyList<NameWord> b)
    {
        var all = new List<WordPair>();
        for (var i = 0; i < a.Count; i++)
        {
            for (var j = 0; j < b.Count; j++)
            {
                AddJoined(a, i, b, j, all);
            }
        }

        var chosen = new List<WordPair>();
        foreach (var pair in all.OrderByDescending(p => p.CountA + p.CountB > 2).ThenByDescending(p => p.Likeness).ThenBy(p => p.FromA).ThenBy(p => p.FromB))
        {
            if (!chosen.Exists(c => c.Overlaps(pair)))
            {
                chosen.Add(pair);
            }
        }

        return [.. chosen.OrderBy(c => c.FromA)];
    }

    private static void AddJoined(IReadOnlyList<NameWord> a, int i, IReadOnlyList<NameWord> b, int j, List<WordPair> all)
    {
        for (var n = 1; n <= 3 && i + n <= a.Count; n++)
        {
            for (var m = 1; m <= 3 && j + m <= b.Count && (n == 1 || m == 1); m++)
            {
                var (x, y) = (n == 1 ? a[i] : NameWords.Join(a.Skip(i).Take(n)), m == 1 ? b[j] : NameWords.Join(b.Skip(j).Take(m)));
                var initial = n == 1 && m == 1 && x.Initial != y.Initial && x.Spelled[0] == y.Spelled[0];
                if (initial || Likeness(x, y) >= (n + m > 2 ? .9 : SameWord))
                {
                    all.Add(new(i, n, j, m, x.Text, y.Text, initial ? .6 : Likeness(x, y), initial));
                }
            }
        }
    }

    private readonly record struct WordPair(int FromA, int CountA, int FromB, int CountB, string A, string B, double Likeness, bool Initial)
    {
        public bool Overlaps(WordPair other) =>
            (FromA < other.FromA + other.CountA && other.FromA < FromA + CountA) || (FromB < other.FromB + other.CountB && other.FromB < FromB + CountB);
    }
}
