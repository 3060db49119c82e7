namespace Monitor.Core.Model;

/// <summary>How a claim reaches the reader.</summary>
public enum ClaimKind
{
    /// <summary>Words between quotation marks.</summary>
    Quote,

    /// <summary>Reported speech: "X said that …", "according to X …".</summary>
    Reported,

    /// <summary>A post on a platform.</summary>
    Post,

    /// <summary>The author's own assertion.</summary>
    Statement,

    /// <summary>An answer to a question or charge, also a refusal to comment.</summary>
    Response,
}

/// <summary>A checkable assertion with its speaker and date.</summary>
/// <param name="Id">Content-derived id of the normalised words and speaker, see <see cref="Ids.Claim"/>.</param>
/// <param name="Text">The words as first found.</param>
/// <param name="Kind">How it reached the reader where it was first found.</param>
/// <param name="Speaker">Who said it.</param>
public sealed record Claim(string Id, string Text, ClaimKind Kind, Speaker Speaker)
{
    /// <summary>When it was said; null when neither post nor text tells.</summary>
    public PartialDate? Said { get; init; }

    /// <summary>BCP 47 language of <see cref="Text"/>.</summary>
    public string Language { get; init; } = "und";

    /// <summary>Check-worthiness between 0 and 1; says how much a check would matter, not whether the claim is true.</summary>
    public double Score { get; init; }

    /// <summary>Hashtags in it without #.</summary>
    public IReadOnlyList<string> Hashtags { get; init; } = [];

    /// <summary>Handles it names without @.</summary>
    public IReadOnlyList<string> Handles { get; init; } = [];

    /// <summary>Numbers it states.</summary>
    public IReadOnlyList<Quantity> Quantities { get; init; } = [];

    /// <summary>What can be checked one by one.</summary>
    public IReadOnlyList<ClaimPart> Parts { get; init; } = [];
}

/// <summary>Who made a claim.</summary>
/// <param name="Name">Resolved name, such as "Javad Zarif" or "Twitter"; empty when unknown.</param>
public sealed record Speaker(string Name)
{
    /// <summary>No known speaker.</summary>
    public static Speaker Unknown { get; } = new("");

    /// <summary>Handle without @, where known.</summary>
    public string? Handle { get; init; }

    /// <summary>Office as written ("foreign minister"), where known.</summary>
    public string? Office { get; init; }

    /// <summary>ISO 3166-1 alpha-2 country, where known.</summary>
    public string? Country { get; init; }
}

/// <summary>One place where a claim was made or repeated.</summary>
/// <param name="Id">Content-derived id, see <see cref="Ids.Appearance"/>.</param>
/// <param name="ClaimId">The claim.</param>
/// <param name="DocumentId">The document.</param>
/// <param name="Start">Offset of the first UTF-16 unit in the document's text; 0, as <paramref name="End"/>, for words of a headline that the text leaves out.</param>
/// <param name="End">Offset behind the last one.</param>
/// <param name="Text">The words here, which may differ from the claim's.</param>
/// <param name="Kind">How it reaches the reader here.</param>
/// <param name="SpeakerText">The speaker as written here ("the foreign minister", "he").</param>
public sealed record Appearance(
    string Id,
    string ClaimId,
    string DocumentId,
    int Start,
    int End,
    string Text,
    ClaimKind Kind,
    string SpeakerText)
{
    /// <summary>Where the words differ from the claim's: words left out, put in or changed; empty when they are the same.</summary>
    public IReadOnlyList<WordChange> Differences { get; init; } = [];

    /// <summary>When the document was published, for the order of appearances.</summary>
    public DateTimeOffset? Published { get; init; }

    /// <summary>Offset of the first UTF-16 unit of <see cref="SpeakerText"/> in the document's text; -1 when the text names no speaker there.</summary>
    public int SpeakerStart { get; init; } = -1;

    /// <summary>The pieces of words that their attribution breaks ("…," he said, "…"), in order; empty for words in one piece.</summary>
    public IReadOnlyList<Piece> Pieces { get; init; } = [];
}

/// <summary>A stretch of a document's text.</summary>
/// <param name="Start">Offset of its first UTF-16 unit.</param>
/// <param name="End">Offset behind its last one.</param>
public sealed record Piece(int Start, int End);

/// <summary>One difference between two wordings.</summary>
/// <param name="Before">Words of the claim; empty when something was put in.</param>
/// <param name="After">Words of the appearance; empty when something was left out.</param>
public sealed record WordChange(string Before, string After);

/// <summary>A number that a claim states.</summary>
/// <param name="Value">The number; for a range its lower end.</param>
/// <param name="Unit">What it counts in: "accounts", "tweets", "TB"; empty for a bare number.</param>
/// <param name="Of">What the units are of: "linked to Iran"; empty when not said.</param>
/// <param name="Qualifier">"exactly", "almost", "more than", "about", "hundreds of", "up to".</param>
/// <param name="Text">The words that state it.</param>
public sealed record Quantity(double Value, string Unit, string Of, string Qualifier, string Text)
{
    /// <summary>Upper end of a range; null for a single number.</summary>
    public double? To { get; init; }
}

/// <summary>A part of a claim that can be checked by itself.</summary>
/// <param name="Kind">actor, action, object, group, number, time, place, or qualifier.</param>
/// <param name="Text">Its words.</param>
/// <param name="Start">Offset in the claim's text.</param>
/// <param name="End">Offset behind it.</param>
public sealed record ClaimPart(string Kind, string Text, int Start, int End);
