using System.IO.Compression;

namespace Monitor.Core.Archives;

/// <summary>Finds the tables among the files of a release.</summary>
internal static class FileFinder
{
    private static readonly HashSet<string> Media = new(StringComparer.OrdinalIgnoreCase)
    {
        ".jpg", ".jpeg", ".png", ".gif", ".webp", ".mp4", ".mov", ".m4v", ".mp3", ".webm", ".ts", ".m3u8",
    };

    public static FoundFiles Find(IReadOnlyList<string> paths)
    {
        var found = new List<FoundFiles>();
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
            {
                var files = Directory.EnumerateFiles(path, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint });
                found.AddRange(files.Order(StringComparer.Ordinal).Select(f => In(Path.GetRelativePath(path, f).Replace('\\', '/'), f)));
            }
            else
            {
                found.Add(File.Exists(path) ? In(Path.GetFileName(path), path) : new([], [new(path, "There is no such file or folder.")]));
            }
        }

        return new(
            found.SelectMany(f => f.Files).DistinctBy(f => (Path.GetFullPath(f.Path), f.Member)).OrderBy(f => f.Name, StringComparer.Ordinal).ToList(),
            found.SelectMany(f => f.Skipped).ToList());
    }

    public static FoundFiles In(string name, string path)
    {
        if (IsTable(name))
        {
            return new([new(name, path, null)], []);
        }

        return name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) ? Members(name, path) : new([], [new(path, WhyNot(name))]);
    }

    private static FoundFiles Members(string name, string path)
    {
        try
        {
            using var zip = ZipFile.OpenRead(path);
            var members = zip.Entries.Where(e => !e.FullName.EndsWith('/')).Select(e => e.FullName).Distinct().Order(StringComparer.Ordinal).ToList();
            return new(
                members.Where(IsTable).Select(m => new ArchiveFile($"{name}!/{m}", path, m)).ToList(),
                members.Where(m => !IsTable(m)).Select(m => new SkippedFile($"{path}!/{m}", WhyNot(m))).ToList());
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return new([], [new(path, $"The zip file cannot be read: {error.Message}")]);
        }
    }

    /// <summary>True for a name that is a table's; the "resource forks" that macOS adds to zip files are none.</summary>
    private static bool IsTable(string name) =>
        (name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".csv.gz", StringComparison.OrdinalIgnoreCase))
        && !name.StartsWith("__MACOSX/", StringComparison.Ordinal) && !Path.GetFileName(name).StartsWith("._", StringComparison.Ordinal);

    private static string WhyNot(string name) => Media.Contains(Path.GetExtension(name))
        ? "A media file; it is not imported."
        : "No table: known are .csv, .csv.gz and .zip with such files.";
}
