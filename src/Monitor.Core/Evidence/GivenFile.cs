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

    /// <summary>Encoding that was named for it; null when none was.</summary>
    public string? Encoding { get; init; }

    /// <summary>For an index of media: the file or folder that it is of.</summary>
    public string? Origin { get; init; }

    /// <summary>
    /// All files that the paths name, hashed, in the order of their names. Links and hidden files in folders are left out. Media are not among them; instead of the media of
    /// each path stands one index of them.
    /// </summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="scratch">Gives the place of a temporary file for an index.</param>
    /// <param name="also">Files under names of their own, such as mappings.</param>
    /// <param name="encoding">Encoding that was named for the files.</param>
    /// <exception cref="FileNotFoundException">A path is neither file nor folder.</exception>
    /// <exception cref="ArgumentException">Two different files would have one name.</exception>
    public static IReadOnlyList<GivenFile> Find(IReadOnlyList<string> paths, Func<string> scratch, IReadOnlyList<(string Name, string Source)>? also = null, string? encoding = null)
    {
        var found = new SortedDictionary<string, GivenFile>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var media = new List<MediaReference>();
            foreach (var (name, source) in Expand(path).OrderBy(f => f.Name, StringComparer.Ordinal))
            {
                var (inside, only) = ReleaseMediaIndex.In(name, source);
                media.AddRange(inside);
                if (!only)
                {
                    Add(found, Hashed(name, source) with { Encoding = encoding });
                }
            }

            if (media.Count > 0)
            {
                var index = scratch();
                ReleaseMediaIndex.Write(index, media);
                Add(found, Hashed(ReleaseMediaIndex.NameFor(path), index) with { Origin = Path.GetFullPath(path) });
            }
        }

        foreach (var (name, source) in also ?? [])
        {
            Add(found, Hashed(Safe(name), source));
        }

        return [.. found.Values];
    }

    /// <summary>Fails when a path is not there, before anything is begun.</summary>
    /// <exception cref="FileNotFoundException">A path is neither file nor folder.</exception>
    /// <exception cref="ArgumentException">There is no file at all.</exception>
    public static void Check(IReadOnlyList<string> paths)
    {
        if (!paths.SelectMany(Expand).Any())
        {
            throw new ArgumentException($"there is no file in {string.Join(", ", paths)}", nameof(paths));
        }
    }

    private static GivenFile Hashed(string name, string source) => new(name, source, new FileInfo(source).Length, Digests.HexOfFile(source));

    private static void Add(SortedDictionary<string, GivenFile> found, GivenFile file)
    {
        if (!found.TryAdd(file.Name, file) && found[file.Name].Sha256 != file.Sha256)
        {
            throw new ArgumentException(
                $"{found[file.Name].Origin ?? found[file.Name].Source} and {file.Origin ?? file.Source} would both be kept as '{file.Name}'; give the folder above them instead", nameof(file));
        }
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
