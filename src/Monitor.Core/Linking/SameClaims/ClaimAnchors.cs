using System.Globalization;
using Monitor.Core.Linking.Places;
using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Linking.SameClaims;

/// <summary>What of a claim survives translation: numbers, handles, hashtags, groups of people, countries, platforms. Each as <c>kind=value</c>.</summary>
internal static class ClaimAnchors
{
    /// <summary>Smaller numbers stand in too many sentences to tell two apart.</summary>
    private const double LeastNumber = 10;

    /// <summary>Kinds of which at least one must be shared: countries and platforms alone are shared by all claims on one subject.</summary>
    private static readonly string[] Telling = ["number=", "handle=", "hashtag=", "group="];

    public static HashSet<string> Of(Claim claim)
    {
        var anchors = new HashSet<string>(StringComparer.Ordinal);
        anchors.UnionWith(Numbers(claim).Select(n => "number=" + n));
        anchors.UnionWith(claim.Handles.Select(h => "handle=" + h.TrimStart('@').ToLowerInvariant()));
        anchors.UnionWith(claim.Hashtags.Select(h => "hashtag=" + Analyzer.Fold(h)));
        anchors.UnionWith(GroupFinder.InClaim(claim.Text).Select(g => "group=" + g.Group));
        anchors.UnionWith(Gazetteer.Countries(claim.Text).Select(c => "country=" + c.Country));
        anchors.UnionWith(Platforms.In(claim.Text).Select(p => "platform=" + p));
        return anchors;
    }

    public static bool IsTelling(string anchor) => Telling.Any(t => anchor.StartsWith(t, StringComparison.Ordinal));

    /// <summary>The numbers by which two claims can be told apart.</summary>
    public static HashSet<string> Numbers(Claim claim) =>
        [.. claim.Quantities.Where(q => q.Value >= LeastNumber).Select(q => q.Value.ToString(CultureInfo.InvariantCulture))];
}
