using System.Globalization;
using Monitor.Core.Model;

namespace Monitor.Core.Evidence;

/// <summary>
/// The captures: WARC 1.1 files (ISO 28500:2017), one gzip member a record, append-only, never edited. The files alone hold everything that a
/// <see cref="Capture"/> holds. Safe for many threads; several processes may share a folder, each writes files of its own.
/// </summary>
/// <remarks>
/// Each exchange is a request and a response record. Every redirect hop is an exchange of its own, with <see cref="ExchangeRole.Redirect"/>; so is
/// robots.txt. What WARC has no field for stands in extension fields of the response record: <c>Monitor-Crawler</c>, <c>Monitor-Asked-URI</c>
/// (when it differs from WARC-Target-URI) and <c>Monitor-Role</c> (when not page). The HTTP head is stored as sent, but for one name:
/// <c>Transfer-Encoding</c> becomes <c>X-Archive-Orig-Transfer-Encoding</c>, because the stored body has its chunks removed; the content coding
/// is kept as sent, so body, Content-Encoding and WARC-Payload-Digest agree.
/// </remarks>
/// <param name="folder">Folder of the files; made when the first capture is written.</param>
public sealed class EvidenceStore(string folder) : IDisposable
{
    /// <summary>Most bytes that <see cref="ReadPayload"/> unpacks.</summary>
    public const int PayloadLimit = 64 << 20;

    private readonly Lock turn = new();
    private WarcFile? current;

    /// <summary>A file that has reached this size in bytes is followed by a new one (1 GiB, the size that archives recommend).</summary>
    internal long FileLimit { get; init; } = 1L << 30;

    /// <summary>Writes the exchange; when this returns, it is on disk.</summary>
    /// <exception cref="ArgumentException">A field cannot stand in a WARC head, or the response head says something else than the exchange.</exception>
    /// <exception cref="IOException">The disk is full or away; nothing of the exchange stays in the file.</exception>
    public Capture Write(HttpExchange exchange)
    {
        ArgumentNullException.ThrowIfNull(exchange);
        var composed = ComposedExchange.Of(exchange);
        var response = composed.Response();
        var request = composed.Request();
        lock (turn)
        {
            var file = FileFor(exchange.Time);
            var start = request is null ? file.Append(response) : file.Append(request, response);
            return composed.Capture(file.Name, start + (request?.Length ?? 0), response.Length);
        }
    }

    /// <summary>The body of the capture with its content coding removed, checked against its digest.</summary>
    /// <exception cref="InvalidDataException">The record is damaged, is another one, or unpacks to more than <see cref="PayloadLimit"/>.</exception>
    /// <exception cref="FileNotFoundException">The evidence file is gone.</exception>
    public byte[] ReadPayload(Capture capture)
    {
        ArgumentNullException.ThrowIfNull(capture);
        if (Path.GetFileName(capture.WarcFile) != capture.WarcFile)
        {
            throw new InvalidDataException($"'{capture.WarcFile}' is no file name");
        }

        var path = Path.Combine(folder, capture.WarcFile);
        var bytes = WarcReader.ReadWhole(path, capture.Offset, capture.Length, PayloadLimit + WarcReader.HeadLimit);
        var record = WarcRecord.Parse(bytes);
        var block = record is null ? [] : BlockOf(record, bytes);
        var head = HttpHead.Parse(block);
        if (record is null || head is null || record["WARC-Payload-Digest"] != capture.PayloadDigest)
        {
            throw new InvalidDataException($"the record at {capture.Offset} of {path} is not capture {capture.Id}");
        }

        var payload = block[head.Bytes..];
        if (Digests.Labelled(payload) != capture.PayloadDigest)
        {
            throw new InvalidDataException($"the payload at {capture.Offset} of {path} does not have the digest {capture.PayloadDigest}");
        }

        try
        {
            return ContentCoding.Decode(payload, head["Content-Encoding"], PayloadLimit);
        }
        catch (PayloadTooLargeException e)
        {
            throw new InvalidDataException($"the payload at {capture.Offset} of {path} unpacks to {e.Message}", e);
        }
    }

    /// <summary>Reads all captures of a role from the files alone, file by file in the order of their beginning.</summary>
    /// <param name="role">Pages, unless something else is asked for.</param>
    /// <param name="damaged">Is told of records that a crash cut or the disk damaged; they are passed over.</param>
    public IEnumerable<Capture> All(ExchangeRole role = ExchangeRole.Page, Action<EvidenceDamage>? damaged = null) =>
        from path in Files()
        from stored in WarcReader.Read(path, whole: false, damaged ?? (_ => { }))
        where stored.Record["WARC-Type"] == "response" && ComposedExchange.RoleOf(stored.Record) == role
        let capture = ComposedExchange.Reread(stored, Path.GetFileName(path), damaged)
        where capture is not null
        select capture;

    /// <summary>Unpacks every record and computes its block digest again; each mismatch and each damaged stretch is named.</summary>
    public IEnumerable<EvidenceDamage> Verify()
    {
        foreach (var path in Files())
        {
            var damages = new List<EvidenceDamage>();
            foreach (var stored in WarcReader.Read(path, whole: true, damages.Add))
            {
                var bytes = WarcReader.ReadWhole(path, stored.Offset, stored.Length, int.MaxValue);
                if (Digests.Labelled(BlockOf(stored.Record, bytes)) != stored.Record["WARC-Block-Digest"])
                {
                    damages.Add(new(Path.GetFileName(path), stored.Offset, stored.Length, "the block does not have the digest that was written with it"));
                }
            }

            foreach (var damage in damages)
            {
                yield return damage;
            }
        }
    }

    /// <summary>Closes the file that is being written.</summary>
    public void Dispose() => current?.Dispose();

    private IEnumerable<string> Files() =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, "*.warc.gz").Order(StringComparer.Ordinal) : [];

    /// <summary>The block, by its stated length.</summary>
    private static byte[] BlockOf(WarcRecord record, byte[] bytes) =>
        int.TryParse(record["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length) && record.HeadBytes + length <= bytes.Length
            ? bytes[record.HeadBytes..(record.HeadBytes + length)]
            : [];

    private WarcFile FileFor(DateTimeOffset time)
    {
        if (current is { } file && (file.Length >= FileLimit || DateOnly.FromDateTime(time.UtcDateTime) > file.Day))
        {
            file.Dispose();
            current = null;
        }

        return current ??= WarcFile.Begin(folder, time);
    }
}
