using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Monitor.Core.Model;

namespace Monitor.Core.Linking.Incremental;

/// <summary>The state of a release that links rest on, as a fingerprint.</summary>
public static class ReleaseState
{
    /// <summary>Fingerprint over the catalogue's words and the imported files and counts; when it was imported does not count.</summary>
    public static string Of(Release release)
    {
        ArgumentNullException.ThrowIfNull(release);
        var imported = release.Versions.Select(v => v with { Imported = default });
        return Hash(JsonSerializer.Serialize(release with { Versions = [.. imported] }));
    }

    /// <summary>Fingerprint over what the catalogue alone says: descriptions and counts of all releases weigh in every comparison.</summary>
    public static string OfCatalogue(IReadOnlyList<Release> releases) => Hash(JsonSerializer.Serialize(releases.Select(r => r with { Versions = [] })));

    private static string Hash(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)))[..32];
}
