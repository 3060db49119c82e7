namespace Monitor.Core.Evidence;

/// <summary>A file that somebody wants kept, with the name under which it will be known.</summary>
/// <param name="Name">File name, or path below the given folder with <c>/</c>.</param>
/// <param name="Source">Where it lies now.</param>
/// <param name="Bytes">Size in bytes.</param>
/// <param name="Sha256">SHA-256 in lower-case hex.</param>
internal sealed record GivenFile(string Name, string Source, long Bytes, string Sha256)
{
    private static readonly EnumerationOptions Below = new()
    {
        RecurseSubdirectories = true,
        // Links could lead round in circles or out of the folder; hidden files (.DS_Store and the like) are no part of a release.
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Hidden,
        IgnoreInaccessible = false,
    };

    /// <summary>All files that the paths name, hashed, in the order of their names. Links and hidden files in folders are left out.</summary>
    /// <exception cref="FileNotFoundException">A path is neither file nor folder.</exception>
    /// <exception cref="ArgumentException">Two different files would have one name.</exception>
    public static IReadOnlyList<GivenFile> Find(IReadOnlyList<string> paths)
    {
        var found = new SortedDictionary<string, GivenFile>(StringComparer.Ordinal);
        foreach (var (name, source) in paths.SelectMany(Expand))
        {
            var file = new GivenFile(name, source, new FileInfo(source).Length, Digests.HexOfFile(source));
            if (!found.TryAdd(name, file) && found[name].Sha256 != file.Sha256)
            {
                throw new ArgumentException(
                    $"{found[name].Source} and {source} would both be kept as '{name}'; give the folder above them instead", nameof(paths));
            }
        }

        return [.. found.Values];
    }

    private static IEnumerable<(string Name, string Source)> Expand(string path)
    {
        if (File.Exists(path))
        {
            return [(Safe(Path.GetFileName(path)), path)];
        }

        return Directory.Exists(path)
            ? Directory.EnumerateFiles(path, "*", Below).Select(f => (Safe(Path.GetRelativePath(path, f)), f))
            : throw new FileNotFoundException($"{path} is neither a file nor a folder", path);
    }

    /// <summary>A relative name that any file system takes: <c>/</c> between folders, no characters that lead elsewhere.</summary>
    internal static string Safe(string name)
    {
        var parts = name.Split(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar).Where(p => p.Length > 0).Select(SafePart);
        return string.Join('/', parts) is { Length: > 0 } safe ? safe : "_";
    }

    private static string SafePart(string part)
    {
        var safe = string.Concat(part.Select(c => char.IsControl(c) || "\\:*?\"<>|".Contains(c, StringComparison.Ordinal) ? '_' : c));
        return safe.Trim('.', ' ').Length == 0 ? "_" : safe;
    }
}
