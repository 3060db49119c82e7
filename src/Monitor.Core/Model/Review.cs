namespace Monitor.Core.Model;

/// <summary>A person's verdict on a claim or an account; append-only.</summary>
/// <param name="Sequence">Place in the chain, from 1.</param>
/// <param name="Subject">Claim id or account id.</param>
/// <param name="Verdict">A value of the configured scale, such as <c>unproven</c> or <c>real person</c>.</param>
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
    string Hash);

/// <summary>What a verdict rests on: a row of a release, a place in a document, or a url.</summary>
/// <param name="Kind">row, document, capture or url.</param>
/// <param name="Reference">Where it stands, such as <c>twitter-iran-2018-10/1/users.csv:17</c> or a document id with offsets.</param>
/// <param name="Quote">The words or values relied on, kept so that a later change can be seen.</param>
public sealed record Evidence(string Kind, string Reference, string Quote);
