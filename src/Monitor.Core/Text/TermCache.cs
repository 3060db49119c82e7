using System.Numerics;
using System.Runtime.InteropServices;

namespace Monitor.Core.Text;

/// <summary>
/// Gives the same string for the same characters most of the time, so that common words are not allocated again and again. For one thread. A slot knows the mark of
/// its word, so that another word is told without going to the string.
/// </summary>
internal sealed class TermCache
{
    private const int Size = 1 << 14;

    /// <summary>Odd, with bits in no order: 2⁶⁴ divided by the golden ratio (Knuth, The Art of Computer Programming 3, 6.4).</summary>
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private readonly (ulong Mark, string Text)[] _slots = new (ulong, string)[Size];

    /// <summary>A string of these characters.</summary>
    public string Of(ReadOnlySpan<char> value)
    {
        var mark = Mark(value);
        ref var slot = ref _slots[mark >> 50];
        if (slot.Mark != mark || !value.SequenceEqual(slot.Text))
        {
            slot = (mark, value.ToString());
        }

        return slot.Text;
    }

    /// <summary>A number made of all characters, four at a time. Words made to share a slot cost no more than making the string.</summary>
    private static ulong Mark(ReadOnlySpan<char> value)
    {
        var hash = (ulong)value.Length + 1;
        for (; value.Length >= 4; value = value[4..])
        {
            hash = BitOperations.RotateLeft((hash ^ MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(value))) * Golden, 29);
        }

        var rest = 0UL;
        foreach (var c in value)
        {
            rest = (rest << 16) | c;
        }

        hash = (hash ^ rest) * Golden;
        return (hash ^ (hash >> 32)) * Golden;
    }
}
