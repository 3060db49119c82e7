namespace Monitor.Core.Archives.Values;

/// <summary>
/// Recognises ids that a spreadsheet has read as numbers and rounded: <c>3.65082069254156E+017</c>, <c>8,3949E+17</c>. The digits that are gone cannot be had
/// back, so such an id is flagged and kept as text.
/// </summary>
internal static class MangledId
{
    /// <summary>True for a number in scientific notation, with point or comma, or one with a decimal part.</summary>
    public static bool Is(ReadOnlySpan<char> id)
    {
        var digits = id.IndexOfAnyExceptInRange('0', '9');
        if (digits < 1 || id[digits] is not ('.' or ',' or 'e' or 'E'))
        {
            return false;
        }

        var rest = id[digits..];
        if (rest[0] is '.' or ',')
        {
            var decimals = rest[1..].IndexOfAnyExceptInRange('0', '9');
            if (decimals < 0)
            {
                return rest.Length > 1;
            }

            rest = rest[(1 + decimals)..];
        }

        if (rest[0] is not ('e' or 'E'))
        {
            return false;
        }

        rest = rest[1..].TrimStart('+');
        return rest.Length is >= 1 and <= 3 && !rest.ContainsAnyExceptInRange('0', '9');
    }
}
