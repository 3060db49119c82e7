using System.CommandLine;
using System.Globalization;
using Monitor.Cli;

namespace Monitor.Commands.Eval;

/// <summary><c>monitor eval quotes</c>: who said what, against annotated articles.</summary>
internal static class EvalQuotes
{
    private static readonly string[] Sets = ["polnear", "gumnews", "dewikinews", "prstc", "ancora", "pud-es", "pud-fr", "pud-ar", "sequoia-fr"];

    private static readonly Option<string[]> Set = new("--set") { Description = $"Sets: {string.Join(", ", Sets)} (default: the rows that have a goal)", HelpName = "NAME", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string> Types = new("--types") { Description = "Only these: direct, mixed, indirect, with commas", HelpName = "LIST" };
    private static readonly Option<bool> SpeechOnly = new("--speech-only") { Description = "Leave beliefs, plans and knowledge out" };
    private static readonly Option<bool> Pieces = new("--pieces") { Description = "Score every piece of a broken quotation by itself" };
    private static readonly Option<string> Out = new("--out") { Description = "Write what Monitor found in the form that the scorer beside the data reads, NAME.system.jsonl a set", HelpName = "DIR" };

    /// <summary>The rows of the goals: set, kinds, speech only, pieces, then F1 at .3 and .8, recall at .3, speaker, full name.</summary>
    private static readonly (string Set, QuoteRules Rules, QuoteGoals Goals)[] Rows =
    [
        ("polnear", new(["direct"], false, true), new(.95, .93, null, .88, null)),
        ("polnear", new([], true, true), new(.80, .72, null, .88, null)),
        ("gumnews", new([], false, false), new(null, null, null, null, .75)),
        ("ancora", new([], false, false), new(.72, null, null, null, null)),
        ("prstc", new([], false, false), new(.65, null, null, null, null)),
        ("pud-ar", new([], false, false), new(null, null, .80, null, null)),
        ("pud-fr", new([], false, false), new(null, null, .80, null, null)),
    ];

    public static Command Create()
    {
        var command = new Command("quotes", "Quotations, reported speech and their speakers") { Set, Types, SpeechOnly, Pieces, Out };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parse)
    {
        var gold = GoldFolder.Of(parse);
        var figures = new List<Figure>();
        var errors = new List<EvalError>();
        foreach (var (set, rules, goals) in Chosen(parse))
        {
            var articles = QuoteSet.Read(gold, set);
            Write(parse, set, articles);
            Measure(set, rules, goals, articles, figures, errors);
        }

        Figures.Print(parse, figures);
        ErrorList.Print(parse, errors);
        return ExitCode.Done;
    }

    private static IEnumerable<(string Set, QuoteRules Rules, QuoteGoals Goals)> Chosen(ParseResult parse)
    {
        var types = parse.GetValue(Types)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];
        if (Array.Find(types, t => t is not ("direct" or "mixed" or "indirect")) is { } wrong)
        {
            throw new UsageException($"--types names '{wrong}'; there are direct, mixed and indirect.");
        }

        var sets = parse.GetValue(Set) ?? [];
        if (Array.Find(sets, s => !Sets.Contains(s)) is { } unknown)
        {
            throw new UsageException($"There is no set '{unknown}'; there are {string.Join(", ", Sets)}.");
        }

        if (sets.Length == 0)
        {
            return Rows;
        }

        var rules = new QuoteRules(types, parse.GetValue(SpeechOnly), parse.GetValue(Pieces));
        bool Same(QuoteRules r) => r.Types.SequenceEqual(rules.Types) && r.SpeechOnly == rules.SpeechOnly && r.Pieces == rules.Pieces;
        return sets.Select(s => (s, rules, Rows.FirstOrDefault(r => r.Set == s && Same(r.Rules)).Goals ?? new QuoteGoals(null, null, null, null, null)));
    }

    private static void Measure(string set, QuoteRules rules, QuoteGoals goals, IReadOnlyList<QuoteArticle> articles, List<Figure> figures, List<EvalError> errors)
    {
        var label = string.Concat([set, rules.Pieces ? " pieces" : "", rules.SpeechOnly ? " speech" : "", rules.Types.Count > 0 ? " " + string.Join('+', rules.Types) : ""]);
        foreach (var language in articles.GroupBy(a => a.Document.Lang))
        {
            foreach (var (threshold, goal) in new[] { (.3, goals.Loose), (.8, goals.Strict) })
            {
                var scorer = new QuoteScorer(rules, threshold);
                var tally = language.Aggregate(default(QuoteTally), (t, a) => t + scorer.Score(a.Gold, a.Found, a.Points, threshold < .5 ? (k, g, s) => errors.Add(a.Error(label, k, g, s)) : null));
                var at = threshold.ToString("0.0", CultureInfo.InvariantCulture);
                var n = tally.Found + tally.Missed;
                figures.Add(new(label, language.Key, $"F1 at {at}", tally.F1, goal, n));
                figures.Add(new(label, language.Key, $"precision at {at}", tally.Precision, null, tally.Found + tally.False));
                figures.Add(new(label, language.Key, $"recall at {at}", tally.Recall, threshold < .5 ? goals.Recall : null, n));
                if (threshold < .5)
                {
                    figures.Add(new(label, language.Key, "speaker", tally.SpeakerAccuracy, goals.Speaker, tally.SpeakerOf));
                    figures.Add(new(label, language.Key, "full name", tally.ResolvedAccuracy, goals.Name, tally.ResolvedOf));
                }
            }
        }
    }

    private static void Write(ParseResult parse, string set, IReadOnlyList<QuoteArticle> articles)
    {
        if (parse.GetValue(Out) is { Length: > 0 } folder)
        {
            Directory.CreateDirectory(folder);
            File.WriteAllLines(Path.Combine(folder, set + ".system.jsonl"), articles.SelectMany(a => a.Found).Select(GoldFolder.Write));
        }
    }

    /// <summary>Goals at .3 and .8, for recall at .3, for the speaker as named beside the words, and for the full name; null where none is set.</summary>
    private sealed record QuoteGoals(double? Loose, double? Strict, double? Recall, double? Speaker, double? Name);
}
