using System.Globalization;
using System.Text.RegularExpressions;
using Monitor.Core.Linking.Checked;
using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Linking;

/// <summary>
/// Finds earlier checks of a claim in a collection held in memory: candidates by BM25, then a linear model over features that a person can read, each times
/// its weight a reason. Equal input gives equal output; ties stand in the collection's order. Safe for use by several threads.
/// </summary>
/// <param name="claims">The collection.</param>
/// <param name="useDates">Whether the dates of post and check count; figures with and without differ much where posts were taken from the checks.</param>
public sealed partial class ClaimMatcher(IReadOnlyList<CheckedClaim> claims, bool useDates = true)
{
    /// <summary>Candidates that the linear model looks at.</summary>
    private const int Candidates = 100;

    /// <summary>What the author's name counts beside the words of the post.</summary>
    private const double AuthorWeight = .75;

    private readonly CheckedIndex index = new(claims);

    /// <summary>The earlier checks that fit best, best first; word-for-word copies of a claim are one match.</summary>
    public IReadOnlyList<CheckedMatch> Match(CheckQuery query, int top)
    {
        ArgumentNullException.ThrowIfNull(query);
        var words = CheckedIndex.Terms(query.Text);
        var weights = words.ToDictionary(w => w.Key, w => 1.5 * w.Value / (w.Value + .5), StringComparer.Ordinal);
        foreach (var name in CheckedIndex.Terms(query.Author).Keys)
        {
            weights[name] = Math.Max(weights.GetValueOrDefault(name), AuthorWeight);
        }

        var candidates = index.Best(weights, Math.Max(Candidates, top));
        if (candidates.Count == 0)
        {
            return [];
        }

        var grams = CharacterGrams.Of(query.Text);
        var norm = index.Norm(grams);
        var likeness = candidates.Select(c => index.Likeness(grams, norm, c.Claim)).ToList();
        var most = Math.Max(likeness.Max(), 1e-9);
        var highest = index.Highest(weights);
        var mass = weights.Sum(w => w.Value * index.Rarity(w.Key));
        var matches = candidates.Select((c, i) => Score(query, weights, c, likeness[i] / most, highest, mass)).OrderByDescending(m => m.Score).ToList();
        return [.. matches.GroupBy(m => Analyzer.Fold(m.Checked.Claim), StringComparer.Ordinal).Select(g => g.First() with { Copies = [.. g.Skip(1).Select(m => m.Checked.Id)] }).Take(top)];
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

    private CheckedMatch Score(CheckQuery query, Dictionary<string, double> weights, (int Claim, double Score) candidate, double likeness, double highest, double mass)
    {
        var known = claims[candidate.Claim];
        var text = $"{known.Claim} {known.Title} {known.Subtitle}";
        var terms = CheckedIndex.Terms(text);
        var shared = weights.Keys.Where(terms.ContainsKey).ToList();
        var reasons = new List<Reason>();
        void Add(MatchFeature feature, double value, string claimValue, string targetValue)
        {
            if (value != 0)
            {
                reasons.Add(new(feature.Name, claimValue, targetValue, Math.Round(value * feature.Weight, 6), string.Create(CultureInfo.InvariantCulture, $"{feature.Sentence}: {value:0.###}"), null));
            }
        }

        var rarest = shared.MaxBy(index.Rarity);
        Add(MatchFeature.Bm25, candidate.Score, query.Text, known.Claim);
        Add(MatchFeature.Bm25Share, highest > 0 ? candidate.Score / highest : 0, query.Text, known.Claim);
        Add(MatchFeature.Characters, likeness, query.Text, known.Claim);
        Add(MatchFeature.Covered, mass > 0 ? shared.Sum(s => weights[s] * index.Rarity(s)) / mass : 0, query.Text, string.Join(' ', shared.Order(StringComparer.Ordinal)));
        Add(MatchFeature.Rarest, rarest is null ? 0 : index.Rarity(rarest), rarest ?? "", rarest ?? "");
        var numbers = Numbers(query.Text);
        var missing = Numbers(known.Claim).Where(n => !numbers.Contains(n)).Distinct().Take(3).ToList();
        Add(MatchFeature.NumbersMissing, missing.Count, string.Join(' ', numbers), string.Join(' ', missing));
        Add(MatchFeature.Picture, query.Picture && Pictures().IsMatch(text) ? 1 : 0, "picture attached", Pictures().Match(text).Value);
        Add(MatchFeature.Author, Posting().IsMatch(text) && NamesAuthor(query.Author, terms) ? 1 : 0, query.Author, known.Claim);
        AddDates(query, known, text, Add);
        return new(known, reasons.Sum(r => r.Weight), reasons);
    }

    private void AddDates(CheckQuery query, CheckedClaim known, string text, Action<MatchFeature, double, string, string> add)
    {
        if (query.Date is not { } made)
        {
            return;
        }

        var years = Years().Matches(text).Select(m => m.Value).Distinct().ToList();
        var year = made.Year.ToString(CultureInfo.InvariantCulture);
        add(years.Contains(year) ? MatchFeature.Year : MatchFeature.OtherYear, years.Count > 0 ? 1 : 0, year, string.Join(' ', years));
        if (useDates && known.Date is { } date)
        {
            var days = (date - made).TotalDays;
            add(days < -1 ? MatchFeature.Before : MatchFeature.Fortnight, days is < -1 or (>= -1 and <= 14) ? 1 : 0, made.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
    }

    private static bool NamesAuthor(string author, Dictionary<string, float> terms) =>
        author.Length > 0 && CheckedIndex.Terms(author).Keys.Any(n => n.Length > 2 && terms.ContainsKey(n));

    private static List<string> Numbers(string text) =>
        [.. Number().Matches(text).Select(m => m.Value.Replace(",", "", StringComparison.Ordinal)).Where(n => n.Length > 1)];

    [GeneratedRegex(@"\d[\d,]*(\.\d+)?", RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(19|20)\d\d\b", RegexOptions.NonBacktracking)]
    private static partial Regex Years();

    [GeneratedRegex(@"\b(photo|photograph|picture|video|image|footage|clip)s?\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Pictures();

    [GeneratedRegex(@"\b(tweet|tweets|tweeted|twitter|post|posted)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Posting();
}
