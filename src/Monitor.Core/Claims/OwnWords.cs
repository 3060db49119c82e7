using Monitor.Core.Model;

namespace Monitor.Core.Claims;

/// <summary>What an official page or a fact-check says itself, without giving it to anyone: its own counts, and its findings on someone it names.</summary>
internal sealed class OwnWords(string text, Lexicon lexicon, QuantityFinder quantities, People people)
{
    /// <summary>The sentence as a statement of the publisher; null when it counts nothing and finds nothing.</summary>
    public Attribution? Find(Frame frame, DocumentKind kind)
    {
        // Who acted on a fact-check's page is somebody else, and told by StatementFinder.
        var counts = kind == DocumentKind.Statement && quantities.Find(text[frame.Start..frame.End]).Exists(q => q.Quantity.Unit.Length > 0);
        return counts || IsFinding(frame.Words)
            ? new(ClaimKind.Statement, new(frame.Start, frame.End), default) { Voice = Voice.Publisher, Sentence = new(frame.Start, frame.End) }
            : null;
    }

    /// <summary>"The claim: …": words that a fact-check repeats in order to judge them.</summary>
    public static bool IsLabelled(Frame frame, Lexicon lexicon)
    {
        var words = frame.Words;
        for (var i = 0; i < Math.Min(4, words.Count - 1); i++)
        {
            if (lexicon.Has("claimlabel", words[i]) && words[i + 1].Is(':'))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Quill did not name any account": a person or organisation of the text, and what that one has not done.</summary>
    private bool IsFinding(IReadOnlyList<Word> words)
    {
        if (!words[0].Upper || !lexicon.HasCapitals)
        {
            return false;
        }

        var end = NameRun.End(words, 0, lexicon);
        if (end >= words.Count || lexicon.Match("denial", words, end).Length == 0)
        {
            return false;
        }

        var run = NameRun.Strip(text, words, 0, end, lexicon);
        return run.Organisation || people.Named(run.Names) is not null;
    }
}
