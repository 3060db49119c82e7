using System.Globalization;
using Monitor.Core.Linking.Checked;
using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Linking;

/// <summary>
/// Finds earlier checks of a claim in a collection held in memory: candidates by words and by letters, then a linear model over features that a person can read, each times
/// its weight a reason. Equal input gives equal output, in whatever order the claims come; ties stand in the order of the claims' words. Safe for use by several threads.
/// </summary>
public sealed class ClaimMatcher
{
    private readonly CheckedIndex index;
    private readonly MatchVectors vectors;
    private readonly IReadOnlyList<double> weights;
    private readonly string[] folded;

    /// <summary>Reads a collection and trains word vectors on it, where it is large enough.</summary>
    /// <param name="claims">The collection.</param>
    /// <param name="useDates">Whether the dates of post and check count; figures with and without differ much where posts were taken from the checks.</param>
    public ClaimMatcher(IReadOnlyList<CheckedClaim> claims, bool useDates = true)
        : this(claims, useDates, null)
    {
    }

    /// <summary>Reads a part of a collection; without word vectors.</summary>
    internal ClaimMatcher(IReadOnlyList<CheckedClaim> claims, bool useDates, CollectionCounts? counts)
    {
        ArgumentNullException.ThrowIfNull(claims);
        var sorted = claims.Select(c => (Claim: c, Folded: Analyzer.Fold(c.Claim))).OrderBy(c => c.Folded, StringComparer.Ordinal).ThenBy(c => c.Claim.Title, StringComparer.Ordinal)
            .ThenBy(c => c.Claim.Id, StringComparer.Ordinal).ToList();
        folded = [.. sorted.Select(s => s.Folded)];
        index = new([.. sorted.Select(s => s.Claim)], counts, vectors: counts is null);
        weights = MatchWeights.Default.For(useDates, index.HasMeaning);
        vectors = new(index);
    }

    /// <summary>The earlier checks that fit best, best first; word-for-word copies of a claim are one match.</summary>
    public IReadOnlyList<CheckedMatch> Match(CheckQuery query, int top)
    {
        ArgumentNullException.ThrowIfNull(query);
        return
        [
            .. vectors.Of(query).Select(v => (Vector: v, Score: MatchTrainer.Sum(weights, v.Values))).OrderByDescending(m => m.Score).ThenBy(m => m.Vector.Claim)
                .GroupBy(m => folded[m.Vector.Claim], StringComparer.Ordinal)
                .Take(top).Select(g => Told(query, g.First().Vector, index.Claims[g.First().Vector.Claim], weights, [.. g.Skip(1).Select(m => index.Claims[m.Vector.Claim].Id)])),
        ];
    }

    /// <summary>Lines <c>query Q0 claim rank score tag</c> as trec_eval reads them; copies of a claim stand right behind it.</summary>
    public IEnumerable<string> TrecRun(IEnumerable<CheckQuery> queries, int top, string tag)
    {
        ArgumentNullException.ThrowIfNull(queries);
        foreach (var query in queries)
        {
            var rank = 0;
            foreach (var (id, score) in Match(query, top).SelectMany(m => m.Copies.Prepend(m.Checked.Id).Select(id => (id, m.Score))).Take(top))
            {
                rank++;
                yield return string.Create(CultureInfo.InvariantCulture, $"{query.Id} Q0 {id} {rank} {score - (rank * 1e-6):0.000000} {tag}");
            }
        }
    }

    internal static CheckedMatch Told(CheckQuery query, MatchVector vector, CheckedClaim known, IReadOnlyList<double> weights, IReadOnlyList<string> copies)
    {
        var reasons = new List<Reason>();
        for (var i = 0; i < weights.Count; i++)
        {
            if (vector.Values[i] != 0 && weights[i] != 0)
            {
                var feature = MatchFeature.All[i];
                var (own, its) = vector.Compared(query, known, feature.Name);
                reasons.Add(new(feature.Name, own, its, Math.Round(vector.Values[i] * weights[i], 6), string.Create(CultureInfo.InvariantCulture, $"{feature.Sentence}: {vector.Values[i]:0.###}"), null));
            }
        }

        return new(known, reasons.Sum(r => r.Weight), [.. reasons.OrderByDescending(r => Math.Abs(r.Weight))]) { Copies = copies, Shared = vector.Shared, Covered = vector.Values[MatchFeature.Index("covered")] };
    }
}
