using System.Text;

namespace Monitor.Core.Corpus.Sqlite.Posts;

/// <summary>Gives the same string for the same bytes while they recur (accounts, files, clients), so that a stream of millions of posts does not make each anew. For one thread.</summary>
internal sealed class RecentTexts
{
    private const int Size = 1 << 10;

    private readonly (ulong Mark, string Text)[] _slots = new (ulong, string)[Size];

    /// <summary>The text of these bytes in UTF-8.</summary>
    public string Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return "";
        }

        var mark = Fingerprint.Of(bytes);
        ref var slot = ref _slots[mark % Size];
        if (slot.Mark != mark || !Same(slot.Text, bytes))
        {
            slot = (mark, Encoding.UTF8.GetString(bytes));
        }

        return slot.Text;
    }

    private static bool Same(string text, ReadOnlySpan<byte> bytes) => Ascii.IsValid(bytes) ? Ascii.Equals(bytes, text) : text == Encoding.UTF8.GetString(bytes);
}
