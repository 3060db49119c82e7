namespace Monitor.Core.Reviews;

/// <summary>The verdicts that a desk allows. A desk may word its own scale; entries written under an older scale stay as they are.</summary>
public sealed class ReviewOptions
{
    private static readonly string[] DefaultClaimVerdicts = ["true", "mostly true", "mixed", "mostly false", "false", "unproven", "not checkable"];
    private static readonly string[] DefaultAccountVerdicts = ["real person", "operated", "unclear"];

    /// <summary>Verdicts on a claim; empty for the usual seven.</summary>
    public IReadOnlyList<string> ClaimVerdicts { get; init; } = [];

    /// <summary>Verdicts on an account; empty for <c>real person</c>, <c>operated</c>, <c>unclear</c>. Samples read the first as real person, the second as operated, and all others as not decided.</summary>
    public IReadOnlyList<string> AccountVerdicts { get; init; } = [];

    /// <summary>The verdicts allowed for a subject: accounts are told from claims by the colon in their id.</summary>
    public IReadOnlyList<string> ScaleFor(string subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return subject.Contains(':', StringComparison.Ordinal)
            ? AccountVerdicts.Count > 0 ? AccountVerdicts : DefaultAccountVerdicts
            : ClaimVerdicts.Count > 0 ? ClaimVerdicts : DefaultClaimVerdicts;
    }
}
