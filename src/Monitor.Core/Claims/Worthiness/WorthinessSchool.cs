using System.Security.Cryptography;
using System.Text;
using Monitor.Core.Claims.Worthiness;

namespace Monitor.Core.Claims;

/// <summary>A sentence with a person's answer whether a check would be worth it.</summary>
/// <param name="Set">The set that it is from.</param>
/// <param name="Id">Its id there.</param>
/// <param name="Text">Its words.</param>
/// <param name="Language">BCP 47.</param>
/// <param name="Post">True for a post on a platform.</param>
/// <param name="Worthy">The answer.</param>
public sealed record WorthinessSentence(string Set, string Id, string Text, string Language, bool Post, bool Worthy)
{
    /// <summary>A number from 0 to 9999 that depends on set and id alone, by which sets are split the same way everywhere (SHA-256).</summary>
    public int Share
    {
        get
        {
            var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{Set}:{Id}"));
            return ((digest[0] << 24 | digest[1] << 16 | digest[2] << 8 | digest[3]) & int.MaxValue) % 10_000;
        }
    }

    /// <summary>True for the tenth that no training sees.</summary>
    public bool KeptBack => Share % 10 == 0;
}

/// <summary>A sentence with the sum that a model gives it.</summary>
/// <param name="Sentence">The sentence.</param>
/// <param name="Sum">Sum of weighted features; the logit of the score.</param>
/// <param name="Threshold">Sum from which the model takes it as worth a check.</param>
/// <param name="Why">The strongest reasons.</param>
public sealed record JudgedSentence(WorthinessSentence Sentence, double Sum, double Threshold, IReadOnlyList<WorthinessReason> Why);

/// <summary>
/// Trains the model of check-worthiness and judges sentences by it. Thresholds come from five-fold cross-validation within the training part; the tenth kept back is never
/// looked at. The same sentences give the same model.
/// </summary>
public static class WorthinessSchool
{
    /// <summary>L2 and examples that a feature must stand in, found by five-fold cross-validation within the training part.</summary>
    private const double Penalty = 1;

    private const int Least = 2;

    private const int Folds = 5;

    /// <summary>Weights that the file keeps, the strongest; more add nothing that can be measured, and the file stays below a megabyte.</summary>
    private const int MostWeights = 60_000;

    /// <summary>Trains a model on the sentences that are not kept back and writes it.</summary>
    /// <param name="sentences">All sentences.</param>
    /// <param name="writer">Where the model goes.</param>
    /// <param name="remarks">From what it is made; stand at its head. They are asked for after training, with the cross-validated judgements.</param>
    /// <param name="progress">Told of each training that is done.</param>
    public static void Train(IReadOnlyList<WorthinessSentence> sentences, TextWriter writer, Func<IReadOnlyList<JudgedSentence>, IEnumerable<string>> remarks, IProgress<string>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(remarks);
        var lessons = sentences.Where(s => !s.KeptBack).Select(s => (Sentence: s, Example: Example(s))).ToList();
        var judged = new List<JudgedSentence>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var model = Learn(lessons.Where(l => l.Sentence.Share / 10 % Folds != fold).Select(l => l.Example));
            judged.AddRange(lessons.Where(l => l.Sentence.Share / 10 % Folds == fold).Select(l => new JudgedSentence(l.Sentence, model.Sum(l.Example.Features), 0, [])));
            progress?.Report($"fold {fold + 1} of {Folds}: {model.Count} weights");
        }

        var thresholds = judged.GroupBy(j => WorthinessFeatures.Domain(j.Sentence.Language, j.Sentence.Post)).ToDictionary(g => g.Key, Best);
        judged = [.. judged.Select(j => j with { Threshold = thresholds[WorthinessFeatures.Domain(j.Sentence.Language, j.Sentence.Post)] })];
        Learn(lessons.Select(l => l.Example), thresholds).Write(writer, remarks(judged));
    }

    /// <summary>Judges sentences by the model that comes with Monitor, or by another.</summary>
    /// <param name="sentences">The sentences.</param>
    /// <param name="model">A file of a model; null for Monitor's own.</param>
    /// <exception cref="InvalidDataException">The file is no model of this format.</exception>
    public static IReadOnlyList<JudgedSentence> Judge(IEnumerable<WorthinessSentence> sentences, string? model = null)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        var weights = WorthinessModel.Default;
        if (model is not null)
        {
            using var reader = new StreamReader(model);
            weights = WorthinessModel.Read(reader);
        }

        return [.. sentences.Select(s =>
        {
            var features = Example(s).Features;
            return new JudgedSentence(s, weights.Sum(features), weights.Thresholds.GetValueOrDefault(WorthinessFeatures.Domain(s.Language, s.Post)), CheckWorthiness.Reasons(weights, features, 6));
        })];
    }

    private static WorthinessModel Learn(IEnumerable<WorthinessExample> examples, Dictionary<string, double>? thresholds = null)
    {
        var all = examples.ToList();
        var holders = new Dictionary<uint, int>();
        foreach (var hash in all.SelectMany(e => e.Features.Select(f => f.Hash).Distinct()))
        {
            holders[hash] = holders.GetValueOrDefault(hash) + 1;
        }

        var weights = WorthinessTrainer.Train(all, Penalty, Least);
        return new(thresholds ?? [], weights.Where(w => Math.Abs(w.Value) >= .0005).OrderByDescending(w => Math.Abs(w.Value) * Math.Sqrt(holders[w.Key])).ThenBy(w => w.Key).Take(MostWeights)
            .ToDictionary(w => w.Key, w => (float)Math.Round(w.Value, 3)));
    }

    /// <summary>The sum from which F1 is best.</summary>
    private static double Best(IEnumerable<JudgedSentence> judged)
    {
        var (order, right, best, threshold) = (judged.OrderByDescending(j => j.Sum).ToList(), 0, 0.0, 0.0);
        var worthy = order.Count(j => j.Sentence.Worthy);
        for (var i = 0; i < order.Count; i++)
        {
            right += order[i].Sentence.Worthy ? 1 : 0;
            var f1 = 2.0 * right / (worthy + i + 1);
            (best, threshold) = f1 > best ? (f1, order[i].Sum) : (best, threshold);
        }

        return threshold;
    }

    private static WorthinessExample Example(WorthinessSentence sentence)
    {
        var lexicon = Lexicon.Of(sentence.Language);
        var quantities = new QuantityFinder(lexicon).Find(sentence.Text);
        return new(WorthinessFeatures.Of(sentence.Text, sentence.Language, sentence.Post, [.. quantities.Select(q => q.Quantity)], new PartFinder(lexicon).Find(sentence.Text, quantities)), sentence.Worthy);
    }
}
