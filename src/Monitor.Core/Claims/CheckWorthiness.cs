using System.Globalization;
using Monitor.Core.Claims.Worthiness;
using Monitor.Core.Model;

namespace Monitor.Core.Claims;

/// <summary>What a word or cue adds to the check-worthiness of a claim.</summary>
/// <param name="Weight">Added to the logit: above 0 it speaks for a check, below 0 against.</param>
/// <param name="Text">One plain phrase.</param>
public sealed record WorthinessReason(double Weight, string Text);

/// <summary>How much a check of a claim would matter.</summary>
/// <param name="Score">Between 0 and 1; orders claims, is no probability that the claim is true or false.</param>
/// <param name="Reasons">The strongest words and cues on either side.</param>
/// <param name="Basis">What the judgement rests on, also where the language was not trained.</param>
public sealed record WorthinessJudgement(double Score, IReadOnlyList<WorthinessReason> Reasons, string Basis);

/// <summary>
/// Check-worthiness by a linear model that <c>monitor eval checkworthy --train</c> makes of sentences that people judged. In a language that it was not trained on, only cues
/// that mean the same everywhere count: numbers, names, places, tense, opinion, questions.
/// </summary>
public static class CheckWorthiness
{
    /// <summary>A refusal to comment says nothing of the matter, which the model has no way to see; set by hand.</summary>
    private const double Refusal = -2.5;

    private const int MostReasons = 6;

    /// <summary>Judges a claim by its words, language, kind, numbers and parts.</summary>
    public static WorthinessJudgement Judge(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var model = WorthinessModel.Default;
        var features = Features(claim, model, out var basis);
        var reasons = Reasons(model, features, MostReasons);
        return claim.Kind == ClaimKind.Response
            ? new(Score(model.Sum(features) + Refusal), [new(Refusal, "a refusal or answer, which says little of the matter itself"), .. reasons], basis)
            : new(Score(model.Sum(features)), reasons, basis);
    }

    /// <summary>The score alone.</summary>
    internal static double Of(Claim claim)
    {
        var model = WorthinessModel.Default;
        return Score(model.Sum(Features(claim, model, out _)) + (claim.Kind == ClaimKind.Response ? Refusal : 0));
    }

    internal static IReadOnlyList<WorthinessReason> Reasons(WorthinessModel model, IEnumerable<WorthinessFeature> features, int most) =>
    [
        .. model.Explain(features).Where(r => Math.Abs(r.Weight) >= .01 && r.Label.Length > 0).Take(most)
            .Select(r => new WorthinessReason(Math.Round(r.Weight, 3), string.Create(CultureInfo.InvariantCulture, $"{r.Label} ({r.Weight:+0.00;-0.00})"))),
    ];

    /// <summary>A claim in a kind of text that was not trained borrows the language's other kind, then the cues alone.</summary>
    private static List<WorthinessFeature> Features(Claim claim, WorthinessModel model, out string basis)
    {
        var post = claim.Kind == ClaimKind.Post;
        var known = model.Thresholds.ContainsKey(WorthinessFeatures.Domain(claim.Language, post));
        var other = model.Thresholds.ContainsKey(WorthinessFeatures.Domain(claim.Language, !post));
        basis = known ? $"trained on {(post ? "posts" : "sentences")} in this language"
            : other ? $"trained on {(post ? "sentences" : "posts")} in this language, which differ from {(post ? "posts" : "sentences")}"
            : "not trained in this language: numbers, names, places, tense, opinion and questions decide alone";
        return WorthinessFeatures.Of(claim.Text, claim.Language, known || !other ? post : !post, claim.Quantities, claim.Parts);
    }

    private static double Score(double sum) => Math.Round(1 / (1 + Math.Exp(-sum)), 3);
}
