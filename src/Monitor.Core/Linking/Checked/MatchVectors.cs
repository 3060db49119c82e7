using System.Globalization;
using System.Text.RegularExpressions;
using Monitor.Core.Text;

namespace Monitor.Core.Linking.Checked;

/// <summary>
/// Candidates of a query and their features: the best fifty by BM25 and the best fifty by likeness of letters (98 to 99 % of right checks are among them on CLEF CheckThat! 2020 and
/// 2022).
/// </summary>
internal sealed partial class MatchVectors(CheckedIndex index)
{
    private const int Depth = 50;

    /// <summary>Candidates by meaning: those that share no rare word.</summary>
    private const int NearDepth = 30;

    /// <summary>What the author's name counts beside the words of the post.</summary>
    private const double AuthorWeight = .75;

    /// <summary>Vectors of all candidates of a query, in the order of the index.</summary>
    public List<MatchVector> Of(CheckQuery query)
    {
        var words = index.PostTerms(query.Text);
        var weights = words.ToDictionary(w => w.Key, w => 1.5 * w.Value / (w.Value + .5), StringComparer.Ordinal);
        foreach (var name in index.PostTerms(query.Author).Keys)
        {
            weights[name] = Math.Max(weights.GetValueOrDefault(name), AuthorWeight);
        }

        var grams = index.Grams(index.WithTagsSplit(query.Text));
        var meaning = index.Meaning(weights.Keys);
        var candidates = index.Best(weights, Depth).Concat(index.Alike(grams, Depth)).Concat(index.Nearest(meaning, NearDepth)).Select(c => c.Claim).Distinct().Order().ToList();
        if (candidates.Count == 0)
        {
            return [];
        }

        var likeness = candidates.ConvertAll(c => index.Likeness(grams, c));
        var side = new QuerySide(query, weights, index.Highest(weights), weights.Sum(w => w.Value * index.Rarity(w.Key)), Math.Max(likeness.Max(), 1e-9), Pairs(query.Text), Numbers(query.Text), index.PostTerms(query.Author), meaning);
        return [.. candidates.Select((c, i) => Vector(side, c, likeness[i]))];
    }

    private MatchVector Vector(QuerySide side, int claim, double likeness)
    {
        var (query, known) = (side.Query, index.Claims[claim]);
        var text = $"{known.Claim} {known.Title} {known.Subtitle}";
        var values = new double[MatchFeature.All.Count];
        var shared = side.Weights.Keys.Where(t => index.Holds(claim, t)).OrderByDescending(index.Rarity).ThenBy(t => t, StringComparer.Ordinal).ToList();
        var missing = Numbers(known.Claim).Where(n => !side.Numbers.Contains(n)).Distinct().Take(3).ToList();
        var bm25 = index.Bm25(side.Weights, claim);
        Set("bm25", bm25);
        Set("bm25-self", side.Highest > 0 ? bm25 / side.Highest : 0);
        Set("characters", likeness / side.Likest);
        Set("likeness", likeness);
        Set("covered", side.Mass > 0 ? shared.Sum(s => side.Weights[s] * index.Rarity(s)) / side.Mass : 0);
        Set("covers", Covered(known.Claim, side.Weights));
        Set("title-covered", Covered(known.Title, side.Weights));
        var pairs = Pairs(known.Claim);
        Set("neighbours", pairs.Count == 0 ? 0 : (double)pairs.Count(side.Pairs.Contains) / pairs.Count);
        Set("rarest-word", shared.Count == 0 ? 0 : index.Rarity(shared[0]));
        Set("numbers-missing", missing.Count);
        Set("picture", query.Picture && Pictures().IsMatch(text) ? 1 : 0);
        Set("author", side.Author.Keys.Any(n => n.Length > 2 && index.Holds(claim, n)) && Posting().IsMatch(text) ? 1 : 0);
        Set("meaning", index.Near(side.Meaning, claim));
        Dates(query, known, text, Set);
        return new(claim, values) { Shared = shared, Missing = missing };

        void Set(string name, double value) => values[Places[name]] = value;
    }

    private static readonly Dictionary<string, int> Places = MatchFeature.All.Select((f, i) => (f.Name, i)).ToDictionary(p => p.Name, p => p.i);

    private static void Dates(CheckQuery query, CheckedClaim known, string text, Action<string, double> set)
    {
        if (query.Date is not { } made)
        {
            return;
        }

        var years = Years().Matches(text).Select(m => m.Value).ToHashSet(StringComparer.Ordinal);
        var year = years.Contains(made.Year.ToString(CultureInfo.InvariantCulture));
        set("year", year ? 1 : 0);
        set("other-year", years.Count > 0 && !year ? 1 : 0);
        set("month", text.Contains(made.ToString("MMMM", CultureInfo.InvariantCulture), StringComparison.Ordinal) ? 1 : 0);
        if (known.Date is not { } date)
        {
            set("no-date", 1);
            return;
        }

        var days = (date - made).TotalDays;
        set("days-apart", -Math.Log(1 + Math.Abs(days)));
        set("before", days < -1 ? 1 : 0);
        set("fortnight", days is >= -1 and <= 14 ? 1 : 0);
    }

    private double Covered(string text, Dictionary<string, double> weights)
    {
        var (shared, all) = (0.0, 0.0);
        foreach (var term in CheckedIndex.Terms(text).Keys)
        {
            var rarity = index.Rarity(term);
            all += rarity;
            shared += weights.ContainsKey(term) ? rarity : 0;
        }

        return all > 0 ? shared / all : 0;
    }

    private HashSet<(string, string)> Pairs(string text)
    {
        var stream = new TermStream();
        Analyzer.Read(PlainWords.Of(index.WithTagsSplit(text)), "en", stream);
        var words = stream.Main.Where(t => !t.Stop).Select(t => t.Value).ToList();
        return [.. words.Zip(words.Skip(1))];
    }

    private static List<string> Numbers(string text) => [.. Number().Matches(PlainWords.Of(text)).Select(m => m.Value).Where(n => n.Length > 1)];

    [GeneratedRegex(@"\d+(\.\d+)?", RegexOptions.NonBacktracking)]
    private static partial Regex Number();

    [GeneratedRegex(@"\b(19|20)\d\d\b", RegexOptions.NonBacktracking)]
    private static partial Regex Years();

    [GeneratedRegex(@"\b(photo|photograph|picture|video|image|footage|clip)s?\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Pictures();

    [GeneratedRegex(@"\b(tweet|tweets|tweeted|twitter|post|posted)\b", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Posting();

    private sealed record QuerySide(CheckQuery Query, Dictionary<string, double> Weights, double Highest, double Mass, double Likest, HashSet<(string, string)> Pairs, IReadOnlyCollection<string> Numbers, Dictionary<string, float> Author, float[] Meaning);
}
