using System.IO.Compression;
using System.IO.Enumeration;
using Monitor.Core.Definitions;
using Monitor.Core.Evidence;

namespace Monitor.Core.Archives;

/// <summary>Finds the tables among the files of a release.</summary>
internal static class FileFinder
{
    private static readonly string[] Endings = [".csv", ".tsv"];

    public static FoundFiles Find(IReadOnlyList<string> paths)
    {
        var found = new List<FoundFiles>();
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
            {
                var files = Directory.EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint });
                found.AddRange(files.Order(StringComparer.Ordinal).Select(f => In(Path.GetRelativePath(path, f).Replace('\\', '/'), f, [])));
            }
            else
            {
                found.Add(File.Exists(path) ? In(Path.GetFileName(path), path, []) : new([], [new(path, "There is no such file or folder.")]));
            }
        }

        return new(
            found.SelectMany(f => f.Files).DistinctBy(f => (Path.GetFullPath(f.Path), f.Member)).OrderBy(f => f.Name, StringComparer.Ordinal).ToList(),
            found.SelectMany(f => f.Skipped).ToList());
    }

    /// <summary>The tables in one file.</summary>
    public static FoundFiles In(string name, string path, IReadOnlyList<TableMapping> mappings)
    {
        if (IsTable(name, mappings))
        {
            return new([new(name, path, null)], []);
        }

        return name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? Members(name, path, mappings) : new([], [new(path, WhyNot(name))]);
    }

    /// <summary>True when a mapping is for files of this name. The name counts without folders, zip file and .gz.</summary>
    public static bool IsFor(TableMapping mapping, ArchiveFile file) => mapping.Files.Count == 0 || Named(mapping, file.Member ?? file.Name);

    private static bool Named(TableMapping mapping, string name)
    {
        var last = Path.GetFileName(name);
        var unpacked = last.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? last[..^3] : last;
        return mapping.Files.Any(f => FileSystemName.MatchesSimpleExpression(f, last) || FileSystemName.MatchesSimpleExpression(f, unpacked));
    }

    private static FoundFiles Members(string name, string path, IReadOnlyList<TableMapping> mappings)
    {
        try
        {
            using var zip = ZipFile.OpenRead(path);
            var members = zip.Entries.Where(e => !e.FullName.EndsWith('/')).Select(e => e.FullName).Distinct().Order(StringComparer.Ordinal).ToList();
            var media = members.Count(MediaReference.IsMedia);
            var skipped = members.Where(m => !IsTable(m, mappings) && !MediaReference.IsMedia(m)).Select(m => new SkippedFile($"{path}!/{m}", WhyNot(m)));
            return new(
                members.Where(m => IsTable(m, mappings)).Select(m => new ArchiveFile($"{name}!/{m}", path, m)).ToList(),
                [.. skipped, .. media > 0 ? [new SkippedFile(path, $"{media:N0} media files in it; they are indexed, not imported.") { Expected = true }] : Array.Empty<SkippedFile>()]);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return new([], [new(path, $"The zip file cannot be read: {error.Message}")]);
        }
    }

    /// <summary>True for a name that is a table's; the "resource forks" that macOS adds to zip files are none.</summary>
    private static bool IsTable(string name, IReadOnlyList<TableMapping> mappings) =>
        (Array.Exists(Endings, e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase) || name.EndsWith(e + ".gz", StringComparison.OrdinalIgnoreCase)) || mappings.Any(m => m.Files.Count > 0 && Named(m, name)))
        && !name.StartsWith("__MACOSX/", StringComparison.Ordinal) && !Path.GetFileName(name).StartsWith("._", StringComparison.Ordinal);

    private static string WhyNot(string name) => MediaReference.IsMedia(name)
        ? "A media file; it is indexed, not imported."
        : "No table: known are .csv and .tsv, also in .gz, and .zip with such files; others can be named in a mapping.";
}
