namespace Monitor.Core.Archives;

/// <summary>
/// Passes an unpacked stream on and throws <see cref="InvalidDataException"/> at its end when its length is not the one that was announced: the platform's
/// decompressors take a file that was cut off for one that ends there.
/// </summary>
internal sealed class WholeStream(Stream inner, Func<long, bool> isWhole) : Stream
{
    private long length;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => length; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        length += read;
        return read > 0 || buffer.IsEmpty || isWhole(length)
            ? read
            : throw new InvalidDataException($"it was cut off or damaged, or is several gzip files in one; {length:N0} bytes could be unpacked.");
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
