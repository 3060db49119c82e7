using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Monitor.Core.Evidence;

/// <summary>Writes and reads the index of media that were given with a release: one line a file, in the order of the paths, so that the same files make the same index.</summary>
internal static class ReleaseMediaIndex
{
    /// <summary>Folder of the indexes among the files of a release.</summary>
    public const string Folder = "media-index/";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly HashSet<string> Notes = new(StringComparer.OrdinalIgnoreCase) { ".txt", ".md", ".html", ".htm", ".pdf", "" };

    /// <summary>The name under which the index of a given path is kept.</summary>
    public static string NameFor(string top) => Folder + GivenFile.Safe(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(top)))) + ".jsonl";

    /// <summary>True for an index.</summary>
    public static bool IsNamed(string name) => name.StartsWith(Folder, StringComparison.Ordinal) && name.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase);

    /// <summary>What a given file holds of media, and whether it is to be referred to instead of copied. A zip file is when nothing but media and notes on them are in it.</summary>
    public static (IReadOnlyList<MediaReference> Media, bool OnlyMedia) In(string name, string path)
    {
        if (MediaReference.IsMedia(name))
        {
            return ([MediaReference.Of(name, new FileInfo(path).Length, "")], true);
        }

        if (!name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            return ([], false);
        }

        try
        {
            using var zip = ZipFile.OpenRead(path);
            var members = zip.Entries.Where(e => !e.FullName.EndsWith('/')).OrderBy(e => e.FullName, StringComparer.Ordinal).ToList();
            var media = members.Where(e => MediaReference.IsMedia(e.FullName))
                .Select(e => MediaReference.Of($"{name}!/{e.FullName}", e.Length, $"crc32:{e.Crc32.ToString("x8", CultureInfo.InvariantCulture)}")).ToList();
            return (media, media.Count > 0 && members.All(e => MediaReference.IsMedia(e.FullName) || Notes.Contains(Path.GetExtension(e.FullName))));
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return ([], false); // it is kept as it is, and the import says that it cannot be read
        }
    }

    /// <summary>Writes an index: a JSON object a line.</summary>
    public static void Write(string path, IEnumerable<MediaReference> media)
    {
        using var writer = new StreamWriter(path, false, new UTF8Encoding(false)) { NewLine = "\n" };
        foreach (var one in media)
        {
            writer.WriteLine(JsonSerializer.Serialize(one, Json));
        }
    }

    /// <summary>The references of an index, in order; streams. A line that is none, since somebody has changed the file, is left out: <c>archive verify</c> names such a file.</summary>
    public static IEnumerable<MediaReference> Read(string path)
    {
        foreach (var line in File.ReadLines(path, Encoding.UTF8))
        {
            if (Parse(line) is { } one)
            {
                yield return one;
            }
        }
    }

    private static MediaReference? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<MediaReference>(line, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
