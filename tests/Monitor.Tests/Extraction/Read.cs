using System.IO.Compression;
using System.Text;
using Monitor.Core.Extraction;

namespace Monitor.Tests.Extraction;

/// <summary>Extraction of strings and files, for the tests of this folder.</summary>
internal static class Read
{
    public static Core.Extraction.Extraction Html(string html, string url = "https://news.example/world/story", string mediaType = "text/html; charset=utf-8") =>
        Bytes(Encoding.UTF8.GetBytes(html), url, mediaType);

    public static Core.Extraction.Extraction Plain(string text) => Bytes(Encoding.UTF8.GetBytes(text), "story.txt", "text/plain");

    public static Core.Extraction.Extraction Bytes(byte[] payload, string url = "", string mediaType = "") =>
        new Extractor(TimeProvider.System).Extract(new(url, mediaType, payload, "", SourceFacts.None));

    public static Core.Extraction.Extraction File(string path)
    {
        var bytes = System.IO.File.ReadAllBytes(path);
        if (path.EndsWith(".gz", StringComparison.Ordinal))
        {
            using var packed = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            using var unpacked = new MemoryStream();
            packed.CopyTo(unpacked);
            bytes = unpacked.ToArray();
        }

        return Bytes(bytes, "", path.EndsWith(".txt", StringComparison.Ordinal) ? "text/plain" : "text/html");
    }
}
