using Monitor.Core.Model;

namespace Monitor.Core.Discovery;

/// <summary>A feed as it was read, without any rule applied.</summary>
/// <param name="Format"><c>rss</c>, <c>atom</c> or <c>json</c>; empty when the bytes are no feed.</param>
/// <param name="Entries">Its entries in the order of the feed, duplicates included.</param>
/// <param name="Issues">What is wrong with it, each with its place and mend.</param>
public sealed record Feed(string Format, IReadOnlyList<FeedEntry> Entries, IReadOnlyList<Issue> Issues)
{
    /// <summary>Title of the feed as plain text; empty when it has none.</summary>
    public string Title { get; init; } = "";

    /// <summary>The site that the feed belongs to, absolute; empty when not said.</summary>
    public string Site { get; init; } = "";

    /// <summary>Language as the feed declares it; empty when not said.</summary>
    public string Language { get; init; } = "";

    /// <summary>Version as the feed declares it (2.0, 1.0, 0.3 …); empty when not said.</summary>
    public string Version { get; init; } = "";
}

/// <summary>One entry of a feed.</summary>
/// <param name="Url">Absolute url, not canonicalised; null when the entry names none that http could fetch.</param>
/// <param name="Title">Title as plain text; empty when it has none.</param>
/// <param name="Published">When it was published, with the offset of the source; null when not said or unreadable.</param>
/// <param name="Updated">When it was last changed; null likewise.</param>
/// <param name="EntryId">The feed's own id, as written; null when it has none.</param>
/// <param name="Summary">Summary or content as plain text, at most 1,000 characters; empty when it has none.</param>
/// <param name="Line">Line of the decoded feed on which the entry begins, from 1; its number from 1 in a JSON feed.</param>
public sealed record FeedEntry(string? Url, string Title, DateTimeOffset? Published, DateTimeOffset? Updated, string? EntryId, string Summary, int Line);
