using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Claims;

/// <summary>
/// Sentences in which an organisation tells with numbers what it did ("Twitter also suspended 248 accounts …"): claims of the one who acted, since the text
/// repeats that one's announcement. In the passive ("4,779 accounts were removed") nobody may be named; then the claim has no speaker.
/// </summary>
internal sealed class StatementFinder(string text, Lexicon lexicon, QuantityFinder quantities)
{
    private readonly SubjectFinder subjects = new(lexicon);

    /// <summary>The sentence as a statement; null when nobody acts in it or nothing is counted.</summary>
    public Attribution? Find(Frame frame)
    {
        var words = frame.Words;
        for (var i = 0; i < words.Count; i++)
        {
            if (Passive(words, i) is { Length: > 0 } done)
            {
                return Counts(frame, timesToo: false) ? Passive(frame, done) : null;
            }

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

            return !range.IsEmpty && IsOrganisation(words, range) && Counts(frame, timesToo: true) ? Make(frame, AttributionFinder.Span(words, range), Voice.Speaker) : null;
        }

        return null;
    }

    /// <summary>A passive at a place: "were removed", "تم حذف", "حذف شدند"; with length 0 where there is none.</summary>
    private Cue Passive(IReadOnlyList<Word> words, int at)
    {
        if (lexicon.Match("passive", words, at) is { Length: > 0 } whole)
        {
            return new(at, whole.Length, CueType.Say);
        }

        var before = at - 1;
        while (before > 0 && at - before <= 3 && lexicon.Has("adverb", words[before]))
        {
            before--;
        }

        return before >= 0 && lexicon.Has("be", words[before]) && lexicon.Match("done", words, at) is { Length: > 0 } done ? new(at, done.Length, CueType.Say) : default;
    }

    /// <summary>By the one who acted where the sentence names an organisation ("were removed by S"), otherwise by nobody.</summary>
    private Attribution Passive(Frame frame, Cue done)
    {
        var words = frame.Words;
        if (done.End < words.Count && lexicon.Match("agent", words, done.End) is { Length: > 0 } by)
        {
            var range = subjects.After(words, new Cue(done.End, by.Length, CueType.According));
            if (!range.IsEmpty && IsOrganisation(words, range))
            {
                return Make(frame, AttributionFinder.Span(words, range), Voice.Speaker);
            }
        }

        return Make(frame, default, Voice.Nobody);
    }

    /// <summary>True when the sentence counts something; "three years ago" alone counts nothing that was done.</summary>
    private bool Counts(Frame frame, bool timesToo) =>
        quantities.Find(text[frame.Start..frame.End]).Exists(q => q.Quantity.Unit.Length > 0 && (timesToo || q.Quantity.Unit is not ("years" or "months" or "weeks" or "days" or "hours" or "minutes" or "seconds")));

    private static Attribution Make(Frame frame, TextSpan speaker, Voice voice) =>
        new(ClaimKind.Statement, new(frame.Start, frame.End), speaker) { Voice = voice, Sentence = new(frame.Start, frame.End) };

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
