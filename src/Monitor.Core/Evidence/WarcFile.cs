using System.Globalization;
using System.Reflection;
using System.Text;

namespace Monitor.Core.Evidence;

/// <summary>
/// The one WARC file that this store is writing. Its name is new and random, so no two processes write one file and nothing is ever appended
/// behind a record that a crash has cut.
/// </summary>
internal sealed class WarcFile : IDisposable
{
    private readonly FileStream stream;

    private WarcFile(FileStream stream, string name, DateOnly day) => (this.stream, Name, Day) = (stream, name, day);

    /// <summary>File name.</summary>
    public string Name { get; }

    /// <summary>Day (UTC) for which it was begun.</summary>
    public DateOnly Day { get; }

    /// <summary>Bytes that are whole records and on disk.</summary>
    public long Length { get; private set; }

    /// <summary>Begins a file and writes its warcinfo record.</summary>
    public static WarcFile Begin(string folder, DateTimeOffset time)
    {
        Directory.CreateDirectory(folder);
        var stamp = time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
        var name = $"monitor-{stamp}-{Guid.NewGuid():N}.warc.gz";
        var stream = new FileStream(Path.Combine(folder, name), FileMode.CreateNew, FileAccess.Write, FileShare.Read, bufferSize: 0);
        var file = new WarcFile(stream, name, DateOnly.FromDateTime(time.UtcDateTime));
        file.Append(file.Info(time));
        return file;
    }

    /// <summary>Appends members and returns the offset of the first, once all are on disk. A failed write is taken back, so that no torn record stays.</summary>
    public long Append(params ReadOnlySpan<byte[]> members)
    {
        var start = Length;
        try
        {
            foreach (var member in members)
            {
                stream.Write(member);
            }

            stream.Flush(flushToDisk: true);
        }
        catch
        {
            stream.SetLength(start);
            stream.Position = start;
            throw;
        }

        Length = stream.Position;
        return start;
    }

    public void Dispose() => stream.Dispose();

    private byte[] Info(DateTimeOffset time)
    {
        var version = typeof(WarcFile).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
        var block = $"software: Monitor/{version}\r\nformat: WARC File Format 1.1\r\n"
            + "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\nrobots: obey\r\n";
        return WarcRecord.Pack(
            [
                ("WARC-Type", "warcinfo"),
                ("WARC-Record-ID", WarcRecord.NewId()),
                ("WARC-Date", WarcRecord.Date(time)),
                ("WARC-Filename", Name),
                ("Content-Type", "application/warc-fields"),
            ],
            Encoding.UTF8.GetBytes(block));
    }
}
