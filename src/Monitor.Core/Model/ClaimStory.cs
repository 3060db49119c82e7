namespace Monitor.Core.Model;

/// <summary>One claim as it was made, repeated, reworded and translated: every record of the corpus that says the same, with its places.</summary>
/// <param name="Lead">The wording nearest to its speaker: a post before a quotation before reported speech, then the earlier one.</param>
/// <param name="Wordings">All wordings, <paramref name="Lead"/> among them, the first said first (unknown dates last).</param>
/// <param name="Cut">True when there are more wordings than are followed.</param>
public sealed record ClaimStory(Claim Lead, IReadOnlyList<ClaimWording> Wordings, bool Cut)
{
    /// <summary>The numbers that its wordings state, in order of time: 284, then 770.</summary>
    public IReadOnlyList<StatedNumber> Numbers { get; init; } = [];

    /// <summary>Documents that repeat it and carry a notice of correction, and fact-checks of it.</summary>
    public IReadOnlyList<ClaimCorrection> Corrections { get; init; } = [];
}

/// <summary>One wording of a claim.</summary>
/// <param name="Claim">The claim in these words.</param>
/// <param name="Appearances">Its places, the oldest publication first.</param>
/// <param name="Changes">What differs from the lead's words; empty when the words are the same, or in another language.</param>
/// <param name="Why">Why it is the same claim; empty for the lead.</param>
public sealed record ClaimWording(Claim Claim, IReadOnlyList<Appearance> Appearances, IReadOnlyList<WordChange> Changes, string Why)
{
    /// <summary>When it was said, or else first published; null when neither is known.</summary>
    public DateTimeOffset? First => Claim.Said?.Time ?? FirstPublished;

    /// <summary>When the first of its documents was published; null when none tells.</summary>
    public DateTimeOffset? FirstPublished => Appearances.Select(a => a.Published).FirstOrDefault(p => p is not null);
}

/// <summary>A number in one wording of a claim, or in a claim near it.</summary>
/// <param name="Quantity">The number.</param>
/// <param name="ClaimId">The claim that states it.</param>
/// <param name="Speaker">Who states it; empty when unknown.</param>
/// <param name="When">When it was said, or else first published; null when neither is known.</param>
/// <param name="Near">True when the claim that states it is near this one, not the same.</param>
public sealed record StatedNumber(Quantity Quantity, string ClaimId, string Speaker, PartialDate? When, bool Near);

/// <summary>A document that corrects what it or others told.</summary>
/// <param name="DocumentId">The document.</param>
/// <param name="Text">Its words: the notice of correction, or the verdict of a fact-check.</param>
/// <param name="When">When the document was last changed, or else published; null when unknown.</param>
public sealed record ClaimCorrection(string DocumentId, string Text, DateTimeOffset? When);
