using System.Text.Json;
using System.Text.Json.Serialization;

namespace Monitor.Core.Evidence;

/// <summary>
/// <c>manifest.json</c> of a version: the files that belong to it. It is written last and replaced in one step, so a file without an entry is the
/// rest of an interrupted import and belongs to nothing.
/// </summary>
internal sealed record ReleaseManifest(string Release, int Version, IReadOnlyList<ReleaseManifest.Entry> Files)
{
    public const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        WriteIndented = true,
    };

    /// <summary>A file of the version. <paramref name="Path"/> leads from the release's folder, perhaps into the folder of an earlier version.</summary>
    public sealed record Entry(string Name, string Path, long Bytes, string Sha256, DateTimeOffset Kept)
    {
        /// <summary>Name of the encoding that was given for it.</summary>
        public string? Encoding { get; init; }

        /// <summary>For an index of media: what it was made of.</summary>
        public string? Origin { get; init; }
    }

    /// <summary>Reads the manifest of a version; null when there is none.</summary>
    /// <exception cref="InvalidDataException">It is no manifest, or names a place outside the release's folder.</exception>
    public static ReleaseManifest? Read(string releaseFolder, int version)
    {
        var path = System.IO.Path.Combine(releaseFolder, Number(version), FileName);
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            var manifest = JsonSerializer.Deserialize<ReleaseManifest>(File.ReadAllBytes(path), Json) ?? throw new JsonException("it is empty");
            var root = System.IO.Path.GetFullPath(releaseFolder) + System.IO.Path.DirectorySeparatorChar;
            return manifest.Files.All(f => System.IO.Path.GetFullPath(f.Path, root).StartsWith(root, StringComparison.Ordinal))
                ? manifest
                : throw new JsonException("it names a file outside the release's folder");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} is damaged ({e.Message}); restore it from a back-up, or move the folder away and import the release again", e);
        }
    }

    /// <summary>Puts the manifest in its place.</summary>
    public void Write(string releaseFolder) =>
        AtomicFile.Write(System.IO.Path.Combine(releaseFolder, Number(Version), FileName), s => JsonSerializer.Serialize(s, this, Json));

    /// <summary>The version as folder name.</summary>
    public static string Number(int version) => version.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
