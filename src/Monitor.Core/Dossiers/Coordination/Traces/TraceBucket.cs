namespace Monitor.Core.Dossiers.Coordination.Traces;

/// <summary>Bytes that are appended and later read as a whole, in memory or, where a file is named, on disk.</summary>
internal sealed class TraceBucket(string? file) : IDisposable
{
    private const int PageBytes = 1 << 16;

    private readonly List<byte[]> pages = [];
    private byte[] page = [];
    private int used;
    private FileStream? stream;

    /// <summary>Room for so many bytes, to be filled at once.</summary>
    public Span<byte> Take(int bytes)
    {
        if (used + bytes > page.Length)
        {
            Turn(bytes);
        }

        used += bytes;
        return page.AsSpan(used - bytes, bytes);
    }

    /// <summary>Writes what is still in memory to the file, where there is one.</summary>
    public void Close()
    {
        if (file is null)
        {
            return;
        }

        Flush();
        stream?.Dispose();
        (stream, page, used) = (null, [], 0);
    }

    /// <summary>Everything that was appended.</summary>
    public byte[] ReadAll()
    {
        if (file is not null)
        {
            return File.Exists(file) ? File.ReadAllBytes(file) : [];
        }

        var all = new byte[pages.Sum(p => p.Length) + used];
        var at = 0;
        foreach (var full in pages)
        {
            full.CopyTo(all, at);
            at += full.Length;
        }

        page.AsSpan(0, used).CopyTo(all.AsSpan(at));
        return all;
    }

    /// <inheritdoc/>
    public void Dispose() => stream?.Dispose();

    private void Turn(int bytes)
    {
        if (file is not null)
        {
            Flush();
            page = page.Length >= bytes && page.Length > 0 ? page : new byte[Math.Max(PageBytes, bytes)];
        }
        else
        {
            if (used > 0)
            {
                pages.Add(used == page.Length ? page : page[..used]);
            }

            // Small releases have small buckets; pages grow with what is in them.
            page = new byte[Math.Max(bytes, Math.Min(PageBytes, Math.Max(256, page.Length * 2)))];
        }

        used = 0;
    }

    private void Flush()
    {
        if (used > 0)
        {
            stream ??= new FileStream(file!, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
            stream.Write(page, 0, used);
            used = 0;
        }
    }
}
