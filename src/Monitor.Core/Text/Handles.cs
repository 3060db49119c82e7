namespace Monitor.Core.Text;

/// <summary>
/// Compares two handles. Platforms tell handles apart by letters, digits and underscores without case; every other difference makes another account. A handle
/// that a reader would take for the other (l for I, 0 for o, rn for m, a letter more, less or doubled) is a look-alike, never a match.
/// </summary>
public static class Handles
{
    /// <summary>Compares two handles, with or without @.</summary>
    public static NameMatch Compare(string a, string b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var (x, y) = (a.TrimStart('@'), b.TrimStart('@'));
        if (x.Length == 0 || y.Length == 0)
        {
            return new(NameVerdict.Unclear, 0, "one side has no handle");
        }

        if (string.Equals(x, y, StringComparison.OrdinalIgnoreCase))
        {
            return new(NameVerdict.Same, 1, $"@{x} and @{y} are one handle");
        }

        var looks = string.Equals(Look(x), Look(y), StringComparison.Ordinal);
        var edits = Edits(x.ToLowerInvariant(), y.ToLowerInvariant());
        var likeness = 1 - ((double)edits / Math.Max(x.Length, y.Length));
        return looks || (edits <= 2 && likeness >= .75)
            ? new(NameVerdict.LookAlike, likeness, $"@{x} looks like @{y}, but is another handle")
            : new(NameVerdict.Different, likeness, $"@{x} and @{y} are two handles");
    }

    /// <summary>What the eye sees: signs that look alike become one, doubled signs and underscores fall away.</summary>
    public static string Look(string handle)
    {
        ArgumentNullException.ThrowIfNull(handle);
        var plain = handle.Replace("rn", "m", StringComparison.OrdinalIgnoreCase).Replace("vv", "w", StringComparison.OrdinalIgnoreCase);
        var result = new System.Text.StringBuilder(plain.Length);
        foreach (var c in plain)
        {
            var seen = c switch
            {
                'I' or 'l' or '1' or '|' or 'i' or 'L' => 'l',
                '0' or 'O' or 'o' => 'o',
                '5' or 'S' or 's' => 's',
                'q' or 'g' or 'G' or 'Q' or '9' => 'g',
                'v' or 'V' or 'y' or 'Y' or 'u' or 'U' => 'v',
                'а' => 'a',
                'е' => 'e',
                'о' => 'o',
                'р' => 'p',
                'с' => 'c',
                'х' => 'x',
                _ => char.ToLowerInvariant(c),
            };
            if (seen != '_' && (result.Length == 0 || result[^1] != seen))
            {
                result.Append(seen);
            }
        }

        return result.ToString();
    }

    /// <summary>Edits between two words, a swap of neighbours being one (Damerau 1964).</summary>
    private static int Edits(string a, string b)
    {
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    d[i, j] = i + j;
                    continue;
                }

                d[i, j] = Math.Min(Math.Min(d[i - 1, j], d[i, j - 1]) + 1, d[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
                }
            }
        }

        return d[a.Length, b.Length];
    }
}
