namespace Monitor.Core.Reviews;

/// <summary>The verdicts that a desk allows, and who publishes them. A desk may word its own scale; entries written under an older scale stay as they are.</summary>
public sealed class ReviewOptions
{
    private static readonly string[] DefaultClaimVerdicts = ["true", "mostly true", "mixed", "mostly false", "false", "unproven", "not checkable"];
    private static readonly string[] DefaultUnratedVerdicts = ["unproven", "not checkable"];
    private static readonly string[] DefaultAccountVerdicts = ["real person", "operated", "unclear"];

    /// <summary>Verdicts on a claim and on its parts, from true to false; empty for the usual seven.</summary>
    public IReadOnlyList<string> ClaimVerdicts { get; init; } = [];

    /// <summary>Those of <see cref="ClaimVerdicts"/> that say nothing of truth, so that they have no number on a rating; empty for <c>unproven</c> and <c>not checkable</c>.</summary>
    public IReadOnlyList<string> UnratedVerdicts { get; init; } = [];

    /// <summary>Verdicts on an account; empty for <c>real person</c>, <c>operated</c>, <c>unclear</c>. Samples read the first as real person, the second as operated, and all others as not decided.</summary>
    public IReadOnlyList<string> AccountVerdicts { get; init; } = [];

    /// <summary>Name of the organisation that publishes verdicts; without it and <see cref="Address"/> none is put out as ClaimReview.</summary>
    public string Publisher { get; init; } = "";

    /// <summary>Its web address; empty for none.</summary>
    public string PublisherUrl { get; init; } = "";

    /// <summary>The address under which the public reads this Monitor's pages, such as <c>https://checks.newsroom.example</c>; search engines want it in each review.</summary>
    public string Address { get; init; } = "";

    /// <summary>The verdicts allowed for a subject: accounts are told from claims by the colon in their id.</summary>
    public IReadOnlyList<string> ScaleFor(string subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return subject.Contains(':', StringComparison.Ordinal)
            ? AccountVerdicts.Count > 0 ? AccountVerdicts : DefaultAccountVerdicts
            : ClaimVerdicts.Count > 0 ? ClaimVerdicts : DefaultClaimVerdicts;
    }

    /// <summary>
    /// Where a verdict stands between the worst (1, false) and the best (the number of rated verdicts, true); null when it says nothing of truth or is not on today's scale.
    /// </summary>
    public (int Value, int Best)? Rating(string verdict)
    {
        var unrated = UnratedVerdicts.Count > 0 ? UnratedVerdicts : DefaultUnratedVerdicts;
        var rated = ScaleFor("").Except(unrated, StringComparer.Ordinal).ToList();
        return rated.IndexOf(verdict) is var i and >= 0 ? (rated.Count - i, rated.Count) : null;
    }
}
