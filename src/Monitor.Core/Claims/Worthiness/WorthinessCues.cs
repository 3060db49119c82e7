using System.Globalization;
using Monitor.Core.Model;

namespace Monitor.Core.Claims.Worthiness;

/// <summary>
/// Cues that mean the same in every language, after Hassan et al., "Toward automated fact-checking" (KDD 2017): numbers, names and acts in the past speak for a check,
/// opinion, questions and the future against it; which way each counts is learned.
/// </summary>
internal static class WorthinessCues
{
    /// <summary>Sections of the lexicons of reported speech, and what a person is told of them.</summary>
    private static readonly (string Section, string Label)[] Sections =
    [
        ("opinion", "words of opinion"), ("future", "words of the future"), ("past", "words of the past"), ("accuse", "an accusation"), ("act", "an act of an organisation"),
        ("done", "something done to someone"), ("say", "a verb of saying"), ("according", "a source that it names"), ("pronoun", "pronouns"), ("aux", "auxiliary verbs"),
        ("organisation", "organisations"), ("office", "offices"), ("vague", "vague amounts"), ("scale", "thousands, millions and the like"), ("qualifier", "qualifiers"), ("denial", "a denial"),
    ];

    private static readonly int[] Lengths = [5, 8, 12, 18, 25, 35, 50];

    /// <summary>The cues of a text: name, value between 0 and 1, and what a person is told.</summary>
    public static IEnumerable<(string Name, float Value, string Label)> Of(string text, Lexicon lexicon, IReadOnlyList<Quantity> quantities, IReadOnlyList<ClaimPart> parts)
    {
        yield return ("bias", 1, ""); // where such texts begin; no reason of this text
        var words = Word.Read(text, 0, text.Length);
        var (count, names, years, figures) = (0, 0, 0, 0);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            count += word.IsWord ? 1 : 0;
            names += word.Upper && i > 0 && !words[i - 1].IsAny(".!?") && word.Key != "i" ? 1 : 0;
            figures += word.Kind == WordKind.Number ? 1 : 0;
            years += word.Kind == WordKind.Number && word.Key.Length == 4 && word.Key[0] is '1' or '2' ? 1 : 0;
            foreach (var (section, _) in Sections)
            {
                if (lexicon.Match(section, words, i).Length > 0)
                {
                    seen[section] = seen.GetValueOrDefault(section) + 1;
                }
            }
        }

        foreach (var (name, value, label) in new (string, int, string)[]
            {
                ("number", quantities.Count, "numbers that it states"), ("figure", figures, "figures in digits"), ("year", years, "years that it names"), ("name", names, "names in it"),
                ("group", parts.Count(p => p.Kind == "group"), "groups of people that it names"), ("place", parts.Count(p => p.Kind == "place"), "places that it names"),
                ("time", parts.Count(p => p.Kind == "time"), "times that it names"), ("percent", text.Count(c => c is '%' or '٪'), "per cent"),
                ("money", text.Count(c => char.GetUnicodeCategory(c) == UnicodeCategory.CurrencySymbol), "sums of money"),
                ("question", text.Count(c => c is '?' or '؟'), "a question"), ("exclamation", text.Count(c => c == '!'), "an exclamation"),
                ("quote", text.Count(c => c is '"' or '“' or '«'), "a quotation in it"), ("tag", text.Count(c => c == '#'), "hashtags"), ("handle", text.Count(c => c == '@'), "handles"),
                ("link", text.Contains("://", StringComparison.Ordinal) ? 1 : 0, "a link"), ("picture", text.Count(c => char.IsSurrogate(c)) / 2, "pictographs"),
                ("ellipsis", text.Contains('…', StringComparison.Ordinal) || text.Contains("...", StringComparison.Ordinal) ? 1 : 0, "an open end"),
            }.Concat(Sections.Select(s => ("lexicon " + s.Section, seen.GetValueOrDefault(s.Section), s.Label))))
        {
            // One, two, three and more: a third number adds less than the first.
            for (var least = 1; least <= Math.Min(3, value); least++)
            {
                yield return ($"{name}>={least}", least == 1 ? .5f : .3f, label);
            }
        }

        foreach (var least in Lengths.Where(l => count >= l))
        {
            yield return ($"words>={least.ToString(CultureInfo.InvariantCulture)}", .3f, "its length");
        }
    }
}
