using System.Buffers.Binary;
using System.Numerics;

namespace Monitor.Core.Corpus.Sqlite.Posts;

/// <summary>
/// 64 bits that stand for a text in an index: an index of numbers is a third as large as one of texts, and a number is compared at once. Two texts may share one, so
/// whoever looks a text up compares it too.
/// </summary>
internal static class Fingerprint
{
    /// <summary>Odd, with bits in no order: 2⁶⁴ divided by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4).</summary>
    private const ulong Golden = 0x9E3779B97F4A7C15;

    /// <summary>The fingerprint of a text in UTF-8: words of eight bytes multiplied and turned, then mixed as in SplitMix64 (Steele, Lea and Flood 2014).</summary>
    public static ulong Of(ReadOnlySpan<byte> text)
    {
        var hash = (ulong)text.Length * Golden;
        while (text.Length >= 8)
        {
            hash = BitOperations.RotateLeft((hash ^ BinaryPrimitives.ReadUInt64LittleEndian(text)) * Golden, 29);
            text = text[8..];
        }

        var rest = 0UL;
        for (var i = 0; i < text.Length; i++)
        {
            rest |= (ulong)text[i] << (8 * i);
        }

        hash = (hash ^ rest) * Golden;
        hash = (hash ^ (hash >> 30)) * 0xBF58476D1CE4E5B9;
        hash = (hash ^ (hash >> 27)) * 0x94D049BB133111EB;
        return hash ^ (hash >> 31);
    }
}
