using System.Text;

namespace Monitor.Core.Archives.Csv;

/// <summary>
/// A window of bytes that slides over a stream. Knows the offset of its first byte, leaves out a byte order mark, turns UTF-16 into UTF-8 (then offsets are
/// unknown), and ends where a damaged compressed file can no longer be read instead of throwing.
/// </summary>
internal sealed class CsvSource
{
    private Stream stream;
    private readonly byte[] buffer;
    private long offset;
    private int start;
    private int end;

    /// <param name="stream">The bytes.</param>
    /// <param name="capacity">Bytes held at most.</param>
    /// <param name="encoding">Encoding to be turned into UTF-8, one in which delimiters may be part of other letters; null for none. A byte order mark wins over it.</param>
    public CsvSource(Stream stream, int capacity, Encoding? encoding = null)
    {
        buffer = new byte[capacity];
        this.stream = stream;
        Fill();
        if (Unread is [0xEF, 0xBB, 0xBF, ..])
        {
            Skip(3);
            IsMarkedUtf8 = true;
        }
        else if (Unread is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            Transcode(buffer[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode, from: 2);
            KnowsOffset = false;
        }
        else if (encoding is not null)
        {
            Transcode(encoding, from: 0);
            KnowsOffset = false;
        }
    }

    /// <summary>True when a byte order mark says that the file is in UTF-8, whatever was said of it.</summary>
    public bool IsMarkedUtf8 { get; }

    /// <summary>True when the stream ends with <see cref="Unread"/>.</summary>
    public bool Final { get; private set; }

    /// <summary>What stopped the reading before the file's end; null when nothing did.</summary>
    public string? Damage { get; private set; }

    /// <summary>False for a file that had to be turned into UTF-8.</summary>
    public bool KnowsOffset { get; } = true;

    /// <summary>Offset of the first unread byte in the (unpacked) file; -1 when not known.</summary>
    public long Offset => KnowsOffset ? offset : -1;

    /// <summary>Bytes read and not yet passed.</summary>
    public ReadOnlySpan<byte> Unread => buffer.AsSpan(start, end - start);

    /// <summary>True when no more bytes fit behind the unread ones.</summary>
    public bool Full => end - start == buffer.Length;

    /// <summary>Passes bytes.</summary>
    public void Skip(int count)
    {
        start += count;
        offset += count;
    }

    /// <summary>Goes to a place in the file; false, and nothing is done, when the stream cannot or offsets are unknown.</summary>
    public bool TryMoveTo(long place)
    {
        if (!KnowsOffset || !stream.CanSeek || place < 0 || place > stream.Length)
        {
            return false;
        }

        stream.Position = place;
        (start, end, offset, Final) = (0, 0, place, false);
        Fill();
        return true;
    }

    /// <summary>Reads on until the buffer is full or the stream ends.</summary>
    public void Fill()
    {
        buffer.AsSpan(start, end - start).CopyTo(buffer);
        (start, end) = (0, end - start);
        while (!Final && end < buffer.Length)
        {
            var read = Read(buffer.AsSpan(end));
            end += read;
            Final = read == 0;
        }
    }

    private void Transcode(Encoding encoding, int from)
    {
        var head = new MemoryStream(buffer[from..end]);
        stream = Encoding.CreateTranscodingStream(new JoinedStream(head, stream), encoding, Encoding.UTF8);
        (start, end, Final) = (0, 0, false);
        Fill();
    }

    private int Read(Span<byte> into)
    {
        try
        {
            return stream.Read(into);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or NotSupportedException)
        {
            Damage = error.Message;
            return 0;
        }
    }

    /// <summary>Two streams, one behind the other.</summary>
    private sealed class JoinedStream(Stream first, Stream second) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var read = first.Read(buffer);
            return read > 0 || buffer.IsEmpty ? read : second.Read(buffer);
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
