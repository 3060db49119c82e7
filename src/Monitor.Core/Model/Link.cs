namespace Monitor.Core.Model;

/// <summary>What a link joins; the first end comes first.</summary>
public enum LinkKind
{
    /// <summary>Claim ↔ account.</summary>
    Account,

    /// <summary>Claim ↔ release.</summary>
    Release,

    /// <summary>Document ↔ release.</summary>
    Document,

    /// <summary>Claim ↔ claim.</summary>
    Claim,
}

/// <summary>A stated connection of two records with the reasons that made it.</summary>
/// <param name="Id">Content-derived id, see <see cref="Ids.Link"/>.</param>
/// <param name="Kind">What it joins.</param>
/// <param name="From">Claim id (document id for <see cref="LinkKind.Document"/>).</param>
/// <param name="Target">Account id, release id or claim id.</param>
/// <param name="Score">Best weighted feature plus named qualifiers, between 0 and 1; orders links, is no probability.</param>
/// <param name="Reasons">What was compared; never empty.</param>
public sealed record Link(string Id, LinkKind Kind, string From, string Target, double Score, IReadOnlyList<Reason> Reasons)
{
    /// <summary>Groups named on both ends, such as <c>student</c>.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];
}

/// <summary>One feature of a link: the two values compared and a sentence.</summary>
/// <param name="Feature">Stable name, such as <c>group-in-bio</c>.</param>
/// <param name="ClaimValue">The value on the claim's side.</param>
/// <param name="TargetValue">The value on the other side.</param>
/// <param name="Weight">What it adds to the score.</param>
/// <param name="Text">One plain sentence.</param>
/// <param name="Source">The row that holds the target's value; null when it comes from the catalogue or a document.</param>
public sealed record Reason(string Feature, string ClaimValue, string TargetValue, double Weight, string Text, RowRef? Source);

/// <summary>What was searched for links and what could not have been found.</summary>
/// <param name="Searched">What was looked at, with counts.</param>
/// <param name="NotFindable">What could not have been found, with counts and causes.</param>
/// <param name="Funnel">Named steps from all accounts to those linked, with counts.</param>
public sealed record Coverage(IReadOnlyList<string> Searched, IReadOnlyList<string> NotFindable, IReadOnlyList<ValueCount> Funnel);
