namespace Monitor.Core.Text;

/// <summary>
/// How alike two words of names sound, from 0 to 1: a weighted edit distance over one spelling for the ways in which languages write a sound (gh = q,
/// ou = oo = u, ee = i, sch = sh). Vowels that a script leaves out cost little, sounds that languages exchange (German s for z, Spanish j for kh) cost part.
/// </summary>
internal static class NameDistance
{
    private static readonly (string From, string To)[] Spellings =
    [
        ("dsch", "j"), ("tsch", "C"), ("shch", "S"), ("dzh", "j"), ("sch", "S"), ("sh", "S"), ("ch", "C"), ("kh", "x"), ("gh", "q"), ("zh", "Z"), ("ph", "f"), ("th", "t"),
        ("dh", "d"), ("ck", "k"), ("oo", "u"), ("ou", "u"), ("ow", "u"), ("aee", "ai"), ("aei", "ai"), ("ee", "i"), ("ie", "i"), ("ei", "i"), ("ey", "i"), ("iy", "i"), ("yi", "i"), ("aa", "a"), ("w", "v"),
    ];

    /// <summary>Sounds that languages exchange, and what that costs.</summary>
    private static readonly Dictionary<(char A, char B), double> Exchanges = Both(
        ('s', 'z', .3), ('q', 'k', .3), ('q', 'g', .3), ('x', 'k', .5), ('x', 'C', .3), ('x', 'j', .4), ('x', 'h', .3), ('j', 'C', .5), ('j', 'Z', .3), ('j', 'g', .4), ('j', 'y', .3), ('j', 'i', .4), ('Z', 'z', .4),
        ('c', 'k', .2), ('c', 's', .3), ('c', 'C', .3), ('t', 'd', .7), ('v', 'b', .5), ('v', 'f', .5), ('p', 'b', .6), ('p', 'f', .4), ('u', 'v', .15), ('i', 'y', 0), ('e', 'i', .3), ('a', 'e', .35), ('o', 'u', .25), ('a', 'o', .5));

    /// <summary>One spelling of a romanised word.</summary>
    public static string Spell(string latin)
    {
        var word = latin;
        foreach (var (from, to) in Spellings)
        {
            word = word.Replace(from, to, StringComparison.Ordinal);
        }

        var result = new System.Text.StringBuilder(word.Length);
        foreach (var c in word)
        {
            var letter = c == 'y' && result.Length > 0 ? 'i' : c;
            if (char.IsLetterOrDigit(letter) && (result.Length == 0 || result[^1] != letter))
            {
                result.Append(letter);
            }
        }

        return result.Length > 3 && result[^1] == 'h' && IsVowel(result[^2]) ? result.ToString(0, result.Length - 1) : result.ToString();
    }

    /// <summary>Likeness of two spelled words; <paramref name="openA"/> when a's script leaves vowels out.</summary>
    public static double Likeness(string a, bool openA, string b, bool openB)
    {
        if (a.Length == 0 || b.Length == 0)
        {
            return 0;
        }

        var previous = new double[b.Length + 1];
        var current = new double[b.Length + 1];
        for (var j = 1; j <= b.Length; j++)
        {
            previous[j] = previous[j - 1] + Missing(b, j - 1, openA && !openB, openB && !openA);
        }

        for (var i = 1; i <= a.Length; i++)
        {
            current[0] = previous[0] + Missing(a, i - 1, openB && !openA, openA && !openB);
            for (var j = 1; j <= b.Length; j++)
            {
                var exchanged = previous[j - 1] + Exchange(a[i - 1], b[j - 1], openA != openB);
                var left = previous[j] + Missing(a, i - 1, openB && !openA, openA && !openB);
                var right = current[j - 1] + Missing(b, j - 1, openA && !openB, openB && !openA);
                current[j] = Math.Min(exchanged, Math.Min(left, right));
            }

            (previous, current) = (current, previous);
        }

        return Math.Max(0, 1 - (previous[b.Length] / Math.Max(3, openA != openB ? Math.Min(a.Length, b.Length) : Math.Max(a.Length, b.Length))));
    }

    public static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    private static double Missing(string word, int at, bool otherIsOpen, bool thisIsOpen) => word[at] switch
    {
        'a' or 'e' or 'o' when otherIsOpen => .05,
        'i' or 'u' when otherIsOpen => .15,
        'a' or 'i' or 'u' when thisIsOpen => .45,
        'h' when at == word.Length - 1 => .15,
        'e' when thisIsOpen => .2,
        _ => 1,
    };

    private static double Exchange(char a, char b, bool oneIsOpen)
    {
        if (a == b)
        {
            return 0;
        }

        var cost = Exchanges.GetValueOrDefault((a, b), 1);
        return oneIsOpen && (IsVowel(a) || a == 'v') && (IsVowel(b) || b == 'v') ? Math.Min(cost, .5) : cost;
    }

    private static Dictionary<(char, char), double> Both(params ReadOnlySpan<(char A, char B, double Cost)> pairs)
    {
        var table = new Dictionary<(char, char), double>();
        foreach (var (a, b, cost) in pairs)
        {
            table[(a, b)] = cost;
            table[(b, a)] = cost;
        }

        return table;
    }
}
