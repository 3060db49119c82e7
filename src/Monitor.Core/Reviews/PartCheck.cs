using System.Globalization;
using Monitor.Core.Model;

namespace Monitor.Core.Reviews;

/// <summary>A verdict on one part of a claim, to be recorded.</summary>
/// <param name="Number">Place of the part in the claim's list, from 1, as pages and commands show it.</param>
/// <param name="Verdict">A value of the claim scale.</param>
/// <param name="Note">Why; may be empty.</param>
/// <param name="Evidence">References of those pieces of the request's evidence that carry it.</param>
public sealed record PartRequest(int Number, string Verdict, string Note, IReadOnlyList<string> Evidence);

/// <summary>Holds verdicts on parts against the claim's parts, the scale and the evidence of the whole.</summary>
internal static class PartCheck
{
    /// <summary>The verdicts with the parts' words, in order of the claim; or what is wrong and how to mend it.</summary>
    public static (IReadOnlyList<PartVerdict> Parts, string? Error) Of(ReviewRequest request, Claim? claim, IReadOnlyList<string> scale)
    {
        if (request.Parts.Count == 0)
        {
            return ([], null);
        }

        if (claim is null)
        {
            return ([], "only a claim has parts");
        }

        var references = request.Evidence.Select(e => e.Reference).ToHashSet(StringComparer.Ordinal);
        var parts = new List<PartVerdict>();
        foreach (var part in request.Parts.OrderBy(p => p.Number))
        {
            var number = part.Number.ToString(CultureInfo.InvariantCulture);
            if (part.Number < 1 || part.Number > claim.Parts.Count)
            {
                return ([], $"the claim has no part {number}; it has {claim.Parts.Count}, see 'monitor review parts {claim.Id}'");
            }

            if (parts.Any(p => p.Start == claim.Parts[part.Number - 1].Start && p.Kind == claim.Parts[part.Number - 1].Kind))
            {
                return ([], $"part {number} has two verdicts; give one");
            }

            if (!scale.Contains(part.Verdict))
            {
                return ([], $"verdict '{part.Verdict}' on part {number} is not on the scale: {string.Join(", ", scale)}");
            }

            if (part.Evidence.FirstOrDefault(e => !references.Contains(e)) is { } stray)
            {
                return ([], $"part {number} rests on '{stray}', which is not among the evidence of the verdict; add it there");
            }

            var of = claim.Parts[part.Number - 1];
            parts.Add(new(of.Kind, of.Text, of.Start, of.End, part.Verdict, part.Note.Trim(), [.. part.Evidence.Distinct(StringComparer.Ordinal)]));
        }

        return (parts, null);
    }
}
