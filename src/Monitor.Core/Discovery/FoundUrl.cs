using Monitor.Core.Model;

namespace Monitor.Core.Discovery;

/// <summary>A url that a feed or a list names, with what it says about it.</summary>
/// <param name="Url">Canonical absolute http or https url.</param>
/// <param name="Title">Title as plain text; null when there is none.</param>
/// <param name="Published">When it was published (or, failing that, changed), with the offset of the source; null when unknown or unreadable.</param>
/// <param name="EntryId">The feed's own id of the entry (guid, atom:id), kept as written; null when there is none.</param>
/// <param name="Summary">Summary as plain text, at most 1,000 characters; null when there is none.</param>
public sealed record FoundUrl(string Url, string? Title, DateTimeOffset? Published, string? EntryId, string? Summary);

/// <summary>What a discovery page yields.</summary>
/// <param name="Items">Urls in the order of the page, each once.</param>
/// <param name="Issues">What is wrong with the page, each with its place and mend.</param>
/// <param name="Format"><c>rss</c>, <c>atom</c>, <c>json</c> or <c>html-list</c>; empty when the page could not be read at all.</param>
public sealed record FoundUrls(IReadOnlyList<FoundUrl> Items, IReadOnlyList<Issue> Issues, string Format);
