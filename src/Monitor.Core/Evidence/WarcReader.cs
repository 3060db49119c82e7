using System.IO.Compression;

namespace Monitor.Core.Evidence;

/// <summary>A record of an evidence file with the beginning of its block.</summary>
/// <param name="Offset">Offset of its gzip member.</param>
/// <param name="Length">Bytes of the member.</param>
/// <param name="Record">Named fields.</param>
/// <param name="Block">The first bytes of the block: all of it, or enough for any HTTP head.</param>
internal sealed record StoredRecord(long Offset, long Length, WarcRecord Record, byte[] Block);

/// <summary>Walks through the records of one evidence file without unpacking their payloads; tells of every stretch that holds no intact record.</summary>
internal static class WarcReader
{
    /// <summary>Enough for the named fields and any HTTP head that a capture may have.</summary>
    public const int HeadLimit = 1 << 18;

    /// <summary>All records, in the order of the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="whole">True to unpack every record to its end, so that gzip's CRC-32 is checked; otherwise only the last one is, where a crash leaves its mark.</param>
    /// <param name="damaged">Is told of each stretch without an intact record.</param>
    public static IEnumerable<StoredRecord> Read(string path, bool whole, Action<EvidenceDamage> damaged)
    {
        var name = Path.GetFileName(path);
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
        var end = stream.Length;
        var head = new byte[GzipMember.HeadBytes];
        for (var at = 0L; at < end;)
        {
            stream.Position = at;
            var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
            if (!GzipMember.TryLengths(head.AsSpan(0, read), out var length, out var unpacked))
            {
                var next = GzipMember.FindNext(stream, at + 1);
                damaged(new(name, at, next - at, next < end ? "no record begins here; the bytes up to the next record are passed over" : Cut));
                at = next;
                continue;
            }

            if (at + length > end)
            {
                damaged(new(name, at, end - at, Cut));
                yield break;
            }

            if (TryOpen(stream, at, length, unpacked, whole || at + length == end) is { } record)
            {
                yield return record;
            }
            else
            {
                damaged(new(name, at, length, "the record is damaged (its gzip member or its fields cannot be read)"));
            }

            at += length;
        }
    }

    /// <summary>The whole unpacked record at this place.</summary>
    /// <exception cref="InvalidDataException">There is no intact record of at most <paramref name="limit"/> bytes.</exception>
    public static byte[] ReadWhole(string path, long offset, long length, int limit)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1 << 16);
        if (offset < 0 || length < GzipMember.HeadBytes || offset + length > stream.Length)
        {
            throw new InvalidDataException($"{path} has no record of {length} bytes at {offset}");
        }

        var member = new byte[length];
        stream.Position = offset;
        stream.ReadExactly(member);
        if (!GzipMember.TryLengths(member, out var stated, out var unpacked) || stated != length || unpacked > limit)
        {
            throw new InvalidDataException($"{path} has no record of {length} bytes (unpacked at most {limit}) at {offset}");
        }

        var record = GzipMember.Unpack(member, limit);
        return record.Length == unpacked ? record : throw new InvalidDataException($"the record at {offset} of {path} is cut");
    }

    private const string Cut = "the last record is not whole: the process ended while writing it, or is writing it now; nothing else depends on it";

    private static StoredRecord? TryOpen(FileStream stream, long offset, long length, long unpacked, bool whole)
    {
        try
        {
            byte[] start;
            if (whole)
            {
                start = ReadWhole(stream.Name, offset, length, int.MaxValue);
            }
            else
            {
                stream.Position = offset;
                using var gzip = new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true);
                start = LimitedReading.UpTo(gzip, (int)Math.Min(HeadLimit, unpacked));
            }

            return WarcRecord.Parse(start) is { } record
                ? new StoredRecord(offset, length, record, start[record.HeadBytes..Math.Min(start.Length, HeadLimit)])
                : null;
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
