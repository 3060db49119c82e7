namespace Monitor.Core.Text;

/// <summary>A text after folding, with the place in the original for every character of it. Made to be used again and again by one thread.</summary>
internal sealed class FoldedText
{
    private char[] _chars = new char[512];
    private int[] _starts = new int[512];
    private int[] _ends = new int[512];
    private int _length;

    /// <summary>The folded characters.</summary>
    public ReadOnlySpan<char> Chars => _chars.AsSpan(0, _length);

    /// <summary>True when a fold met more than single common characters, so that a second fold might change it once more.</summary>
    public bool Unusual { get; private set; }

    /// <summary>Where a folded character begins in the original.</summary>
    public int Start(int index) => _starts[index];

    /// <summary>Where a folded character ends in the original (exclusive).</summary>
    public int End(int index) => _ends[index];

    /// <summary>Reads a text in place of the one before.</summary>
    public void Read(string text)
    {
        _length = 0;
        Unusual = false;
        for (var i = 0; i < text.Length;)
        {
            var c = text[i];
            var end = i + 1;
            if (char.IsHighSurrogate(c) && end < text.Length && char.IsLowSurrogate(text[end]))
            {
                end++;
            }

            while (end < text.Length && CharacterFolding.Continues(text[end]))
            {
                end++;
            }

            if (c < 0x80 && end == i + 1)
            {
                Append(c is >= 'A' and <= 'Z' ? (char)(c | 0x20) : c, i, end);
            }
            else if (end == i + 1)
            {
                Append(CharacterFolding.OfSingle(c), i, end);
            }
            else
            {
                Unusual = true;
                Append(CharacterFolding.OfCluster(text[i..end]), i, end);
            }

            i = end;
        }
    }

    private void Append(string folded, int start, int end)
    {
        foreach (var c in folded)
        {
            Append(c, start, end);
        }

        Unusual |= folded.Length != 1;
    }

    private void Append(char c, int start, int end)
    {
        if (_length == _chars.Length)
        {
            Array.Resize(ref _chars, _length * 2);
            Array.Resize(ref _starts, _length * 2);
            Array.Resize(ref _ends, _length * 2);
        }

        _chars[_length] = c;
        _starts[_length] = start;
        _ends[_length++] = end;
    }
}
