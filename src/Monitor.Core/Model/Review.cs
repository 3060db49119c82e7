namespace Monitor.Core.Model;

/// <summary>What an entry of the chain says.</summary>
public enum ReviewKind
{
    /// <summary>A verdict on a claim or an account.</summary>
    Verdict,

    /// <summary>A verdict on a claim is published, or withdrawn from publication.</summary>
    Publication,

    /// <summary>A sample is given to two reviewers, who do not see each other's verdicts, and an adjudicator.</summary>
    Assignment,
}

/// <summary>An entry of the chain: a person's verdict on a claim or an account, or what is done with one; append-only.</summary>
/// <param name="Sequence">Place in the chain, from 1.</param>
/// <param name="Subject">Claim id or account id; sample id of an assignment.</param>
/// <param name="Verdict">A value of the configured scale, such as <c>unproven</c> or <c>real person</c>; <c>published</c> or <c>withdrawn</c> of a publication; empty of an assignment and while sealed.</param>
/// <param name="Reviewer">Name of the person who decided.</param>
/// <param name="Time">When.</param>
/// <param name="Note">Why, in the reviewer's words.</param>
/// <param name="Evidence">What it is on, first, in the words it had then; and what it rests on.</param>
/// <param name="Corrects">Sequence of the review that this one corrects; null for none.</param>
/// <param name="PreviousHash">Hash of the entry before, 64 zeros for the first.</param>
/// <param name="Hash">SHA-256 (hex) over the canonical JSON of all the above.</param>
public sealed record Review(
    long Sequence,
    string Subject,
    string Verdict,
    string Reviewer,
    DateTimeOffset Time,
    string Note,
    IReadOnlyList<Evidence> Evidence,
    long? Corrects,
    string PreviousHash,
    string Hash)
{
    /// <summary>What it says.</summary>
    public ReviewKind Kind { get; init; }

    /// <summary>Verdicts on the parts of a claim, in order of the claim.</summary>
    public IReadOnlyList<PartVerdict> Parts { get; init; } = [];

    /// <summary>What was linked to the subject and observed of it when the verdict was given, so that what is new since can be told; null for entries from before this was kept.</summary>
    public IReadOnlyList<string>? Known { get; init; }

    /// <summary>Sequence of the verdict that a publication is about.</summary>
    public long? About { get; init; }

    /// <summary>First reviewer, second reviewer and adjudicator of an assignment.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    /// <summary>Random hex digits in an entry that is written sealed, so that its verdict cannot be found by trying the few that there are against its hash.</summary>
    public string? Salt { get; init; }

    /// <summary>True when what it says is withheld until both reviewers of a blind double review have judged the account: verdict, note, evidence and salt are then empty.</summary>
    public bool Sealed { get; init; }
}

/// <summary>A verdict on one part of a claim.</summary>
/// <param name="Kind">Kind of the part, such as <c>number</c>.</param>
/// <param name="Text">Its words.</param>
/// <param name="Start">Offset in the claim's text.</param>
/// <param name="End">Offset behind it.</param>
/// <param name="Verdict">A value of the claim scale.</param>
/// <param name="Note">Why; empty when the whole says it.</param>
/// <param name="Evidence">References of those pieces of the entry's evidence that carry it.</param>
public sealed record PartVerdict(string Kind, string Text, int Start, int End, string Verdict, string Note, IReadOnlyList<string> Evidence);

/// <summary>What a verdict rests on: a row of a release, a place in a document, or a url.</summary>
/// <param name="Kind">row, document, capture or url.</param>
/// <param name="Reference">Where it stands, such as <c>twitter-iran-2018-10/1/users.csv:17</c> or a document id with offsets.</param>
/// <param name="Quote">The words or values relied on, kept so that a later change can be seen.</param>
public sealed record Evidence(string Kind, string Reference, string Quote);
