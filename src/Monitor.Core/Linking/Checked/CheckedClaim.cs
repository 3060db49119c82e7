using Monitor.Core.Model;

namespace Monitor.Core.Linking;

/// <summary>A claim that was checked before, as a collection of fact-checks lists it.</summary>
/// <param name="Id">Its id in the collection.</param>
/// <param name="Claim">The claim in the checker's words.</param>
/// <param name="Title">Headline of the check; empty when not given.</param>
public sealed record CheckedClaim(string Id, string Claim, string Title)
{
    /// <summary>Subtitle of the check; empty when not given.</summary>
    public string Subtitle { get; init; } = "";

    /// <summary>Date of the check; null when not given.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>Verdict as printed; empty when not given.</summary>
    public string Rating { get; init; } = "";

    /// <summary>Who checked it; empty when not given.</summary>
    public string Publisher { get; init; } = "";

    /// <summary>Where the check stands; empty when not given.</summary>
    public string Url { get; init; } = "";

    /// <summary>Id of the document of the corpus that holds the check; empty for a claim of a file.</summary>
    public string DocumentId { get; init; } = "";
}

/// <summary>A post or sentence for which an earlier check is wanted.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">Its words, without the signature of an embedded post.</param>
public sealed record CheckQuery(string Id, string Text)
{
    /// <summary>Name and handle of its author; empty when unknown.</summary>
    public string Author { get; init; } = "";

    /// <summary>When it was made; null when unknown.</summary>
    public DateTimeOffset? Date { get; init; }

    /// <summary>True when a picture or film was attached.</summary>
    public bool Picture { get; init; }
}

/// <summary>An earlier check that may be about the query.</summary>
/// <param name="Checked">The earlier check.</param>
/// <param name="Score">Sum of the reasons' weights; orders the matches of one query.</param>
/// <param name="Reasons">Every feature with its value and what it adds.</param>
public sealed record CheckedMatch(CheckedClaim Checked, double Score, IReadOnlyList<Reason> Reasons)
{
    /// <summary>Ids of further checks with the same claim word for word.</summary>
    public IReadOnlyList<string> Copies { get; init; } = [];

    /// <summary>Words in common, stemmed, the rarest first.</summary>
    public IReadOnlyList<string> Shared { get; init; } = [];

    /// <summary>Share of the query's rare words that the check holds, 0 to 1.</summary>
    public double Covered { get; init; }
}
