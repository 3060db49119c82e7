using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Monitor.Tests.Evidence;

/// <summary>A record as any reader of WARC sees it.</summary>
internal sealed record PlainRecord(string Version, IReadOnlyDictionary<string, string> Fields, byte[] Block);

/// <summary>
/// Reads WARC by the letter of ISO 28500 and with nothing of the code under test: the whole file through GZipStream, then lines and lengths.
/// </summary>
internal static class IndependentWarcReader
{
    public static IReadOnlyList<PlainRecord> Read(string path)
    {
        using var gzip = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var all = new MemoryStream();
        gzip.CopyTo(all);
        var bytes = all.ToArray();
        var records = new List<PlainRecord>();
        for (var at = 0; at < bytes.Length;)
        {
            var version = Line(bytes, ref at);
            var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            for (var line = Line(bytes, ref at); line.Length > 0; line = Line(bytes, ref at))
            {
                var colon = line.IndexOf(": ", StringComparison.Ordinal);
                fields.Add(line[..colon], line[(colon + 2)..]);
            }

            var length = int.Parse(fields["Content-Length"], CultureInfo.InvariantCulture);
            records.Add(new PlainRecord(version, fields, bytes[at..(at + length)]));
            at += length;
            Assert.Equal("\r\n\r\n"u8, bytes.AsSpan(at, 4));
            at += 4;
        }

        return records;
    }

    private static string Line(byte[] bytes, ref int at)
    {
        var end = bytes.AsSpan(at).IndexOf("\r\n"u8);
        var line = Encoding.UTF8.GetString(bytes, at, end);
        at += end + 2;
        return line;
    }
}
