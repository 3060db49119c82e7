using System.Security.Cryptography;
using System.Text;
using Monitor.Core.Linking.Checked;
using Monitor.Core.Text;

namespace Monitor.Core.Linking;

/// <summary>A query whose right earlier checks people named.</summary>
/// <param name="Query">The query.</param>
/// <param name="Right">Ids of the right claims.</param>
public sealed record JudgedQuery(CheckQuery Query, IReadOnlySet<string> Right);

/// <summary>What a ranking gave for one query.</summary>
/// <param name="Query">The query.</param>
/// <param name="Matches">The best matches; word-for-word copies are one.</param>
/// <param name="Ranks">Ranks of the right ones, from 1, in order; those that are not among the candidates are missing.</param>
public sealed record RankedQuery(JudgedQuery Query, IReadOnlyList<CheckedMatch> Matches, IReadOnlyList<int> Ranks)
{
    /// <summary>Rank of the first right one; 0 when none is among the candidates.</summary>
    public int Rank => Ranks.Count > 0 ? Ranks[0] : 0;
}

/// <summary>
/// Learns the weights of the features of earlier checks and ranks by weights that have not seen a query's right claim: five folds by the words of the right claim, so that copies and
/// further posts about it fall into the same fold. The ranking itself never sees what is right.
/// </summary>
public sealed class MatchSchool
{
    private const int Folds = 5;

    private readonly IReadOnlyList<CheckedClaim> claims;
    private readonly Dictionary<string, string> folded;
    private readonly List<Pupil> pupils = [];
    private readonly bool hasMeaning;

    /// <summary>Reads a collection and its queries, and finds every query's candidates.</summary>
    public MatchSchool(IReadOnlyList<CheckedClaim> claims, IReadOnlyList<JudgedQuery> queries)
    {
        ArgumentNullException.ThrowIfNull(claims);
        ArgumentNullException.ThrowIfNull(queries);
        this.claims = [.. claims.OrderBy(c => Analyzer.Fold(c.Claim), StringComparer.Ordinal).ThenBy(c => c.Title, StringComparer.Ordinal).ThenBy(c => c.Id, StringComparer.Ordinal)];
        folded = this.claims.ToDictionary(c => c.Id, c => Analyzer.Fold(c.Claim), StringComparer.Ordinal);
        var index = new CheckedIndex(this.claims, vectors: true);
        hasMeaning = index.HasMeaning;
        var vectors = new MatchVectors(index);
        foreach (var query in queries)
        {
            var right = query.Right.Where(folded.ContainsKey).Select(r => folded[r]).ToHashSet(StringComparer.Ordinal);
            var candidates = vectors.Of(query.Query);
            pupils.Add(new(query, right, candidates, new([.. candidates.Select(c => c.Values)], [.. candidates.Select(c => right.Contains(folded[this.claims[c.Claim].Id]))])));
        }
    }

    /// <summary>Share of queries whose right claim is among the candidates.</summary>
    public double Recall => pupils.Count == 0 ? double.NaN : (double)pupils.Count(p => p.Lesson.Right.Any(r => r)) / pupils.Count;

    /// <summary>Ranks every query by weights learned from the queries of the other folds.</summary>
    public IReadOnlyList<RankedQuery> CrossRanked(bool dates, bool meaning)
    {
        var ranked = new Dictionary<Pupil, RankedQuery>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var weights = MatchTrainer.Train(pupils.Where(p => p.Fold != fold).Select(p => p.Lesson), dates, meaning);
            foreach (var pupil in pupils.Where(p => p.Fold == fold))
            {
                ranked[pupil] = Rank(pupil, weights);
            }
        }

        return [.. pupils.Select(p => ranked[p])];
    }

    /// <summary>Ranks every query by the weights that come with Monitor.</summary>
    public IReadOnlyList<RankedQuery> Ranked(bool dates) => [.. pupils.Select(p => Rank(p, MatchWeights.Default.For(dates, hasMeaning)))];

    /// <summary>Learns from all queries of several collections and writes the weights.</summary>
    public static void Train(IReadOnlyList<MatchSchool> schools, TextWriter writer, IEnumerable<string> remarks)
    {
        ArgumentNullException.ThrowIfNull(schools);
        ArgumentNullException.ThrowIfNull(writer);
        var lessons = schools.SelectMany(s => s.pupils).Select(p => p.Lesson).ToList();
        new MatchWeights([.. new[] { (true, true), (false, true), (true, false), (false, false) }.Select(s => MatchTrainer.Train(lessons, s.Item1, s.Item2))]).Write(writer, remarks);
    }

    private RankedQuery Rank(Pupil pupil, IReadOnlyList<double> weights)
    {
        var order = pupil.Candidates.Select(c => (Candidate: c, Score: MatchTrainer.Sum(weights, c.Values))).OrderByDescending(c => c.Score).ThenBy(c => c.Candidate.Claim)
            .DistinctBy(c => folded[claims[c.Candidate.Claim].Id], StringComparer.Ordinal).ToList();
        var ranks = order.Select((c, i) => (c, Rank: i + 1)).Where(c => pupil.Right.Contains(folded[claims[c.c.Candidate.Claim].Id])).Select(c => c.Rank).ToList();
        return new(pupil.Query, [.. order.Take(5).Select(c => ClaimMatcher.Told(pupil.Query.Query, c.Candidate, claims[c.Candidate.Claim], weights, []))], ranks);
    }

    /// <summary>A query with its candidates.</summary>
    private sealed record Pupil(JudgedQuery Query, HashSet<string> Right, List<MatchVector> Candidates, MatchLesson Lesson)
    {
        public int Fold { get; } = SHA256.HashData(Encoding.UTF8.GetBytes(Right.Order(StringComparer.Ordinal).FirstOrDefault() ?? Query.Query.Id))[0] % Folds;

        public bool Equals(Pupil? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);
    }
}
