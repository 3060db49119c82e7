using System.Globalization;
using System.Text;
using Monitor.Core.Model;

namespace Monitor.Core.Evidence;

/// <summary>An exchange as its two WARC records, and the way back from the response record to the capture.</summary>
internal sealed class ComposedExchange
{
    private const string ChunkField = "Transfer-Encoding";
    private readonly HttpExchange exchange;
    private readonly byte[] head;
    private readonly string payloadDigest;
    private readonly string responseId = WarcRecord.NewId();
    private readonly string date;

    private ComposedExchange(HttpExchange exchange, byte[] head)
    {
        (this.exchange, this.head) = (exchange, head);
        payloadDigest = Digests.Labelled(exchange.Payload);
        date = WarcRecord.Date(exchange.Time);
    }

    /// <summary>Checks the exchange and readies it for writing.</summary>
    /// <exception cref="ArgumentException">A field cannot stand in a WARC head, or the response head says something else than the exchange.</exception>
    public static ComposedExchange Of(HttpExchange exchange)
    {
        foreach (var value in new[] { exchange.CrawlerId, exchange.Url, exchange.FinalUrl, exchange.IpAddress ?? "" })
        {
            if (value.Any(char.IsControl) || value.Trim() != value)
            {
                throw new ArgumentException($"'{value}' has control characters, or blanks around it, and cannot stand in a WARC head", nameof(exchange));
            }
        }

        if (exchange.Url.Length == 0 || exchange.FinalUrl.Length == 0)
        {
            throw new ArgumentException("an exchange needs the url asked for and the url that answered", nameof(exchange));
        }

        var bytes = exchange.ResponseHead.Length > 0 ? exchange.ResponseHead : MadeHead(exchange);
        var head = HttpHead.Parse(bytes) ?? throw new ArgumentException("the response head is not whole: it ends without an empty line", nameof(exchange));
        if (head.Status != exchange.Status || head.MediaType != exchange.MediaType || head.Bytes != bytes.Length)
        {
            throw new ArgumentException(
                $"the response head says status {head.Status}, type '{head.MediaType}', {head.Bytes} bytes; the exchange says {exchange.Status}, "
                + $"'{exchange.MediaType}', {bytes.Length}",
                nameof(exchange));
        }

        return new ComposedExchange(exchange, head[ChunkField].Length > 0 ? WithoutChunks(bytes) : bytes);
    }

    /// <summary>The role that a stored response record states.</summary>
    public static ExchangeRole RoleOf(WarcRecord record) => Enum.TryParse<ExchangeRole>(record["Monitor-Role"], ignoreCase: true, out var role) ? role : default;

    /// <summary>The capture that <see cref="Capture"/> gave when this record was written; null, and reported, when a field is not as written.</summary>
    public static Capture? Reread(StoredRecord stored, string file, Action<EvidenceDamage>? damaged)
    {
        var record = stored.Record;
        var final = record["WARC-Target-URI"];
        var asked = record["Monitor-Asked-URI"] is { Length: > 0 } url ? url : final;
        if (HttpHead.Parse(stored.Block) is { } head && final.Length > 0
            && DateTimeOffset.TryParse(record["WARC-Date"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            var digest = record["WARC-Payload-Digest"];
            return new Capture(
                Ids.Capture(asked, time, digest), record["Monitor-Crawler"], asked, final, time, head.MediaType, head.Status,
                digest, file, stored.Offset, stored.Length);
        }

        damaged?.Invoke(new(file, stored.Offset, stored.Length, "the response record lacks its url, date or HTTP head"));
        return null;
    }

    /// <summary>The response record as a gzip member.</summary>
    public byte[] Response() => WarcRecord.Pack(
        [
            ("WARC-Type", "response"),
            ("WARC-Record-ID", responseId),
            ("WARC-Date", date),
            ("WARC-Target-URI", exchange.FinalUrl),
            ("WARC-IP-Address", exchange.IpAddress ?? ""),
            ("WARC-Payload-Digest", payloadDigest),
            ("Monitor-Crawler", exchange.CrawlerId),
            ("Monitor-Asked-URI", exchange.Url == exchange.FinalUrl ? "" : exchange.Url),
            ("Monitor-Role", exchange.Role == ExchangeRole.Page ? "" : exchange.Role.ToString().ToLowerInvariant()),
            ("Content-Type", "application/http;msgtype=response"),
        ],
        head,
        exchange.Payload);

    /// <summary>The request record as a gzip member; null when the request is not known.</summary>
    public byte[]? Request() => exchange.RequestHead.Length == 0 ? null : WarcRecord.Pack(
        [
            ("WARC-Type", "request"),
            ("WARC-Record-ID", WarcRecord.NewId()),
            ("WARC-Date", date),
            ("WARC-Target-URI", exchange.FinalUrl),
            ("WARC-IP-Address", exchange.IpAddress ?? ""),
            ("WARC-Concurrent-To", responseId),
            ("Content-Type", "application/http;msgtype=request"),
        ],
        exchange.RequestHead);

    /// <summary>The capture, once its place is known.</summary>
    public Capture Capture(string file, long offset, long length)
    {
        var time = new DateTimeOffset(exchange.Time.UtcDateTime);
        return new Capture(
            Ids.Capture(exchange.Url, time, payloadDigest), exchange.CrawlerId, exchange.Url, exchange.FinalUrl, time, exchange.MediaType, exchange.Status,
            payloadDigest, file, offset, length);
    }

    private static byte[] MadeHead(HttpExchange exchange)
    {
        var type = exchange.MediaType.Length > 0 ? $"Content-Type: {exchange.MediaType}\r\n" : "";
        return Encoding.Latin1.GetBytes(string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {exchange.Status} \r\n{type}\r\n"));
    }

    /// <summary>Renames the field that tells of chunks, as other archives do, since the body is stored without them.</summary>
    private static byte[] WithoutChunks(byte[] head)
    {
        var lines = Encoding.Latin1.GetString(head).Split('\n');
        for (var i = 1; i < lines.Length; i++)
        {
            if (lines[i].Split(':')[0].TrimEnd().Equals(ChunkField, StringComparison.OrdinalIgnoreCase))
            {
                lines[i] = "X-Archive-Orig-" + lines[i];
            }
        }

        return Encoding.Latin1.GetBytes(string.Join('\n', lines));
    }
}
