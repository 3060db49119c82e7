namespace Monitor.Core.Reviews;

/// <summary>The verdicts that a desk allows. A desk may word its own scale; entries written under an older scale stay as they are.</summary>
public sealed class ReviewOptions
{
    /// <summary>Verdicts on a claim.</summary>
    public IReadOnlyList<string> ClaimVerdicts { get; init; } = ["true", "mostly true", "mixed", "mostly false", "false", "unproven", "not checkable"];

    /// <summary>Verdicts on an account.</summary>
    public IReadOnlyList<string> AccountVerdicts { get; init; } = ["real person", "operated", "unclear"];
}
