using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Monitor.Core.Model;

namespace Monitor.Core.Evidence;

/// <summary>
/// Release files, kept verbatim under <c>&lt;folder&gt;/&lt;release&gt;/&lt;version&gt;/</c> with a <c>manifest.json</c>. A file is copied, flushed to
/// disk and renamed before the manifest that names it is: after a crash at any point the release is as it was before the call, or after it.
/// </summary>
/// <remarks>
/// The same bytes are never kept twice: a version may name files in the folders of earlier ones. Added files extend the newest version; a changed
/// file of the same name makes a new version that holds the unchanged files too. Files of an older version, given again, change nothing.
/// </remarks>
/// <param name="folder">Folder of all releases.</param>
/// <param name="time">Clock for the manifest; the system's when null.</param>
public sealed partial class ReleaseStore(string folder, TimeProvider? time = null)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
    };

    private readonly TimeProvider time = time ?? TimeProvider.System;

    /// <summary>
    /// Keeps the files, and those in the folders, as part of the release. Media, alone or in zip files of nothing else, are not copied: an index of them is kept. A mapping
    /// or an encoding that the newest version did not have makes a new version, since its files are then read in another way.
    /// </summary>
    /// <param name="releaseId">Release id.</param>
    /// <param name="paths">Files and folders.</param>
    /// <param name="mappings">Mappings of tables, each kept under its stem with <see cref="ReleaseFile.MappingEnding"/>.</param>
    /// <param name="encoding">Name of the encoding of the files; when null, that of an earlier import of the same file holds on.</param>
    /// <exception cref="ArgumentException">The id is no release id, nothing was given, or two different files have one name.</exception>
    /// <exception cref="IOException">A file is not there, changed while it was copied, or another process is importing this release.</exception>
    public KeptRelease Keep(string releaseId, IReadOnlyList<string> paths, IReadOnlyList<(string Name, string Path)>? mappings = null, string? encoding = null)
    {
        ArgumentNullException.ThrowIfNull(paths);
        var home = Home(releaseId);
        GivenFile.Check(paths);
        Directory.CreateDirectory(home);
        using var alone = OpenAlone(home, releaseId);
        RemoveParts(home);
        try
        {
            var part = 0;
            return Keep(releaseId, home, GivenFile.Find(paths, () => Path.Combine(home, $"media-{part++}{AtomicFile.PartEnding}"), mappings, encoding));
        }
        finally
        {
            RemoveParts(home);
        }
    }

    private KeptRelease Keep(string releaseId, string home, IReadOnlyList<GivenFile> given)
    {
        var versions = Manifests(releaseId).ToList();
        if (versions.LastOrDefault(v => given.All(g => v.Files.Any(f => Same(f, g)))) is { } whole)
        {
            return Kept(whole, given, isNew: false);
        }

        var newest = versions.LastOrDefault();
        var changed = newest is not null && given.Any(g => newest.Files.Any(f => f.Name == g.Name && !Same(f, g)) || IsNewMapping(newest, g));
        var number = newest is null ? 1 : changed ? newest.Version + 1 : newest.Version;
        var files = (newest?.Files ?? []).ToDictionary(f => f.Name, StringComparer.Ordinal);
        var known = versions.SelectMany(v => v.Files).DistinctBy(f => f.Sha256).ToDictionary(f => f.Sha256, StringComparer.Ordinal);
        foreach (var file in given.Where(g => !files.Values.Any(f => Same(f, g))).ToList())
        {
            files[file.Name] = known.TryGetValue(file.Sha256, out var before)
                ? before with { Name = file.Name, Encoding = file.Encoding ?? before.Encoding, Origin = file.Origin }
                : Copy(home, PlaceOf(file.Name, number, known.Values), file);
            known.TryAdd(file.Sha256, files[file.Name]);
        }

        var manifest = new ReleaseManifest(releaseId, number, [.. files.Values.OrderBy(f => f.Name, StringComparer.Ordinal)]);
        manifest.Write(home);
        return Kept(manifest, given, isNew: true);
    }

    /// <summary>A version of a release; null when it is not kept.</summary>
    /// <exception cref="InvalidDataException">Its manifest is damaged.</exception>
    public KeptRelease? Get(string releaseId, int version) =>
        ReleaseManifest.Read(Home(releaseId), version) is { } manifest ? Kept(manifest, [], isNew: false) : null;

    /// <summary>All versions of all releases, by id and version.</summary>
    /// <exception cref="InvalidDataException">A manifest is damaged.</exception>
    public IReadOnlyList<KeptRelease> All() => Directory.Exists(folder)
        ? [.. ReleaseIds().SelectMany(Manifests).Select(m => Kept(m, [], isNew: false))]
        : [];

    /// <summary>Ids of all releases of which something is kept, in order.</summary>
    public IReadOnlyList<string> ReleaseIds() =>
        Directory.Exists(folder) ? [.. Directory.EnumerateDirectories(folder).Select(d => Path.GetFileName(d)).Where(IsId).Order(StringComparer.Ordinal)] : [];

    /// <summary>
    /// Keeps what the catalogue says of the release beside its files, in <c>release.json</c>: without it a rebuild could not tell the platform, and so not the ids, once the
    /// catalogue has lost the entry.
    /// </summary>
    public void Describe(Release release)
    {
        ArgumentNullException.ThrowIfNull(release);
        AtomicFile.Write(DescriptionOf(release.Id), s => JsonSerializer.Serialize(s, release with { Versions = [] }, Json));
    }

    /// <summary>What was last kept of the catalogue's words on a release; null when nothing was.</summary>
    /// <exception cref="InvalidDataException">The file is damaged.</exception>
    public Release? Described(string releaseId)
    {
        var path = DescriptionOf(releaseId);
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize<Release>(File.ReadAllBytes(path), Json) : null;
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"{path} is damaged ({e.Message}); restore it from a back-up, or put the catalogue's entry back and import a file again", e);
        }
    }

    /// <summary>Hashes every kept file of the release again and names each that is gone or is not what the manifest says; empty when all is as it was.</summary>
    public IReadOnlyList<string> Verify(string releaseId)
    {
        var mismatches = new List<string>();
        foreach (var file in Manifests(releaseId).SelectMany(m => Kept(m, [], isNew: false).Files).DistinctBy(f => f.Path))
        {
            if (!File.Exists(file.Path))
            {
                mismatches.Add($"{file.Path}: is gone");
            }
            else if (Digests.HexOfFile(file.Path) is var sha256 && sha256 != file.Sha256)
            {
                var bytes = new FileInfo(file.Path).Length;
                mismatches.Add($"{file.Path}: has SHA-256 {sha256} and {bytes} bytes; the manifest says {file.Sha256} and {file.Bytes}");
            }
        }

        return mismatches;
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{0,99}$", RegexOptions.NonBacktracking)]
    private static partial Regex ReleaseId();

    private static bool IsId(string id) => ReleaseId().IsMatch(id);

    /// <summary>The same bytes under the same file name, in whichever folder they are given this time.</summary>
    private static bool Same(ReleaseManifest.Entry kept, GivenFile given) =>
        kept.Sha256 == given.Sha256 && Path.GetFileName(kept.Name) == Path.GetFileName(given.Name) && (given.Encoding is null || given.Encoding == kept.Encoding);

    private static bool IsNewMapping(ReleaseManifest newest, GivenFile given) =>
        given.Name.EndsWith(ReleaseFile.MappingEnding, StringComparison.OrdinalIgnoreCase) && !newest.Files.Any(f => Same(f, given));

    private static FileStream OpenAlone(string home, string releaseId)
    {
        try
        {
            return new FileStream(Path.Combine(home, ".lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException e)
        {
            throw new IOException($"another process is importing {releaseId}; wait until it is done", e);
        }
    }

    /// <summary>What an interrupted call left under a temporary name.</summary>
    private static void RemoveParts(string home)
    {
        foreach (var part in Directory.EnumerateFiles(home, "*" + AtomicFile.PartEnding, SearchOption.AllDirectories))
        {
            File.Delete(part);
        }
    }

    private string Home(string releaseId) => releaseId is not null && IsId(releaseId)
        ? Path.GetFullPath(Path.Combine(folder, releaseId))
        : throw new ArgumentException(
            $"'{releaseId}' is no release id: lower-case letters, digits, '.', '_' and '-', at most 100, a letter or digit first", nameof(releaseId));

    private string DescriptionOf(string releaseId) => Path.Combine(Home(releaseId), "release.json");

    private IEnumerable<ReleaseManifest> Manifests(string releaseId)
    {
        var home = Home(releaseId);
        var numbers = Directory.Exists(home) ? Directory.EnumerateDirectories(home).Select(Path.GetFileName) : [];
        return numbers.Select(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .Where(n => n > 0).Order().Select(n => ReleaseManifest.Read(home, n)).OfType<ReleaseManifest>();
    }

    /// <summary>Where a file goes: under its own name, unless that place is the manifest's, a temporary name or another file's.</summary>
    private static string PlaceOf(string name, int version, IEnumerable<ReleaseManifest.Entry> others)
    {
        var taken = others.Select(o => o.Path).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var place = $"{ReleaseManifest.Number(version)}/{name}";
        if (name.Equals(ReleaseManifest.FileName, StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(AtomicFile.PartEnding, StringComparison.OrdinalIgnoreCase))
        {
            place += ".kept";
        }

        while (taken.Contains(place))
        {
            place += "_";
        }

        return place;
    }

    private ReleaseManifest.Entry Copy(string home, string place, GivenFile file)
    {
        AtomicFile.Write(Path.Combine(home, place), to =>
        {
            using var from = File.OpenRead(file.Source);
            if (Digests.Copy(from, to) != file.Sha256)
            {
                throw new IOException($"{file.Source} changed while it was copied; import it again when it is complete");
            }
        });
        return new ReleaseManifest.Entry(file.Name, place, file.Bytes, file.Sha256, time.GetUtcNow()) { Encoding = file.Encoding, Origin = file.Origin };
    }

    private KeptRelease Kept(ReleaseManifest manifest, IReadOnlyList<GivenFile> given, bool isNew)
    {
        var home = Home(manifest.Release);
        var files = manifest.Files.Select(f => new KeptFile(f.Name, Path.GetFullPath(f.Path, home), f.Bytes, f.Sha256) { Kept = f.Kept, Encoding = f.Encoding, Origin = f.Origin }).ToList();
        return new KeptRelease(manifest.Release, manifest.Version, files, isNew)
        {
            // Files of earlier versions keep their time; those that made this version lie in its folder.
            Kept = manifest.Files.Where(f => f.Path.StartsWith(ReleaseManifest.Number(manifest.Version) + "/", StringComparison.Ordinal)).Select(f => f.Kept)
                .DefaultIfEmpty(manifest.Files.Select(f => f.Kept).DefaultIfEmpty().Max()).Min(),
            Named = [.. files.Where((_, i) => given.Any(g => Same(manifest.Files[i], g)))],
        };
    }
}
