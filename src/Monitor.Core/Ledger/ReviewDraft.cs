using Monitor.Core.Model;

namespace Monitor.Core.Ledger;

/// <summary>An entry before it has its place in the chain; the members are those of <see cref="Review"/>.</summary>
public sealed record ReviewDraft(string Subject, string Verdict, string Reviewer, string Note, IReadOnlyList<Model.Evidence> Evidence, long? Corrects = null)
{
    /// <inheritdoc cref="Review.Kind"/>
    public ReviewKind Kind { get; init; }

    /// <inheritdoc cref="Review.Parts"/>
    public IReadOnlyList<PartVerdict> Parts { get; init; } = [];

    /// <inheritdoc cref="Review.Known"/>
    public IReadOnlyList<string>? Known { get; init; }

    /// <inheritdoc cref="Review.About"/>
    public long? About { get; init; }

    /// <inheritdoc cref="Review.People"/>
    public IReadOnlyList<string> People { get; init; } = [];

    /// <inheritdoc cref="Review.Salt"/>
    public string? Salt { get; init; }
}
