using Monitor.Core.Model;

namespace Monitor.Core.Corpus;

/// <summary>The kinds that a search can be asked for.</summary>
public enum SearchKind
{
    /// <summary>Claims.</summary>
    Claims,

    /// <summary>Documents.</summary>
    Documents,

    /// <summary>Accounts.</summary>
    Accounts,

    /// <summary>Posts.</summary>
    Posts,

    /// <summary>Releases.</summary>
    Releases,
}

/// <summary>Order of hits.</summary>
public enum SearchSort
{
    /// <summary>Best first.</summary>
    Relevance,

    /// <summary>Newest first, undated last.</summary>
    Newest,

    /// <summary>Oldest first, undated last.</summary>
    Oldest,
}

/// <summary>What to search for.</summary>
/// <param name="Query">A parsed query, made by the query parser.</param>
/// <param name="In">Kinds searched; all when empty.</param>
public sealed record SearchRequest(Query.QueryNode Query, IReadOnlyList<SearchKind> In)
{
    /// <summary>Most hits on the page, 1 to 1,000.</summary>
    public int Limit { get; init; } = 20;

    /// <summary>Where to go on, from <see cref="SearchPage.Next"/>.</summary>
    public string? Cursor { get; init; }

    /// <summary>Order of hits.</summary>
    public SearchSort Sort { get; init; }

    /// <summary>Facets wanted: source, country, language, speaker, kind, release, platform.</summary>
    public IReadOnlyList<string> Facets { get; init; } = [];
}

/// <summary>One page of hits.</summary>
/// <param name="Hits">In order.</param>
/// <param name="Total">Hits on all pages.</param>
/// <param name="Next">Cursor of the next page; null on the last.</param>
/// <param name="Facets">Counts by facet and value, most first.</param>
public sealed record SearchPage(
    IReadOnlyList<SearchHit> Hits,
    long Total,
    string? Next,
    IReadOnlyDictionary<string, IReadOnlyList<ValueCount>> Facets);

/// <summary>One hit.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id (the account id for accounts).</param>
/// <param name="Title">Headline, speaker, name or release title.</param>
/// <param name="Text">Snippet of the original text, at most about 300 characters.</param>
/// <param name="Score">Orders the hits of one page; larger is better.</param>
/// <param name="Highlights">What matched, as ranges in <paramref name="Text"/>.</param>
/// <param name="Source">Where it comes from: source id, or release id.</param>
/// <param name="Date">Publication, saying, creation or post time.</param>
public sealed record SearchHit(
    SearchKind Kind,
    string Id,
    string Title,
    string Text,
    double Score,
    IReadOnlyList<Text.TextSpan> Highlights,
    string Source,
    DateTimeOffset? Date);
