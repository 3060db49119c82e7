using System.Text;

namespace Monitor.Core.Archives.Values;

/// <summary>Gives back the same string for the same short ASCII bytes (user ids, clients, languages), so that a file of millions of rows makes each but once or a few times. Bounded.</summary>
internal sealed class TextCache
{
    private const int Size = 1 << 13;
    private const int LongestText = 96;
    private readonly string?[] texts = new string?[Size];

    /// <summary>The text of these bytes; null when they are not short ASCII.</summary>
    public string? Get(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > LongestText)
        {
            return null;
        }

        var hash = 2166136261u;
        foreach (var b in bytes)
        {
            hash = (hash ^ b) * 16777619u; // FNV-1a
        }

        ref var kept = ref texts[(hash ^ (hash >> 15)) % Size];
        if (kept is not null && Ascii.Equals(bytes, kept))
        {
            return kept;
        }

        return Ascii.IsValid(bytes) ? kept = Encoding.ASCII.GetString(bytes) : null;
    }
}
