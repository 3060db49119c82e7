using System.Security.Cryptography;

namespace Monitor.Core.Evidence;

/// <summary>SHA-256 in the two spellings that evidence uses.</summary>
internal static class Digests
{
    /// <summary><c>sha256:hex</c>, as in WARC-Payload-Digest and <c>Capture.PayloadDigest</c>.</summary>
    public static string Labelled(params ReadOnlySpan<byte[]> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in parts)
        {
            hash.AppendData(part);
        }

        return "sha256:" + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Copies a stream to its end and gives the lower-case hex over what was copied.</summary>
    public static string Copy(Stream from, Stream to)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = new byte[1 << 17];
        for (var read = from.Read(buffer); read > 0; read = from.Read(buffer))
        {
            hash.AppendData(buffer, 0, read);
            to.Write(buffer, 0, read);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Lower-case hex over a file.</summary>
    public static string HexOfFile(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 17, FileOptions.SequentialScan);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
