using System.IO.Compression;

namespace Monitor.Core.Evidence;

/// <summary>
/// Removes the content coding of an HTTP body (RFC 9110 section 8.4), within a limit, since a body of a few kilobytes may unpack to gigabytes.
/// Known: gzip, x-gzip, deflate (with the zlib wrapper of RFC 1950 or, as some servers send it, without), br, identity. A body that its server cut
/// inside the coding, though HTTP is sound, is unpacked as far as it goes.
/// </summary>
internal static class ContentCoding
{
    /// <summary>What Monitor asks servers for.</summary>
    public const string Accepted = "gzip, deflate, br";

    /// <summary>More layers than this are no honest server's.</summary>
    private const int MostLayers = 3;

    /// <summary>The body without its codings, which the header names in the order they were applied.</summary>
    /// <exception cref="InvalidDataException">A coding is unknown or the body is not of that coding.</exception>
    /// <exception cref="PayloadTooLargeException">It unpacks to more than <paramref name="limit"/> bytes.</exception>
    public static byte[] Decode(byte[] body, string contentEncoding, int limit)
    {
        var layers = contentEncoding.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (layers.Length > MostLayers)
        {
            throw new InvalidDataException($"Content-Encoding '{contentEncoding}' names more than {MostLayers} codings");
        }

        foreach (var layer in layers.Reverse())
        {
            body = Remove(layer.ToLowerInvariant(), body, limit);
        }

        return body.Length <= limit ? body : throw new PayloadTooLargeException(limit);
    }

    private static byte[] Remove(string layer, byte[] body, int limit)
    {
        if (layer == "identity" || body.Length == 0)
        {
            return body;
        }

        using var source = new MemoryStream(body, writable: false);
        using Stream unpacker = layer switch
        {
            "gzip" or "x-gzip" => new GZipStream(source, CompressionMode.Decompress),
            "br" => new BrotliStream(source, CompressionMode.Decompress),
            "deflate" when HasZlibHead(body) => new ZLibStream(source, CompressionMode.Decompress),
            "deflate" => new DeflateStream(source, CompressionMode.Decompress),
            _ => throw new InvalidDataException($"Content-Encoding '{layer}' is not known here (known: {Accepted})"),
        };
        try
        {
            var result = LimitedReading.UpTo(unpacker, limit + 1);
            return result.Length <= limit ? result : throw new PayloadTooLargeException(limit);
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or IOException)
        {
            // BrotliStream reports bad data as InvalidOperationException.
            throw new InvalidDataException($"the body is no valid {layer}: {e.Message}", e);
        }
    }

    /// <summary>RFC 1950 section 2.2: method 8, and both bytes as a number divisible by 31.</summary>
    private static bool HasZlibHead(byte[] body) => body.Length > 1 && (body[0] & 0x0f) == 8 && ((body[0] << 8) | body[1]) % 31 == 0;
}

/// <summary>A body is, or unpacks to, more than the limit.</summary>
internal sealed class PayloadTooLargeException(long limit) : Exception($"more than {limit} bytes")
{
    /// <summary>The limit in bytes.</summary>
    public long Limit { get; } = limit;
}
