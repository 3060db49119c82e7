using System.Buffers;
using System.Text;

namespace Monitor.Core.Corpus.Sqlite.Posts;

/// <summary>Bytes that grow, in an array of the shared pool: a large import fills thousands of these, which would all be large objects to collect.</summary>
internal sealed class ByteBuffer(int capacity) : IDisposable
{
    private byte[] _bytes = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>Bytes written.</summary>
    public int Length { get; private set; }

    /// <summary>Some of the bytes.</summary>
    public ReadOnlySpan<byte> this[Range range] => _bytes.AsSpan(0, Length)[range];

    /// <summary>Writes a byte.</summary>
    public void Byte(byte value)
    {
        Need(1);
        _bytes[Length++] = value;
    }

    /// <summary>Writes a whole number in seven bits a byte, the lowest first (LEB128); 0 to 127 take one byte.</summary>
    public void Number(ulong value)
    {
        Need(10);
        for (; value >= 0x80; value >>= 7)
        {
            _bytes[Length++] = (byte)(value | 0x80);
        }

        _bytes[Length++] = (byte)value;
    }

    /// <summary>Writes a number that may be negative, in turns: 0, -1, 1, -2 … (zigzag).</summary>
    public void Signed(long value) => Number((ulong)((value << 1) ^ (value >> 63)));

    /// <summary>Writes a text in UTF-8.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        Need(Encoding.UTF8.GetMaxByteCount(text.Length));
        Length += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(Length));
    }

    /// <summary>Writes a text behind its length in bytes.</summary>
    public void Counted(string text)
    {
        if (text.Length == 0)
        {
            Byte(0);
            return;
        }

        Number((ulong)Encoding.UTF8.GetByteCount(text));
        Text(text);
    }

    /// <summary>Writes texts behind their number.</summary>
    public void Counted(IReadOnlyList<string> texts)
    {
        Number((ulong)texts.Count);
        for (var i = 0; i < texts.Count; i++)
        {
            Counted(texts[i]);
        }
    }

    /// <summary>Gives the array back.</summary>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_bytes);
        (_bytes, Length) = ([], 0);
    }

    private void Need(int count)
    {
        if (_bytes.Length - Length < count)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, Length + count));
            _bytes.AsSpan(0, Length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }
    }
}
