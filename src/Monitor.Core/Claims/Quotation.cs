using Monitor.Core.Text;

namespace Monitor.Core.Claims;

/// <summary>Words between quotation marks, at the outermost level.</summary>
/// <param name="Start">The opening mark.</param>
/// <param name="End">Behind the closing mark.</param>
/// <param name="Inner">The words without the marks and the blanks beside them.</param>
internal sealed record Quotation(int Start, int End, TextSpan Inner)
{
    /// <summary>True when no closing mark was found in the paragraph.</summary>
    public bool Open { get; init; }

    /// <summary>True when it goes on with the quotation that the paragraph before left open.</summary>
    public bool Continues { get; init; }

    /// <summary>Words in it.</summary>
    public int Words { get; init; }

    /// <summary>No name of a work is longer.</summary>
    private const int LongestTitle = 6;

    /// <summary>True for the name of a work, "on CNN’s “Morning Hour,” he said", "titled “A Day”": every longer word a capital, behind a word that is no verb of saying.</summary>
    public bool IsTitle(string text, Lexicon lexicon)
    {
        if (Words > LongestTitle || lexicon.Language != "en" || Start == 0)
        {
            return false;
        }

        var before = Word.Read(text, Math.Max(0, Start - 40), Start);
        if (before.Count == 0 || before[^1].Kind != WordKind.Word || lexicon.Has("say", before[^1]) || lexicon.Has("weak", before[^1]) || lexicon.Has("gerund", before[^1]))
        {
            return false;
        }

        return lexicon.Has("titled", before[^1])
            || Word.Read(text, Inner.Start, Inner.End).TrueForAll(w => w.Kind != WordKind.Word || w.Upper || w.Key == "'s" || lexicon.Has("article", w) || lexicon.Match("preposition", [w], 0).Length > 0 || lexicon.Has("connector", w));
    }

    /// <summary>
    /// True for one to three words that are no utterance: “real” Iranians. An utterance begins with a capital (in scripts that have them) and ends in a mark,
    /// “No,” he said.
    /// </summary>
    public bool IsScare(string text)
    {
        if (Words > 3)
        {
            return false;
        }

        var first = text[Inner.Start];
        var last = text[Inner.End - 1];
        var outside = End < text.Length && text[End] is ',' or '،';
        return char.IsLower(first) || !(outside || ",.!?؟،…".Contains(last));
    }
}
