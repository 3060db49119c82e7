namespace Monitor.Core.Evidence;

/// <summary>Reading of streams that may give far more than is wanted.</summary>
internal static class LimitedReading
{
    /// <summary>Reads to the end, but never more than <paramref name="limit"/> bytes: the caller sees from the length that there was more to come.</summary>
    public static byte[] UpTo(Stream stream, int limit)
    {
        using var result = new MemoryStream();
        var buffer = new byte[1 << 15];
        while (result.Length < limit)
        {
            var read = stream.Read(buffer, 0, (int)Math.Min(buffer.Length, limit - result.Length));
            if (read == 0)
            {
                break;
            }

            result.Write(buffer, 0, read);
        }

        return result.ToArray();
    }
}
