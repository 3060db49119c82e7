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
