using System.Globalization;
using System.Text;

namespace Monitor.Core.Evidence;

/// <summary>A WARC 1.1 record (ISO 28500:2017) as it is composed and read: named fields, then the block.</summary>
/// <param name="Fields">Named fields by name, without regard to case.</param>
/// <param name="HeadBytes">Bytes before the block.</param>
internal sealed record WarcRecord(IReadOnlyDictionary<string, string> Fields, int HeadBytes)
{
    private const string Version = "WARC/1.1";

    /// <summary>The field's value; empty when there is none.</summary>
    public string this[string name] => Fields.GetValueOrDefault(name, "");

    /// <summary>A new record id.</summary>
    public static string NewId() => $"<urn:uuid:{Guid.NewGuid():D}>";

    /// <summary>A time in the form of WARC-Date, to 100 ns so that it comes back as it was (section 5.4 allows up to nine digits).</summary>
    public static string Date(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Packs fields and block into one gzip member. Content-Length and WARC-Block-Digest are added.</summary>
    public static byte[] Pack(IEnumerable<(string Name, string Value)> fields, params ReadOnlySpan<byte[]> block)
    {
        var head = new StringBuilder(Version).Append("\r\n");
        foreach (var (name, value) in fields.Where(f => f.Value.Length > 0))
        {
            head.Append(name).Append(": ").Append(value).Append("\r\n");
        }

        var length = 0L;
        foreach (var part in block)
        {
            length += part.Length;
        }

        head.Append("WARC-Block-Digest: ").Append(Digests.Labelled(block)).Append("\r\n");
        head.Append(CultureInfo.InvariantCulture, $"Content-Length: {length}\r\n\r\n");
        return GzipMember.Pack([Encoding.UTF8.GetBytes(head.ToString()), .. block, "\r\n\r\n"u8.ToArray()]);
    }

    /// <summary>Reads the named fields from the beginning of an unpacked record; null when they are not there as a whole.</summary>
    public static WarcRecord? Parse(ReadOnlySpan<byte> bytes)
    {
        var length = HttpHead.LengthOf(bytes);
        if (length == 0)
        {
            return null;
        }

        var lines = Encoding.UTF8.GetString(bytes[..length]).Split("\r\n");
        if (!lines[0].StartsWith("WARC/1.", StringComparison.Ordinal))
        {
            return null;
        }

        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines.Skip(1))
        {
            if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
            {
                fields.TryAdd(line[..colon], line[(colon + 1)..].Trim());
            }
        }

        return new WarcRecord(fields, length);
    }
}
