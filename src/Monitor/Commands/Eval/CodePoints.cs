namespace Monitor.Commands.Eval;

/// <summary>Translates offsets in one text between UTF-16 units, in which Monitor counts, and Unicode code points, in which the gold data does.</summary>
internal sealed class CodePoints
{
    private readonly int[]? _points;

    public CodePoints(string text)
    {
        if (!text.Any(char.IsSurrogate))
        {
            return;
        }

        _points = new int[text.Length + 1];
        for (var i = 0; i < text.Length; i++)
        {
            _points[i + 1] = _points[i] + (char.IsLowSurrogate(text[i]) && i > 0 && char.IsHighSurrogate(text[i - 1]) ? 0 : 1);
        }
    }

    /// <summary>Code points before a unit.</summary>
    public int Of(int unit) => _points?[unit] ?? unit;

    /// <summary>Units before a code point.</summary>
    public int Units(int point)
    {
        if (_points is null)
        {
            return point;
        }

        var at = Array.BinarySearch(_points, point);
        at = at < 0 ? _points.Length - 1 : at;
        while (at + 1 < _points.Length && _points[at + 1] == point)
        {
            at++; // behind the second half of a pair, not between the halves
        }

        return at;
    }
}
