using Monitor.Core.Corpus.Query;
using Monitor.Core.Text;

namespace Monitor.Core.Linking.Scoring;

/// <summary>The words of a claim for finding posts that say nearly the same.</summary>
internal sealed class Wording
{
    /// <summary>Share of the claim's words that a post must hold. Below it lie texts on the same matter in other words.</summary>
    public const double Least = .75;

    /// <summary>Fewer words are said by chance.</summary>
    private const int FewestWords = 6;

    /// <summary>Words that a post must hold to be read at all: the longest, which are the rarest as a rule (Zipf 1935).</summary>
    private const int Telling = 3;

    private Wording(IReadOnlyDictionary<string, string> words)
    {
        Words = words.Keys.ToHashSet(StringComparer.Ordinal);
        var rarest = words.OrderByDescending(w => w.Key.Length).ThenBy(w => w.Key, StringComparer.Ordinal).Take(Telling).ToList();
        Rarest = [.. rarest.Select(w => w.Key)];
        Query = new AndNode([.. rarest.Select(w => new WordNode(w.Value))]);
    }

    /// <summary>Terms of the claim without stop words.</summary>
    public IReadOnlySet<string> Words { get; }

    /// <summary>The telling ones, as terms.</summary>
    public IReadOnlyList<string> Rarest { get; }

    /// <summary>Finds posts that hold the telling words.</summary>
    public QueryNode Query { get; }

    /// <summary>Null when the claim has too few words.</summary>
    public static Wording? Of(string text) =>
        TellingTerms(text).DistinctBy(t => t.Value).ToDictionary(t => t.Value, t => text[t.Start..t.End], StringComparer.Ordinal) is { Count: >= FewestWords } words ? new(words) : null;

    /// <summary>Share of the claim's words that stand in the text.</summary>
    public double SharedWith(string text) => SharedWith(TermsOf(text));

    /// <summary>The same for terms that were read before.</summary>
    public double SharedWith(IReadOnlySet<string> terms) => (double)Words.Count(terms.Contains) / Words.Count;

    /// <summary>Words of letters or digits; hashtags and handles stand in it by their words.</summary>
    public static IReadOnlySet<string> TermsOf(string text) => TellingTerms(text).Select(t => t.Value).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<Term> TellingTerms(string text) =>
        Analyzer.Terms(text).Where(t => !t.Stop && char.IsLetterOrDigit(t.Value[0]) && !t.Value.Contains('/', StringComparison.Ordinal));
}
