using Monitor.Core.Model;

namespace Monitor.Core.Claims;

/// <summary>
/// Sentences in which an organisation tells with numbers what it did ("Twitter also suspended 248 accounts …"): claims of the one who acted, since the text
/// repeats that one's announcement.
/// </summary>
internal sealed class StatementFinder(string text, Lexicon lexicon, QuantityFinder quantities)
{
    private readonly SubjectFinder subjects = new(lexicon);

    public Attribution? Find(Frame frame)
    {
        var words = frame.Words;
        for (var i = 0; i < words.Count; i++)
        {
            if (lexicon.Match("act", words, i) is not { Length: > 0 } act)
            {
                continue;
            }

            var cue = new Cue(i, act.Length, CueType.Say);
            var range = subjects.Before(words, cue);
            if (range.IsEmpty && lexicon.VerbFirst)
            {
                range = subjects.After(words, cue);
            }

            if (!range.IsEmpty && IsOrganisation(words, range) && quantities.Find(text[frame.Start..frame.End]).Exists(q => q.Quantity.Unit.Length > 0))
            {
                return new(ClaimKind.Statement, new(frame.Start, frame.End), AttributionFinder.Span(words, range)) { Sentence = new(frame.Start, frame.End) };
            }

            return null;
        }

        return null;
    }

    private bool IsOrganisation(IReadOnlyList<Word> words, SubjectFinder.Range range)
    {
        for (var i = range.From; i < range.To; i++)
        {
            if (lexicon.Has("platform", words[i]) || lexicon.Has("organisation", words[i]))
            {
                return true;
            }
        }

        return false;
    }
}
