using Monitor.Core.Model;

namespace Monitor.Web.Display;

/// <summary>The reasons of a link as a page shows them: the first ones open, the others behind a summary.</summary>
/// <param name="Link">The link.</param>
/// <param name="Language">Language of the values on the claim's or document's side.</param>
/// <param name="Open">How many are shown at once.</param>
internal sealed record ReasonList(Link Link, string? Language, int Open = 3)
{
    public IEnumerable<Reason> First => Link.Reasons.Take(Open);

    public IReadOnlyList<Reason> Others => [.. Link.Reasons.Skip(Open)];

    /// <summary>The one row that all values on the other side come from; null when there are several or none.</summary>
    public RowRef? OneRow => Link.Reasons.Select(r => r.Source).Distinct().ToList() is [{ } row] ? row : null;

    /// <summary>True when the two values say more than the sentence alone.</summary>
    public static bool Compares(Reason reason) => reason.ClaimValue.Length > 0 && reason.TargetValue.Length > 0 && reason.ClaimValue != reason.TargetValue;
}
