using System.Globalization;
using Monitor.Core.Corpus.Query;
using Monitor.Core.Linking.Scoring;
using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Linking.SameClaims;

/// <summary>Compares two claims: words in common, numbers and names in common.</summary>
internal static class ClaimComparer
{
    /// <summary>Least share of words in common for "nearly the same words".</summary>
    private const double LeastShare = .5;

    /// <summary>Words of a claim that are searched for; the longest are the rarest.</summary>
    private const int WordsSearched = 8;

    /// <summary>Queries that find claims with some of this claim's words and numbers, and in any language those with its hashtags and handles.</summary>
    public static IEnumerable<QueryNode> Candidates(Claim claim)
    {
        List<QueryNode> words =
        [
            .. Words(claim.Text).Where(w => w.Length > 2).OrderByDescending(w => w.Length).ThenBy(w => w, StringComparer.Ordinal).Take(WordsSearched)
                .Concat(claim.Quantities.Select(q => q.Value.ToString(CultureInfo.InvariantCulture))).Distinct().Select(w => new WordNode(w)),
        ];
        List<QueryNode> tags =
        [
            .. claim.Hashtags.Select(h => new FieldNode("hashtag", h.TrimStart('#'), false)), .. claim.Handles.Select(h => new WordNode("@" + h.TrimStart('@'))),
        ];
        return new[] { words, tags }.Where(n => n.Count > 0).Select(n => n.Count == 1 ? n[0] : new OrNode(n));
    }

    /// <summary>What the two have in common; empty when that is too little.</summary>
    public static IReadOnlyList<Reason> Reasons(Claim claim, Claim other)
    {
        var (a, b) = (Words(claim.Text), Words(other.Text));
        var shared = a.Intersect(b).ToList();
        var share = Math.Min(a.Count, b.Count) < 4 ? 0 : shared.Count / (double)(a.Count + b.Count - shared.Count);
        var contained = Math.Min(a.Count, b.Count) < 6 ? 0 : .95 * shared.Count / Math.Min(a.Count, b.Count);
        var likeness = Math.Max(share, contained >= .75 ? contained : 0);
        var reasons = new List<Reason>();
        if (SameClaim.Of(claim, other) is { } same)
        {
            reasons.Add(same);
        }

        if (likeness >= LeastShare)
        {
            reasons.Add(Weights.SameWording.Because(claim.Text, other.Text, $"{shared.Count} of {Math.Max(a.Count, b.Count)} words are the same.", null, likeness));
        }

        var numbers = claim.Quantities.Where(q => q.Value >= 10 && other.Quantities.Any(o => o.Value.Equals(q.Value))).Select(q => q.Text).Distinct().ToList();
        var places = Places.Gazetteer.Countries(claim.Text).Select(c => c.Country).Intersect(Places.Gazetteer.Countries(other.Text).Select(c => c.Country)).ToList();
        var platforms = Places.Platforms.In(claim.Text).Intersect(Places.Platforms.In(other.Text)).ToList();
        if (numbers.Count > 0 && (places.Count > 0 || platforms.Count > 0 || shared.Count >= 3))
        {
            var values = string.Join(", ", numbers.Concat(places).Concat(platforms));
            reasons.Add(Weights.SharedNumbers.Because(values, values, $"Both speak of {values}.", null));
        }

        if (reasons.Count > 0 && claim.Speaker.Name.Length > 0 && Names.Compare(claim.Speaker.Name, other.Speaker.Name).Verdict == NameVerdict.Same)
        {
            reasons.Add(Weights.SameSpeaker.Because(claim.Speaker.Name, other.Speaker.Name, "Both are told of the same speaker.", null));
        }

        return reasons;
    }

    /// <summary>The words that count, by the analyzer.</summary>
    public static HashSet<string> Words(string text) =>
        [.. Analyzer.Terms(text).Where(t => !t.Stop && (char.IsLetterOrDigit(t.Value[0]))).Select(t => t.Value)];
}
