using Monitor.Core.Model;

namespace Monitor.Core.Claims;

/// <summary>
/// A first check-worthiness: a logistic function of a few counted features. The weights are set by hand for plain reasons, each stated here, until a trained
/// model takes their place; the features follow Hassan et al., "Toward automated fact-checking" (KDD 2017): numbers, names and past-tense assertions speak for a check,
/// opinion, questions and the future against it.
/// </summary>
internal sealed class CheckWorthiness(Lexicon lexicon)
{
    /// <summary>A bare sentence without any feature is more likely not worth a check.</summary>
    private const double Bias = -1.2;

    /// <summary>A stated number can be compared with a record; more than three add nothing.</summary>
    private const double PerNumber = 0.9;

    /// <summary>Names and places tell whom and where to ask; more than three add nothing.</summary>
    private const double PerName = 0.4;

    /// <summary>A charge against someone does harm when it is false.</summary>
    private const double Accusation = 1.0;

    /// <summary>An act with a doer (suspended, killed, released) either happened or did not.</summary>
    private const double Act = 0.8;

    /// <summary>Groups of people are named: whether they are such people can be looked up.</summary>
    private const double Group = 0.5;

    /// <summary>The past can be checked.</summary>
    private const double Past = 0.4;

    /// <summary>Opinions, wishes and thanks have no truth to check.</summary>
    private const double Opinion = -0.6;

    /// <summary>A question asserts nothing by itself.</summary>
    private const double Question = -1.2;

    /// <summary>What has not happened yet cannot be checked yet.</summary>
    private const double Future = -0.7;

    /// <summary>Fewer than five words rarely assert anything whole.</summary>
    private const double Fragment = -0.8;

    /// <summary>A refusal to comment says nothing of the matter.</summary>
    private const double Refusal = -2.5;

    public double Score(string text, ClaimKind kind, int quantities, IReadOnlyList<ClaimPart> parts)
    {
        var words = Word.Read(text, 0, text.Length);
        int names = 0, opinions = 0, future = 0, past = 0, accusations = 0, acts = 0, count = 0;
        for (var i = 0; i < words.Count; i++)
        {
            count += words[i].IsWord ? 1 : 0;
            names += words[i].Upper && i > 0 && !words[i - 1].IsAny(".!?") ? 1 : 0;
            opinions += lexicon.Match("opinion", words, i).Length > 0 ? 1 : 0;
            future += lexicon.Match("future", words, i).Length > 0 ? 1 : 0;
            past += lexicon.Has("past", words[i]) ? 1 : 0;
            accusations += lexicon.Match("accuse", words, i).Length > 0 ? 1 : 0;
            acts += lexicon.Match("act", words, i).Length > 0 ? 1 : 0;
        }

        var named = Math.Max(names, parts.Count(p => p.Kind == "place"));
        var sum = Bias + (PerNumber * Math.Min(3, quantities)) + (PerName * Math.Min(3, named)) + (Accusation * Math.Min(1, accusations))
            + (Act * Math.Min(1, acts)) + (Group * Math.Min(1, parts.Count(p => p.Kind == "group"))) + (Past * Math.Min(1, past)) + (Opinion * Math.Min(2, opinions))
            + (Future * Math.Min(1, future)) + (text.TrimEnd().EndsWith('?') || text.TrimEnd().EndsWith('؟') ? Question : 0)
            + (count < 5 ? Fragment : 0) + (kind == ClaimKind.Response ? Refusal : 0);
        return Math.Round(1 / (1 + Math.Exp(-sum)), 3);
    }
}
