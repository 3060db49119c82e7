using System.IO.Compression;

namespace Monitor.Core.Archives;

/// <summary>A table opened for reading, unpacked on the way.</summary>
internal sealed class OpenedFile : IDisposable
{
    private readonly List<IDisposable> parts = [];

    private OpenedFile(Stream stream)
    {
        Stream = stream;
        parts.Add(stream);
    }

    /// <summary>The unpacked bytes.</summary>
    public Stream Stream { get; private set; }

    /// <summary>Bytes of <see cref="Stream"/>; null when they are not known before it is read.</summary>
    public long? Size { get; private set; }

    /// <summary>Opens a file. Throws <see cref="IOException"/>, <see cref="InvalidDataException"/> or <see cref="UnauthorizedAccessException"/>.</summary>
    public static OpenedFile Open(ArchiveFile file)
    {
        var opened = new OpenedFile(new FileStream(file.Path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan));
        try
        {
            opened.Size = opened.Stream.Length;
            if (file.Member is not null)
            {
                var zip = opened.Own(new ZipArchive(opened.Stream, ZipArchiveMode.Read));
                var entry = zip.GetEntry(file.Member) ?? throw new InvalidDataException($"The zip file has no member '{file.Member}'.");
                opened.Size = entry.Length;
                opened.Stream = opened.Own(new WholeStream(entry.Open(), length => length == entry.Length));
            }

            if ((file.Member ?? file.Name).EndsWith(".gz", StringComparison.OrdinalIgnoreCase))
            {
                var announced = file.Member is null ? GzipLength(opened.Stream) : null;
                opened.Size = announced > opened.Size ? announced : null; // a text that packs to more than itself is one above 4 GiB
                opened.Stream = opened.Own(new WholeStream(
                    new GZipStream(opened.Stream, CompressionMode.Decompress), length => announced is null || (uint)length == announced));
            }

            return opened;
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        for (var i = parts.Count - 1; i >= 0; i--)
        {
            parts[i].Dispose();
        }
    }

    /// <summary>The unpacked length modulo 2³² that stands in the last four bytes of a gzip file (RFC 1952, ISIZE).</summary>
    private static uint? GzipLength(Stream stream)
    {
        if (stream.Length < 18)
        {
            return null;
        }

        Span<byte> trailer = stackalloc byte[4];
        stream.Seek(-4, SeekOrigin.End);
        stream.ReadExactly(trailer);
        stream.Seek(0, SeekOrigin.Begin);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(trailer);
    }

    private T Own<T>(T part)
        where T : IDisposable
    {
        parts.Add(part);
        return part;
    }
}
