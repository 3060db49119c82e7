using System.Globalization;
using System.Text;

namespace Monitor.Core.Evidence;

/// <summary>The head of an HTTP/1.x response as sent: bytes are kept as Latin-1 characters, so nothing changes when it is written again.</summary>
/// <param name="Status">Status code of the first line.</param>
/// <param name="Bytes">Bytes of the head, with the empty line that ends it.</param>
/// <param name="Fields">Header fields in their order; names as sent, values without blanks around them.</param>
internal sealed record HttpHead(int Status, int Bytes, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    /// <summary>Values of all fields with this name, joined by commas as RFC 9110 section 5.3 allows; empty when there is none.</summary>
    public string this[string name] =>
        string.Join(", ", Fields.Where(f => f.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(f => f.Value));

    /// <summary>The media type with its parameters. Of several Content-Type fields the last counts, as in browsers (Fetch standard).</summary>
    public string MediaType => Fields.LastOrDefault(f => f.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase)).Value ?? "";

    /// <summary>Reads a head from the beginning of the bytes; null when they hold no whole head.</summary>
    public static HttpHead? Parse(ReadOnlySpan<byte> bytes)
    {
        var length = LengthOf(bytes);
        if (length == 0)
        {
            return null;
        }

        var lines = Encoding.Latin1.GetString(bytes[..length]).Split('\n');
        var first = lines[0].TrimEnd('\r').Split(' ', 3);
        if (!first[0].StartsWith("HTTP/", StringComparison.OrdinalIgnoreCase) || first.Length < 2
            || !int.TryParse(first[1], NumberStyles.None, CultureInfo.InvariantCulture, out var status))
        {
            return null;
        }

        var fields = new List<KeyValuePair<string, string>>();
        foreach (var line in lines.Skip(1).Select(l => l.TrimEnd('\r')).TakeWhile(l => l.Length > 0))
        {
            if (line[0] is ' ' or '\t' && fields.Count > 0)
            {
                // A folded line (obsolete, RFC 9112 section 5.2) continues the value before it.
                fields[^1] = KeyValuePair.Create(fields[^1].Key, $"{fields[^1].Value} {line.Trim()}".Trim());
            }
            else if (line.IndexOf(':', StringComparison.Ordinal) is > 0 and var colon)
            {
                fields.Add(KeyValuePair.Create(line[..colon].TrimEnd(), line[(colon + 1)..].Trim(' ', '\t')));
            }
        }

        return new HttpHead(status, length, fields);
    }

    /// <summary>Bytes of the head, with its empty line (CR LF, or LF alone as lenient servers send it); 0 when it does not end here.</summary>
    public static int LengthOf(ReadOnlySpan<byte> bytes)
    {
        for (var start = 0; start < bytes.Length;)
        {
            var line = bytes[start..].IndexOf((byte)'\n');
            if (line < 0)
            {
                return 0;
            }

            var empty = line == 0 || (line == 1 && bytes[start] == '\r');
            start += line + 1;
            if (empty)
            {
                return start;
            }
        }

        return 0;
    }
}
