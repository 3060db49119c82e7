using Monitor.Core.Text;

namespace Monitor.Core.Claims;

/// <summary>
/// Reads an attribution between dashes within the quotation marks themselves, as Russian and Spanish print it: «Мы ничего не закрывали, — сказала S. — Они открыты».
/// </summary>
internal sealed class InnerAttribution(string text, Lexicon lexicon, SubjectFinder subjects)
{
    /// <summary>Words of such an attribution.</summary>
    private const int Longest = 24;

    /// <summary>The pieces of the quotation without the attribution, and who is named in it; no pieces when there is none.</summary>
    public (IReadOnlyList<TextSpan> Pieces, TextSpan Speaker) Find(Quotation quotation)
    {
        var words = Word.Read(text, quotation.Inner.Start, quotation.Inner.End);
        for (var i = 2; i + 2 < words.Count; i++)
        {
            // Spanish sets the dashes without a comma: "La compañía crece - dijo S - gracias a …".
            var apart = char.IsWhiteSpace(text[words[i].Start - 1]) && (lexicon.Language is "es" or "pt");
            if (!words[i].IsAny("—–-") || !(apart || words[i - 1].IsAny(",!?.…")) || (words[i].Is('-') && !char.IsWhiteSpace(text[words[i].Start - 1])))
            {
                continue;
            }

            var verb = i + 1;
            while (verb < words.Count - 1 && verb - i < 4 && (lexicon.Has("aux", words[verb]) || lexicon.Has("adverb", words[verb])))
            {
                verb++;
            }

            if (lexicon.Match("say", words, verb) is not { Length: > 0 } hit && (verb == i + 1 || (hit = lexicon.Match("participle", words, verb)).Length == 0))
            {
                continue;
            }

            var to = verb + hit.Length;
            while (to < words.Count && to - i < Longest && !words[to].IsAny("—–-"))
            {
                to++;
            }

            var range = subjects.After(words, new(verb, hit.Length, CueType.Say));
            List<TextSpan> pieces = [new(quotation.Inner.Start, words[i - 1].End)];
            if (to + 1 < words.Count && words[to].IsAny("—–-"))
            {
                pieces.Add(new(words[to + 1].Start, quotation.Inner.End));
            }
            else if (to < words.Count)
            {
                continue;
            }

            return (pieces, AttributionFinder.Span(words, range.To <= to ? range : default));
        }

        return ([], default);
    }
}
