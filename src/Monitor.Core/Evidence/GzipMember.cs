using System.Buffers.Binary;
using System.IO.Compression;

namespace Monitor.Core.Evidence;

/// <summary>
/// One gzip member (RFC 1952) that holds one WARC record. Its extra field carries the subfield <c>sl</c> (skip lengths: bytes of the whole member,
/// bytes of the unpacked record; WARC 0.9 section 10.2), so that a reader finds the next record without unpacking this one and sees at once that
/// a member was cut. Every gzip reader passes over extra fields.
/// </summary>
internal static class GzipMember
{
    /// <summary>Bytes of the head that <see cref="Pack"/> writes: 10 of gzip and 14 of extra field.</summary>
    public const int HeadBytes = 24;

    private const int PlainHeadBytes = 10;
    private const int ExtraFlagAt = 3;
    private static ReadOnlySpan<byte> Magic => [0x1f, 0x8b, 8, 4];
    private static ReadOnlySpan<byte> SkipField => [12, 0, (byte)'s', (byte)'l', 8, 0];

    /// <summary>Packs the parts, one behind the other, into one member.</summary>
    public static byte[] Pack(params ReadOnlySpan<byte[]> parts)
    {
        using var packed = new MemoryStream();
        long unpacked = 0;
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            foreach (var part in parts)
            {
                gzip.Write(part);
                unpacked += part.Length;
            }
        }

        var plain = packed.GetBuffer().AsSpan(0, (int)packed.Length);
        var member = new byte[plain.Length + HeadBytes - PlainHeadBytes];
        plain[..PlainHeadBytes].CopyTo(member);
        member[ExtraFlagAt] |= 4;
        SkipField.CopyTo(member.AsSpan(PlainHeadBytes));
        BinaryPrimitives.WriteUInt32LittleEndian(member.AsSpan(16), (uint)member.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(member.AsSpan(20), (uint)unpacked);
        plain[PlainHeadBytes..].CopyTo(member.AsSpan(HeadBytes));
        return member;
    }

    /// <summary>Reads the lengths from the head of a member; false when these bytes are no such head.</summary>
    public static bool TryLengths(ReadOnlySpan<byte> head, out long member, out long unpacked)
    {
        member = unpacked = 0;
        if (head.Length < HeadBytes || !head.StartsWith(Magic) || !head[PlainHeadBytes..].StartsWith(SkipField))
        {
            return false;
        }

        member = BinaryPrimitives.ReadUInt32LittleEndian(head[16..]);
        unpacked = BinaryPrimitives.ReadUInt32LittleEndian(head[20..]);
        return member > HeadBytes;
    }

    /// <summary>Unpacks at most <paramref name="limit"/> bytes from the member. With the whole member read, gzip checks its CRC-32.</summary>
    /// <exception cref="InvalidDataException">The member is damaged.</exception>
    public static byte[] Unpack(byte[] member, int limit)
    {
        using var gzip = new GZipStream(new MemoryStream(member, writable: false), CompressionMode.Decompress);
        return LimitedReading.UpTo(gzip, limit);
    }

    /// <summary>Offset of the next head at or behind <paramref name="from"/>; the end of the stream when there is none.</summary>
    public static long FindNext(Stream stream, long from)
    {
        var buffer = new byte[1 << 16];
        for (var start = from; start < stream.Length;)
        {
            stream.Position = start;
            var read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            for (var at = 0; at + HeadBytes <= read; at++)
            {
                if (buffer[at] == Magic[0] && TryLengths(buffer.AsSpan(at, HeadBytes), out _, out _))
                {
                    return start + at;
                }
            }

            start += Math.Max(1, read - HeadBytes + 1);
        }

        return stream.Length;
    }
}
