namespace Monitor.Core.Corpus.Sqlite.Posts;

/// <summary>
/// Says of most keys that they are not among those of a part, so that a new post is not looked for in every part: a Bloom filter with four bits a key in one line of
/// the processor's cache (Putze, Sanders and Singler 2007). 16 bits a key; of keys that are not there about one in 300 passes.
/// </summary>
internal sealed class KeyFilter
{
    private const int WordsInLine = 8;
    private const int Lines = 1 << (PostParts.SizeBits - 5); // 512 bits a line, 16 a key

    private readonly ulong[] _words = new ulong[Lines * WordsInLine];

    /// <summary>Adds a key.</summary>
    public void Add(long mark)
    {
        var line = Line(mark);
        for (var i = 0; i < 4; i++)
        {
            var bit = Bit(mark, i);
            _words[line + (bit >> 6)] |= 1UL << (bit & 63);
        }
    }

    /// <summary>False when the key is certainly not there.</summary>
    public bool MayHold(long mark)
    {
        var line = Line(mark);
        for (var i = 0; i < 4; i++)
        {
            var bit = Bit(mark, i);
            if ((_words[line + (bit >> 6)] & (1UL << (bit & 63))) == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static int Line(long mark) => (int)((ulong)mark >> 36) % Lines * WordsInLine;

    private static int Bit(long mark, int number) => (int)(mark >> (9 * number)) & 511;
}
