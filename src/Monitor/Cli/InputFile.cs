using System.IO.Compression;
using Monitor.Core.Evidence;

namespace Monitor.Cli;

/// <summary>A file given to a command, unpacked when its name ends in .gz, at most 64 MiB.</summary>
internal static class InputFile
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="IOException">It is not there, is too large, or its gzip is damaged; the message names it.</exception>
    public static byte[] Read(string path)
    {
        if (Directory.Exists(path))
        {
            throw new IOException($"{path} is a folder; name the files in it");
        }

        try
        {
            using var file = File.OpenRead(path);
            using Stream stream = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
            using var bytes = new MemoryStream();
            var buffer = new byte[81920];
            for (int read; (read = stream.Read(buffer)) > 0;)
            {
                bytes.Write(buffer, 0, read);
                if (bytes.Length > EvidenceStore.PayloadLimit)
                {
                    throw new IOException($"{path} unpacks to more than {EvidenceStore.PayloadLimit >> 20} MiB; no article is that long");
                }
            }

            return bytes.ToArray();
        }
        catch (InvalidDataException e)
        {
            throw new IOException($"{path} is no sound gzip file: {e.Message}", e);
        }
    }

    /// <summary>The media type that a name tells; empty when it tells none.</summary>
    public static string MediaType(string path) => Path.GetExtension(path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path).ToLowerInvariant() switch
    {
        ".html" or ".htm" or ".xhtml" => "text/html",
        ".txt" or ".md" => "text/plain",
        ".xml" or ".rss" or ".atom" or ".rdf" => "application/xml",
        ".json" => "application/json",
        _ => "",
    };
}
