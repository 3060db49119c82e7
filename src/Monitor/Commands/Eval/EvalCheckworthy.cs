using System.CommandLine;
using System.Globalization;
using Monitor.Cli;
using Monitor.Core.Claims;

namespace Monitor.Commands.Eval;

/// <summary><c>monitor eval checkworthy</c>: whether what people find worth a check comes first, and the trainer of the model that decides it.</summary>
internal static class EvalCheckworthy
{
    private const string Tables = "claims/clef2020_task1/data/v2/v2";

    /// <summary>Where the model lies in the project, when the command runs there.</summary>
    private const string Model = "src/Monitor.Core/Claims/Worthiness/worthiness.model";

    private static readonly string[] Languages = ["en", "es", "ar"];

    private static readonly Option<bool> Train = new("--train") { Description = "Train the model on nine tenths of the sets and write it, then measure it" };
    private static readonly Option<string> File = new("--model") { Description = $"File of the model: written with --train (default: {Model}), else read (default: the model that comes with Monitor)", HelpName = "FILE" };

    public static Command Create()
    {
        var command = new Command("checkworthy", "Check-worthiness on a tenth kept back; --train makes the model") { Train, File };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parse)
    {
        var gold = GoldFolder.Of(parse);
        var sentences = Sentences(gold).ToList();
        var dev = Table(gold, "dev_v2.tsv", "ct2020-dev").ToList();
        var model = parse.GetValue(File);
        if (parse.GetValue(Train))
        {
            model ??= Directory.Exists(Path.GetDirectoryName(Model)) ? Model : throw new UsageException($"--train writes {Model}; run it in the project's folder, or say with --model where the model goes.");
            using var writer = new StreamWriter(model);
            WorthinessSchool.Train(sentences, writer, j => Remarks(sentences, j), new LineProgress<string>(s => s));
        }

        var judged = WorthinessSchool.Judge(sentences.Where(s => s.KeptBack).Concat(dev), model);
        var figures = new List<Figure>();
        foreach (var set in judged.GroupBy(j => j.Sentence.Set))
        {
            var language = set.First().Sentence.Language;
            var name = set.Key == "ct2020-dev" ? set.Key : set.Key + ", a tenth";
            figures.Add(new(name, language, "average precision", RankedFigures.AveragePrecision(set.Select(j => (j.Sum, j.Sentence.Worthy))), set.Key == "cw-en" ? .955 : null, set.Count()));
            figures.Add(new(name, language, "F1", RankedFigures.F1(set.Select(j => (j.Sum >= j.Threshold, j.Sentence.Worthy))), set.Key == "cw-es" ? .58 : null, set.Count(j => j.Sentence.Worthy)));
        }

        Figures.Print(parse, figures);
        ErrorList.Print(parse, judged.Where(j => j.Sum >= j.Threshold != j.Sentence.Worthy).Select(j => new EvalError(
            j.Sentence.Worthy ? "missed" : "false", $"{j.Sentence.Set} {j.Sentence.Id}", j.Sentence.Worthy ? "worth a check" : "not worth a check",
            string.Create(CultureInfo.InvariantCulture, $"{j.Sum:0.00}, from {j.Threshold:0.00} on worth a check: {string.Join("; ", j.Why.Select(r => r.Text))}"), j.Sentence.Text, Math.Abs(j.Sum - j.Threshold))));
        return ExitCode.Done;
    }

    private static IEnumerable<WorthinessSentence> Sentences(GoldFolder gold) =>
        Languages.SelectMany(l => gold.Rows<WorthinessGold>($"quotes/cw-{l}.train.jsonl").Select(r => new WorthinessSentence($"cw-{l}", r.Id, r.Text, l, l != "en", r.Label == 1)))
            .Concat(Table(gold, "training_v2.tsv", "ct2020"));

    private static IEnumerable<WorthinessSentence> Table(GoldFolder gold, string file, string set) =>
        gold.Lines($"{Tables}/{file}").Skip(1).Select(l => l.Split('\t')).Where(c => c.Length >= 6).Select(c => new WorthinessSentence(set, c[1], c[3], "en", true, c[5].Trim() == "1"));

    private static IEnumerable<string> Remarks(IReadOnlyList<WorthinessSentence> sentences, IReadOnlyList<JudgedSentence> judged)
    {
        yield return "Weights of the model of check-worthiness. Made by `monitor eval checkworthy --train`; do not edit. One line a feature: hash of its name, weight in thousandths.";
        yield return "Features stand as hashes of single words, pairs of words and runs of letters, without order or place: no sentence can be read back from them.";
        yield return "Trained on nine tenths (by SHA-256 of set and id) of sets that people judged; none of their text is kept here:";
        yield return "  cw-en: ClaimBuster, crowdsourced sentences of US presidential debates (Arslan et al. 2020), in the copy matsbratvold/Checkworthiness-Detection-with-Open-Source-LLMs; no licence stated in that copy.";
        yield return "  cw-es, cw-ar: CLEF CheckThat! 2024 task 1, posts, in the copy badaa002/Multilingual-Check-worthiness-Estimation-in-Text; \"free for general research use\".";
        yield return "  ct2020: CLEF CheckThat! 2020 task 1 (English), posts on covid-19; no licence stated in the copy.";
        yield return "Whether weights learned from such sets may be used beyond research is not settled by these words; who needs to be sure trains on sets of their own.";
        foreach (var set in sentences.GroupBy(s => s.Set))
        {
            var own = judged.Where(j => j.Sentence.Set == set.Key).ToList();
            yield return string.Create(CultureInfo.InvariantCulture, $"{set.Key}: {own.Count} of {set.Count()} sentences, {own.Count(j => j.Sentence.Worthy)} worth a check; five-fold average precision {RankedFigures.AveragePrecision(own.Select(j => (j.Sum, j.Sentence.Worthy))):0.000}, F1 {RankedFigures.F1(own.Select(j => (j.Sum >= j.Threshold, j.Sentence.Worthy))):0.000}");
        }
    }

    /// <summary>A line of a set.</summary>
    private sealed record WorthinessGold
    {
        public string Id { get; init; } = "";

        public string Text { get; init; } = "";

        public int Label { get; init; }
    }
}
