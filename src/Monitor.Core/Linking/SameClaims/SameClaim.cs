using Monitor.Core.Linking.Scoring;
using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Linking.SameClaims;

/// <summary>
/// Whether two claims are one: nearly the same words, or the same anchors in two languages, by speakers that may be one. The rule is the same from both ends, so
/// it does not matter which claim came first. Two wordings that deny and assert are never one; two that state other numbers at other times are near, not the same.
/// </summary>
internal static class SameClaim
{
    /// <summary>Words in common over all words (Jaccard), by one speaker.</summary>
    private const double LeastShare = .6;

    /// <summary>Words in common over those of the shorter wording: a quotation leaves out, and adds little.</summary>
    private const double LeastContained = .75;

    /// <summary>Words that the shorter wording must have; fewer agree by chance.</summary>
    private const int LeastWords = 5;

    /// <summary>Words in common when two different speakers are named: an outlet that repeats, not one that answers.</summary>
    private const double LeastShareOfOthers = .8;

    /// <summary>Anchors that two wordings in two languages must share, and their share of all anchors.</summary>
    private const int LeastAnchors = 3;
    private const double LeastAnchorShare = .5;

    /// <summary>Days within which one saying is reported, and within which other numbers are drift rather than news.</summary>
    private const int OneSaying = 7;

    /// <summary>The reason why they are one; null when they are not.</summary>
    public static Reason? Of(Claim a, Claim b)
    {
        var speakers = Speakers(a.Speaker, b.Speaker);
        if (Denies(a) != Denies(b))
        {
            return null;
        }

        var (numbersA, numbersB) = (ClaimAnchors.Numbers(a), ClaimAnchors.Numbers(b));
        var otherNumbers = numbersA.Count > 0 && numbersB.Count > 0 && !numbersA.SetEquals(numbersB);
        if (otherNumbers && (speakers != Relation.Same || DaysApart(a, b) is not <= OneSaying))
        {
            return null;
        }

        var drift = otherNumbers ? $"; the numbers differ ({string.Join(", ", numbersA.Order(StringComparer.Ordinal))} and {string.Join(", ", numbersB.Order(StringComparer.Ordinal))})" : "";
        return ByWords(a, b, speakers) is { } words ? Because(a, b, words + drift)
            : a.Language != b.Language && !otherNumbers && ByAnchors(a, b, speakers) is { } anchors ? Because(a, b, anchors)
            : null;
    }

    /// <summary>True when the link says that both ends are one claim.</summary>
    public static bool IsTold(Link link) => link.Kind == LinkKind.Claim && link.Reasons.Any(r => r.Feature == Weights.SameClaim.Feature);

    private static Reason Because(Claim a, Claim b, string why) => Weights.SameClaim.Because(a.Text, b.Text, why + ".", null);

    private static string? ByWords(Claim a, Claim b, Relation speakers)
    {
        var (x, y) = (ClaimComparer.Words(a.Text), ClaimComparer.Words(b.Text));
        var (shared, shorter) = (x.Count(y.Contains), Math.Min(x.Count, y.Count));
        if (shorter < LeastWords)
        {
            return null;
        }

        var share = shared / (double)(x.Count + y.Count - shared);
        var same = speakers == Relation.Other ? share >= LeastShareOfOthers : share >= LeastShare || shared >= LeastContained * shorter;
        return same ? $"{shared} of the {shorter} words of the shorter wording stand in both{By(speakers)}" : null;
    }

    private static string? ByAnchors(Claim a, Claim b, Relation speakers)
    {
        var (x, y) = (ClaimAnchors.Of(a), ClaimAnchors.Of(b));
        var shared = x.Where(y.Contains).Order(StringComparer.Ordinal).ToList();
        var least = speakers == Relation.Same ? LeastAnchors : LeastAnchors + 1;
        return speakers != Relation.Other && shared.Count >= least && shared.Exists(ClaimAnchors.IsTelling)
            && shared.Count >= LeastAnchorShare * (x.Count + y.Count - shared.Count) && DaysApart(a, b) is null or <= OneSaying
            ? $"in two languages, with {string.Join(", ", shared.Select(s => s.Replace('=', ' ')))} in both{By(speakers)}"
            : null;
    }

    private static string By(Relation speakers) => speakers switch
    {
        Relation.Same => ", told of the same speaker",
        Relation.Other => ", told of two speakers",
        _ => "",
    };

    private static double? DaysApart(Claim a, Claim b) => a.Said is { } x && b.Said is { } y ? Math.Abs((x.Time - y.Time).TotalDays) : null;

    private static bool Denies(Claim claim) => Negation.In(claim.Text);

    private static Relation Speakers(Speaker a, Speaker b)
    {
        if (a.Handle is { Length: > 0 } x && b.Handle is { Length: > 0 } y)
        {
            return string.Equals(x, y, StringComparison.OrdinalIgnoreCase) ? Relation.Same : Relation.Other;
        }

        if (a.Name.Length == 0 || b.Name.Length == 0)
        {
            return Relation.Unknown;
        }

        return string.Equals(a.Name, b.Name, StringComparison.OrdinalIgnoreCase) || LastName(a.Name, b.Name) || Names.Compare(a.Name, b.Name).Verdict == NameVerdict.Same ? Relation.Same : Relation.Other;
    }

    /// <summary>A text that calls its speaker by the last name only ("Zarif") where the words agree as well.</summary>
    private static bool LastName(string a, string b)
    {
        var (x, y) = (a.Split(' '), b.Split(' '));
        return (x.Length == 1 || y.Length == 1) && Names.Compare(x[^1], y[^1]).Verdict == NameVerdict.Same;
    }

    private enum Relation
    {
        Same,
        Unknown,
        Other,
    }
}
