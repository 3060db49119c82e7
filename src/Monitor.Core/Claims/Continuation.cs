using Monitor.Core.Model;
using Monitor.Core.Text;

namespace Monitor.Core.Claims;

/// <summary>
/// Finds sentences that go on reporting without a cue, in German: a main clause in the first subjunctive ("Er habe nichts gewusst. Die Akten seien verloren.") is somebody's
/// words, namely those of the last one whose words the paragraph gives.
/// </summary>
internal static class Continuation
{
    /// <summary>The finite verb of a main clause is its second constituent: it stands within this many words.</summary>
    private const int VerbReach = 14;

    /// <summary>The sentence as the last speaker's words; null when its verb is no subjunctive.</summary>
    public static Attribution? Find(Frame frame, Lexicon lexicon, TextSpan speaker)
    {
        var words = frame.Words;
        if (speaker.Length == 0 || words[0].Kind is WordKind.Quote)
        {
            return null;
        }

        for (var i = 1; i < words.Count && i <= VerbReach; i++)
        {
            if (words[i].Kind == WordKind.Quote || words[i].IsAny(",:;"))
            {
                return null;
            }

            if (lexicon.Has("subjunctive", words[i]))
            {
                var last = words.Count;
                while (last > 0 && words[last - 1].Kind == WordKind.Mark)
                {
                    last--;
                }

                return new(ClaimKind.Reported, new(words[0].Start, words[last - 1].End), speaker) { Sentence = new(frame.Start, frame.End), Carried = true };
            }

            if (lexicon.Has("aux", words[i]) && !lexicon.Has("article", words[i]) && words[i].Key is not ("es" or "sich" or "nicht"))
            {
                return null;
            }
        }

        return null;
    }
}
