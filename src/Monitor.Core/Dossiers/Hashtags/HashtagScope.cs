using System.Globalization;
using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Query;
using Monitor.Core.Model;

namespace Monitor.Core.Dossiers.Hashtags;

/// <summary>What was searched for a hashtag, so that an empty answer says what it is worth.</summary>
/// <param name="Posts">Posts in the corpus.</param>
/// <param name="WithPosts">Titles of imported releases with posts.</param>
/// <param name="WithoutPosts">Titles of imported releases of which only accounts or events are here.</param>
/// <param name="NotImported">Titles of releases known from their announcement only.</param>
/// <param name="Accounts">Accounts of the releases with posts.</param>
/// <param name="Hashed">Of these, accounts with hashed names.</param>
/// <param name="From">First post in the corpus.</param>
/// <param name="To">Last post in the corpus.</param>
public sealed record HashtagScope(
    long Posts,
    IReadOnlyList<string> WithPosts,
    IReadOnlyList<string> WithoutPosts,
    IReadOnlyList<string> NotImported,
    long Accounts,
    long Hashed,
    DateTimeOffset? From,
    DateTimeOffset? To)
{
    private const int Named = 8;

    /// <summary>The scope in sentences.</summary>
    public IReadOnlyList<string> Sentences => [.. Lines()];

    internal static async Task<HashtagScope> Of(ICorpus corpus, CancellationToken cancel)
    {
        var releases = await corpus.Releases(cancel);
        var imported = releases.Where(r => r.Versions.Count > 0).ToList();
        var withPosts = imported.Where(r => r.Versions[^1].Posts > 0).ToList();
        var counts = await corpus.Counts(cancel);
        return new(
            counts.GetValueOrDefault(RecordKind.Post),
            Titles(withPosts), Titles(imported.Except(withPosts)), Titles(releases.Except(imported)),
            withPosts.Sum(r => r.Versions[^1].Accounts), withPosts.Sum(r => r.Versions[^1].HashedAccounts),
            await End(corpus, SearchSort.Oldest, cancel), await End(corpus, SearchSort.Newest, cancel));
    }

    private static List<string> Titles(IEnumerable<Release> releases) => [.. releases.Select(r => r.Title)];

    private static async Task<DateTimeOffset?> End(ICorpus corpus, SearchSort sort, CancellationToken cancel) =>
        (await corpus.Search(new SearchRequest(new AllNode(), [SearchKind.Posts]) { Limit = 1, Sort = sort }, cancel)).Hits is [var hit] ? hit.Date : null;

    private IEnumerable<string> Lines()
    {
        var culture = CultureInfo.InvariantCulture;
        yield return Posts == 0
            ? "No posts are imported, so no use of any hashtag can be found."
            : string.Create(culture, $"Searched: {Posts:N0} post{(Posts == 1 ? "" : "s")} of {Releases(WithPosts)}{(From is { } from && To is { } to ? string.Create(culture, $", from {from.UtcDateTime:MMMM yyyy} to {to.UtcDateTime:MMMM yyyy}") : "")}.");
        if (Hashed > 0)
        {
            yield return string.Create(culture, $"{Hashed:N0} of the {Accounts:N0} accounts of these releases have hashed names: their posts were searched, but who they were is not told.");
        }

        if (WithoutPosts.Count > 0)
        {
            yield return $"Only accounts or dated observations, and no posts, are imported of {Releases(WithoutPosts)}: a use there cannot be found here.";
        }

        if (NotImported.Count > 0)
        {
            yield return $"Nothing is imported of {Releases(NotImported)}, known from the announcement only.";
        }

        yield return "Not in any release: posts deleted before it was made, accounts that the platform left standing, and words in pictures and videos.";
    }

    private static string Releases(IReadOnlyList<string> titles) => string.Create(
        CultureInfo.InvariantCulture,
        $"{titles.Count} release{(titles.Count == 1 ? "" : "s")}{(titles.Count == 0 ? "" : $" ({string.Join("; ", titles.Take(Named))}{(titles.Count > Named ? $"; and {titles.Count - Named} more" : "")})")}");
}
