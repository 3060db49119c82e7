using Monitor.Core.Model;

namespace Monitor.Core.Evidence;

/// <summary>A release file that is kept verbatim.</summary>
/// <param name="Name">Its name as it was given; below a folder, the path from there with <c>/</c>.</param>
/// <param name="Path">Where it is kept.</param>
/// <param name="Bytes">Size in bytes.</param>
/// <param name="Sha256">SHA-256 in lower-case hex.</param>
public sealed record KeptFile(string Name, string Path, long Bytes, string Sha256)
{
    /// <summary>When it was first kept.</summary>
    public DateTimeOffset Kept { get; init; }

    /// <summary>Name of the encoding that was given for it on import; null when none was.</summary>
    public string? Encoding { get; init; }

    /// <summary>For an index of media: the file or folder that it was made of, where it lay on the machine of the import.</summary>
    public string? Origin { get; init; }

    /// <summary>True for a mapping, by which tables of the version are read.</summary>
    public bool IsMapping => Name.EndsWith(ReleaseFile.MappingEnding, StringComparison.OrdinalIgnoreCase);

    /// <summary>True for an index of media files that were given and not copied.</summary>
    public bool IsMediaIndex => ReleaseMediaIndex.IsNamed(Name);
}

/// <summary>One version of a release as it is kept.</summary>
/// <param name="ReleaseId">Release id.</param>
/// <param name="Version">1, 2, …</param>
/// <param name="Files">All files of this version, by name.</param>
/// <param name="New">True when the call that returned this kept at least one file that was not there before.</param>
public sealed record KeptRelease(string ReleaseId, int Version, IReadOnlyList<KeptFile> Files, bool New)
{
    /// <summary>When the first file of this version was kept.</summary>
    public DateTimeOffset Kept { get; init; }

    /// <summary>Those of <see cref="Files"/> that the call named, whether new or kept before; empty when nothing was named.</summary>
    public IReadOnlyList<KeptFile> Named { get; init; } = [];
}
