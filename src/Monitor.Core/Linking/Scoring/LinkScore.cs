using Monitor.Core.Model;

namespace Monitor.Core.Linking.Scoring;

/// <summary>Makes a link of its reasons.</summary>
internal static class LinkScore
{
    private static readonly Dictionary<string, Weight> ByFeature = Weights.All.ToDictionary(w => w.Feature, StringComparer.Ordinal);

    /// <summary>Best weighted feature plus qualifiers, between 0 and 1, rounded to thousandths so that the order of additions does not show.</summary>
    public static double Of(IReadOnlyCollection<Reason> reasons)
    {
        var features = reasons.Where(r => !ByFeature[r.Feature].Qualifier).Select(r => r.Weight - ByFeature[r.Feature].Besides).DefaultIfEmpty(0).Max();
        var besides = reasons.DistinctBy(r => r.Feature).Sum(r => ByFeature[r.Feature].Besides);
        var qualifiers = reasons.Where(r => ByFeature[r.Feature].Qualifier).DistinctBy(r => r.Feature).Sum(r => r.Weight);
        return Math.Round(Math.Clamp(features + besides + qualifiers, 0, 1), 3);
    }

    /// <summary>True when something besides qualifiers speaks for the link.</summary>
    public static bool HasFeature(IReadOnlyCollection<Reason> reasons) => reasons.Any(r => !ByFeature[r.Feature].Qualifier);

    /// <summary>The link with its reasons in order: strongest first, then by feature and value.</summary>
    public static Link Make(LinkKind kind, string from, string target, IEnumerable<Reason> reasons, IEnumerable<string> groups)
    {
        List<Reason> ordered =
        [
            .. reasons.Distinct().OrderByDescending(r => r.Weight).ThenBy(r => r.Feature, StringComparer.Ordinal).ThenBy(r => r.TargetValue, StringComparer.Ordinal)
                .ThenBy(r => r.ClaimValue, StringComparer.Ordinal),
        ];
        return new(Ids.Link(kind, from, target), kind, from, target, Of(ordered), ordered) { Groups = [.. groups.Distinct().Order(StringComparer.Ordinal)] };
    }

    /// <summary>A reason of the table's weight, times a factor.</summary>
    public static Reason Because(this Weight weight, string claimValue, string targetValue, string sentence, RowRef? source, double factor = 1) =>
        new(weight.Feature, claimValue, targetValue, Math.Round(weight.Value * factor, 3), sentence, source);
}
