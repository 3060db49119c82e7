using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Claims.Worthiness;

/// <summary>One feature of a sentence: its name as a hash, its value, and the words or the cue that a person is shown for it.</summary>
/// <param name="Hash">FNV-1a of the name; a collision only blurs two features.</param>
/// <param name="Value">Above 0.</param>
/// <param name="Label">A word of the text, or a sentence about a cue.</param>
internal readonly record struct WorthinessFeature(uint Hash, float Value, string Label);

/// <summary>
/// What the model of check-worthiness sees of a sentence. Cues that mean the same in every language (numbers, names, who is spoken of, tense, opinion, questions) stand once
/// for all languages and once for the sentence's own kind of text; words and pairs of words, stemmed by the analyzer, and runs of letters within words only for the own
/// language (Daumé III 2007, "Frustratingly easy domain adaptation": a shared and an own copy). Numbers and handles in n-grams are signs, not values.
/// </summary>
internal static class WorthinessFeatures
{
    /// <summary>Words after which more do not count, so that endless texts stay cheap.</summary>
    private const int MostWords = 400;

    /// <summary>Length of the vector of words and pairs, and of runs of letters, beside the cues; found by five-fold cross-validation within the training part.</summary>
    private const float WordBlock = 2;

    private const float Letters = 1.4f;

    /// <summary>The features of a sentence.</summary>
    /// <param name="text">The sentence or post.</param>
    /// <param name="language">BCP 47; only its first part counts.</param>
    /// <param name="post">True for a post on a platform, whose style differs from speech.</param>
    /// <param name="quantities">Numbers that it states.</param>
    /// <param name="parts">Parts that were told apart in it.</param>
    public static List<WorthinessFeature> Of(string text, string language, bool post, IReadOnlyList<Quantity> quantities, IReadOnlyList<ClaimPart> parts)
    {
        var features = new List<WorthinessFeature>();
        var own = Domain(language, post);
        foreach (var (name, value, label) in WorthinessCues.Of(text, Lexicon.Of(language), quantities, parts))
        {
            features.Add(new(Hash("*", name), value, label));
            features.Add(new(Hash(own, name), value, label));
        }

        var stream = new TermStream();
        Analyzer.Read(text, language, stream);
        var words = stream.Main.Take(MostWords).Select(t => (Term: Shape(t, text), Label: text[t.Start..t.End])).Select(w => (w.Term, w.Term switch { "<url>" => "a link", "<user>" => "handles", _ => w.Label })).ToList();
        Words(words, Primary(language), features);
        Runs(words, Primary(language), features);
        return features;
    }

    /// <summary>The kind of text: language, and whether it is a post.</summary>
    public static string Domain(string language, bool post) => Primary(language) + (post ? "/post" : "");

    private static string Primary(string language)
    {
        var dash = language.IndexOfAny(['-', '_']);
        return (dash > 0 ? language[..dash] : language).ToLowerInvariant();
    }

    private static void Words(List<(string Term, string Label)> words, string language, List<WorthinessFeature> features)
    {
        var scale = WordBlock / MathF.Sqrt(Math.Max(1, 2 * words.Count));
        for (var i = 0; i <= words.Count; i++)
        {
            var before = i == 0 ? "^" : words[i - 1].Term;
            if (i < words.Count)
            {
                features.Add(new(Hash(language, "w", words[i].Term), scale, words[i].Label));
            }

            var label = i == 0 ? (words.Count > 0 ? words[0].Label : "") : i == words.Count ? words[i - 1].Label : $"{words[i - 1].Label} {words[i].Label}";
            features.Add(new(Hash(language, "p", before, i < words.Count ? words[i].Term : "$"), scale, label));
        }
    }

    /// <summary>Runs of three to five letters within words, their ends marked.</summary>
    private static void Runs(List<(string Term, string Label)> words, string language, List<WorthinessFeature> features)
    {
        var runs = new List<(uint Hash, string Label)>();
        foreach (var (term, label) in words.Where(w => w.Term[0] != '<'))
        {
            var padded = $"_{Analyzer.Fold(label).ToLowerInvariant()}_";
            for (var n = 3; n <= 5; n++)
            {
                for (var i = 0; i + n <= padded.Length && i < 30; i++)
                {
                    runs.Add((Hash(language, "c", padded.Substring(i, n)), label));
                }
            }
        }

        var scale = Letters / MathF.Sqrt(Math.Max(1, runs.Count));
        features.AddRange(runs.Select(r => new WorthinessFeature(r.Hash, scale, r.Label)));
    }

    private static string Shape(Term term, string text)
    {
        if (term.Start < text.Length && text[term.Start] == '@')
        {
            return "<user>";
        }

        if (term.Value.Contains('.', StringComparison.Ordinal) && term.Value.Contains('/', StringComparison.Ordinal))
        {
            return "<url>";
        }

        return term.Value.Length > 0 && char.IsDigit(term.Value[0])
            ? term.Value.Length == 4 && term.Value[0] is '1' or '2' && term.Value.All(char.IsDigit) ? "<year>" : "<number>"
            : term.Value;
    }

    internal static uint Hash(params ReadOnlySpan<string> parts)
    {
        var hash = 2166136261u;
        foreach (var part in parts)
        {
            foreach (var c in part)
            {
                hash = unchecked((hash ^ c) * 16777619u);
            }

            hash = unchecked((hash ^ '\u001F') * 16777619u);
        }

        return hash;
    }
}
