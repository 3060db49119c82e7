using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Claims;

/// <summary>
/// Finds claims in headlines and scripts of talks, which name the speaker before a colon: "Zarif: Twitter has shuttered accounts of real Iranians", "Mara Quill: “We closed
/// nothing.”". Without quotation marks the speaker must be someone of whom the rest of the text speaks too, and what follows must have a verb.
/// </summary>
internal sealed class HeadlineFinder(string text, Lexicon lexicon)
{
    /// <summary>Words of a name with its office.</summary>
    private const int LongestName = 8;

    /// <summary>The verb of a headline stands within this many words.</summary>
    private const int VerbReach = 12;

    /// <summary>The claim of a sentence "S: …"; null when it is none.</summary>
    public Attribution? Find(Frame frame)
    {
        var words = frame.Words;
        var colon = 0;
        while (colon < words.Count && colon <= LongestName && !words[colon].Is(':'))
        {
            colon++;
        }

        if (colon == 0 || colon > LongestName || colon + 1 >= words.Count || words[colon - 1].Kind != WordKind.Word || !IsName(words, colon))
        {
            return null;
        }

        var speaker = new TextSpan(words[0].Start, words[colon - 1].End);
        var sentence = new TextSpan(frame.Start, frame.End);
        if (words[colon + 1].Quotation is { Words: > 3 } quotation)
        {
            return new(ClaimKind.Quote, quotation.Inner, speaker) { Sentence = sentence };
        }

        // A German noun is a capital too: "Fußball: …" names nobody.
        if (lexicon.Language == "de" && colon < 2)
        {
            return null;
        }

        var closed = frame.End > frame.Start && ".…".Contains(text[frame.End - 1]);
        return closed || words.Count - colon < 4 || !Recurs(frame, words[colon - 1]) || !HasVerb(words, colon + 1) ? null
            : new(ClaimKind.Reported, new(words[colon + 1].Start, frame.End), speaker) { Sentence = sentence };
    }

    /// <summary>Capitals throughout, besides offices and the small words of names; in scripts without capitals a few words without a preposition.</summary>
    private bool IsName(IReadOnlyList<Word> words, int colon)
    {
        if (lexicon.HasCapitals)
        {
            return words[0].Upper && NameRun.End(words, 0, lexicon) >= colon;
        }

        for (var i = 0; i < colon; i++)
        {
            if (words[i].Kind != WordKind.Word || lexicon.Match("preposition", words, i).Length > 0 || lexicon.Has("aux", words[i]) || lexicon.Match("say", words, i).Length > 0)
            {
                return false;
            }
        }

        return colon <= 5;
    }

    /// <summary>True when the last word of the name stands elsewhere in the text.</summary>
    private bool Recurs(Frame frame, Word name)
    {
        var words = text[name.Start..name.End];
        return text.IndexOf(words, frame.End, StringComparison.Ordinal) >= 0 || text.AsSpan(0, frame.Start).Contains(words, StringComparison.Ordinal);
    }

    private bool HasVerb(IReadOnlyList<Word> words, int from)
    {
        if (lexicon.Language != "en")
        {
            return true;
        }

        for (var i = from; i < Math.Min(words.Count, from + VerbReach); i++)
        {
            var pronoun = lexicon.Value("pronoun", words[i].Key);
            if (lexicon.Has("aux", words[i]) || lexicon.Match("act", words, i).Length > 0 || (pronoun is "s" or "m" or "f" or "p" && words[i].Key != "you"))
            {
                return true;
            }
        }

        return false;
    }
}
