namespace Monitor.Core.Text;

/// <summary>
/// Whether two terms are at most one slip apart: a character put in, left out or replaced, or two neighbours swapped (Damerau 1964, who found four in five misspellings to
/// be one of these). Characters are Unicode code points.
/// </summary>
internal static class OneEdit
{
    /// <summary>True when at most one slip makes one of the other; equal terms are.</summary>
    public static bool Apart(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (Math.Abs(a.Length - b.Length) > 2)
        {
            return false; // a code point has at most two units
        }

        var start = a.CommonPrefixLength(b);
        if (start > 0 && char.IsHighSurrogate(a[start - 1]))
        {
            start--;
        }

        a = a[start..];
        b = b[start..];
        if (a.IsEmpty || b.IsEmpty)
        {
            return First(a) == a.Length && First(b) == b.Length;
        }

        var (la, lb) = (First(a), First(b));
        return a[la..].SequenceEqual(b[lb..]) || a[la..].SequenceEqual(b) || a.SequenceEqual(b[lb..]) || Swapped(a, b, la, lb);
    }

    private static bool Swapped(ReadOnlySpan<char> a, ReadOnlySpan<char> b, int la, int lb)
    {
        var (secondA, secondB) = (First(a[la..]), First(b[lb..]));
        return a.Length == b.Length && secondA == lb && secondB == la && secondA > 0
            && a[..la].SequenceEqual(b[lb..(lb + secondB)]) && a[la..(la + secondA)].SequenceEqual(b[..lb]) && a[(la + secondA)..].SequenceEqual(b[(lb + secondB)..]);
    }

    /// <summary>Units of the first code point; 0 when there is none.</summary>
    private static int First(ReadOnlySpan<char> text) =>
        text.IsEmpty ? 0 : text.Length > 1 && char.IsHighSurrogate(text[0]) && char.IsLowSurrogate(text[1]) ? 2 : 1;
}
