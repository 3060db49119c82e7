using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Monitor.Core.Dossiers.Coordination.Traces;

/// <summary>Hashes of objects and words, the same in every run and on every machine.</summary>
internal static class ObjectHash
{
    /// <summary>64 bits of SHA-256 over the UTF-16 units: release files are hostile, and a chosen collision would make accounts meet that never did.</summary>
    public static ulong Of(ReadOnlySpan<char> value)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(MemoryMarshal.AsBytes(value), hash);
        return BitConverter.ToUInt64(hash);
    }

    /// <summary>32 bits for a word, by FNV-1a with MurmurHash3's last step; a collision makes two texts of many words only seem nearer by one word.</summary>
    public static uint Word(ReadOnlySpan<char> word)
    {
        var hash = 2_166_136_261u;
        foreach (var letter in word)
        {
            hash = (hash ^ letter) * 16_777_619;
        }

        hash = (hash ^ (hash >> 16)) * 0x85ebca6b;
        hash = (hash ^ (hash >> 13)) * 0xc2b2ae35;
        return hash ^ (hash >> 16);
    }
}
