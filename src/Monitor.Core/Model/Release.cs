namespace Monitor.Core.Model;

/// <summary>One published dataset of accounts: a takedown archive or a suspension list, or an announcement without files.</summary>
/// <param name="Id">File stem of its catalogue entry, such as <c>twitter-iran-2018-10</c>.</param>
/// <param name="Title">Its name for people.</param>
/// <param name="Platform">Lower-case platform: twitter, facebook, …</param>
public sealed record Release(string Id, string Title, string Platform)
{
    /// <summary>Countries the publisher names, ISO 3166-1 alpha-2.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>When it was announced.</summary>
    public PartialDate? Announced { get; init; }

    /// <summary>Numbers of the announcement, each with its source.</summary>
    public IReadOnlyList<AnnouncedCount> AnnouncedCounts { get; init; } = [];

    /// <summary>Url of the announcement.</summary>
    public string Source { get; init; } = "";

    /// <summary>How to cite it.</summary>
    public string Citation { get; init; } = "";

    /// <summary>The publisher's words on what it is, shortly.</summary>
    public string Description { get; init; } = "";

    /// <summary>What is known to be uncertain about this entry.</summary>
    public IReadOnlyList<string> Unsure { get; init; } = [];

    /// <summary>Names of the files that the publisher lists.</summary>
    public IReadOnlyList<string> FileNames { get; init; } = [];

    /// <summary>Ids of releases that this one is announced together with or replaces.</summary>
    public IReadOnlyList<string> Related { get; init; } = [];

    /// <summary>Imported versions, oldest first; empty when only announced.</summary>
    public IReadOnlyList<ReleaseVersion> Versions { get; init; } = [];
}

/// <summary>A number in the announcement of a release.</summary>
/// <param name="Value">The number.</param>
/// <param name="Of">What it counts: accounts, tweets, media.</param>
/// <param name="Qualifier">"exactly", "about", "more than".</param>
/// <param name="Sure">False when the number was not seen in its source.</param>
/// <param name="On">When it was stated, if not with the announcement (284 in August, 770 later).</param>
public sealed record AnnouncedCount(long Value, string Of, string Qualifier, bool Sure, PartialDate? On);

/// <summary>One imported state of a release.</summary>
/// <param name="Number">1, 2, …; a changed file makes a new one.</param>
/// <param name="Imported">When it was imported.</param>
/// <param name="Files">Its files.</param>
public sealed record ReleaseVersion(int Number, DateTimeOffset Imported, IReadOnlyList<ReleaseFile> Files)
{
    /// <summary>Accounts received.</summary>
    public long Accounts { get; init; }

    /// <summary>Of these, accounts whose id, handle and name are hashed by the publisher.</summary>
    public long HashedAccounts { get; init; }

    /// <summary>Posts received.</summary>
    public long Posts { get; init; }

    /// <summary>Rows in quarantine.</summary>
    public long Quarantined { get; init; }

    /// <summary>Media files to which the release refers; null when no list or folder of media was given.</summary>
    public long? Media { get; init; }
}

/// <summary>A file of a release, kept verbatim.</summary>
/// <param name="Name">File name, with a path inside a zip after <c>!/</c>.</param>
/// <param name="Bytes">Size in bytes.</param>
/// <param name="Sha256">SHA-256 in lower-case hex.</param>
/// <param name="Format">Detected format, such as <c>twitter-users</c>.</param>
/// <param name="Rows">Data rows in it.</param>
public sealed record ReleaseFile(string Name, long Bytes, string Sha256, string Format, long Rows)
{
    /// <summary>Ending of the names of mappings, which lie beside the files that are read by them.</summary>
    public const string MappingEnding = ".mapping.yaml";
}

/// <summary>Where a record stands in a release, down to the row and the byte.</summary>
/// <param name="Release">Release id.</param>
/// <param name="Version">Release version.</param>
/// <param name="File">File name as in <see cref="ReleaseFile.Name"/>.</param>
/// <param name="Line">Number of the line on which the row begins, from 1, the header being line 1.</param>
/// <param name="Offset">Offset of the row's first byte in the (unpacked) file; -1 when not known.</param>
public sealed record RowRef(string Release, int Version, string File, long Line, long Offset);
