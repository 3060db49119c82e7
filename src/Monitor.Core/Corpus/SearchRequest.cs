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

    /// <summary>Claims by how many outlets they appeared in (<see cref="SearchHit.Outlets"/>), most first; what is no claim behind them.</summary>
    Spread,
}

/// <summary>Width of a bar of the histogram of dates, in UTC.</summary>
public enum DateStep
{
    /// <summary>Years, as "2018".</summary>
    Year,

    /// <summary>Months, as "2018-09".</summary>
    Month,

    /// <summary>Days, as "2018-09-16".</summary>
    Day,
}

/// <summary>
/// Newer hits before older ones of equal relevance: a hit's score is multiplied by <see cref="Least"/> + (1 − <see cref="Least"/>)·2^(−age/half-life), where the age counts back
/// from <paramref name="Now"/> and what is dated later counts as new; what has no date is multiplied by <see cref="Least"/>.
/// </summary>
/// <param name="Now">Moment from which ages count.</param>
/// <param name="HalfLife">Age at which half of the bonus is gone; more than nothing.</param>
public sealed record Recency(DateTimeOffset Now, TimeSpan HalfLife)
{
    /// <summary>What the oldest hits keep of their score.</summary>
    public const double Least = 0.1;

    /// <summary>What the score of a hit with this date (milliseconds of Unix time) is multiplied by.</summary>
    internal double Factor(long? date) =>
        date is { } time ? Least + ((1 - Least) * Math.Pow(2, -Math.Max(0, Now.ToUnixTimeMilliseconds() - time) / HalfLife.TotalMilliseconds)) : Least;
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

    /// <summary>Facets wanted: source, country, language, speaker, kind, release, platform, verdict.</summary>
    public IReadOnlyList<string> Facets { get; init; } = [];

    /// <summary>Wanted histogram of dates.</summary>
    public DateStep? Histogram { get; init; }

    /// <summary>Favours new hits in the order of relevance; null for relevance alone.</summary>
    public Recency? Recency { get; init; }

    /// <summary>
    /// Folds near-identical hits of a page into the first of them, see <see cref="SearchHit.Similar"/>; a page then goes on until it has its number of different hits or has
    /// looked at <see cref="HitFolder.MostLooked"/>.
    /// </summary>
    public bool Fold { get; init; }

    /// <summary>Wants suggestions for words that nothing matches.</summary>
    public bool Suggest { get; init; }
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
    IReadOnlyDictionary<string, IReadOnlyList<ValueCount>> Facets)
{
    /// <summary>Hits by period of UTC in order of time, periods without hits left out; undated hits are not in it. Empty when it was not asked for.</summary>
    public IReadOnlyList<ValueCount> Histogram { get; init; } = [];

    /// <summary>Words of the query that nothing matches, with what may be meant.</summary>
    public IReadOnlyList<WordSuggestion> Suggestions { get; init; } = [];

    /// <summary>True when better hits may have been passed over, because not all matches were ranked.</summary>
    public bool Approximate { get; init; }

    /// <summary>True when <see cref="Total"/>, facets and histogram are estimates: "about".</summary>
    public bool CountsAbout { get; init; }
}

/// <summary>What a word may have been meant to be.</summary>
/// <param name="Word">The word as typed.</param>
/// <param name="Suggestion">A word of the corpus that is one slip from it, as a text writes it; the one that most records hold.</param>
/// <param name="Query">The whole query with the suggestion in the place of the word.</param>
public sealed record WordSuggestion(string Word, string Suggestion, string Query);

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
    DateTimeOffset? Date)
{
    /// <summary>Outlets in whose documents a claim appeared (see <see cref="RecordKeys.OutletOf"/>); null for what is no claim.</summary>
    public int? Outlets { get; init; }

    /// <summary>Further hits with nearly the same text, in the order of hits; they stand on no page themselves.</summary>
    public IReadOnlyList<SimilarHit> Similar { get; init; } = [];
}

/// <summary>A hit that was folded into another.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Id">Its id.</param>
/// <param name="Title">As <see cref="SearchHit.Title"/>.</param>
/// <param name="Source">As <see cref="SearchHit.Source"/>.</param>
/// <param name="Date">As <see cref="SearchHit.Date"/>.</param>
public sealed record SimilarHit(SearchKind Kind, string Id, string Title, string Source, DateTimeOffset? Date);
