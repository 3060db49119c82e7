using System.CommandLine;
using System.Text.Json;
using Monitor.Cli;
using Monitor.Core.Text;

namespace Monitor.Commands.Eval;

/// <summary><c>monitor eval pairs</c>: whether two names and handles are one account, against judged pairs.</summary>
internal static class EvalPairs
{
    private static readonly Option<string> Out = new("--out") { Description = "Write Monitor's answers in the form that the scorer beside the data reads", HelpName = "FILE" };

    public static Command Create()
    {
        var command = new Command("pairs", "Names and handles across scripts; imposters") { Out };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parse)
    {
        var rows = GoldFolder.Of(parse).Rows<PairGold>("links/pairs.jsonl").ToList();
        var answers = rows.ConvertAll(r => (Row: r, Match: Names.Compare(r.A.Name, r.A.Handle, r.B.Name, r.B.Handle)));
        if (parse.GetValue(Out) is { Length: > 0 } file)
        {
            File.WriteAllLines(file, answers.Select(a => GoldFolder.Write(new { id = a.Row.Id, same = Same(a.Match) })));
        }

        var (tp, fp, fn) = (answers.Count(a => a.Row.IsSame && Same(a.Match)), answers.Count(a => !a.Row.IsSame && Same(a.Match)), answers.Count(a => a.Row.IsSame && !Same(a.Match)));
        var imposters = answers.Where(a => a.Row.IsImposter).ToList();
        double Share(int part, int whole) => whole == 0 ? double.NaN : (double)part / whole;
        var figures = new List<Figure>
        {
            new("pairs", "", "F1", Share(2 * tp, (2 * tp) + fp + fn), .85, rows.Count),
            new("pairs", "", "precision", Share(tp, tp + fp), null, tp + fp),
            new("pairs", "", "recall", Share(tp, tp + fn), null, tp + fn),
            new("pairs", "", "accuracy", Share(rows.Count - fp - fn, rows.Count), null, rows.Count),
            new("pairs", "", "imposters refused", Share(imposters.Count(i => !Same(i.Match)), imposters.Count), 1, imposters.Count),
        };
        figures.AddRange(answers.GroupBy(a => a.Row.Scripts).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new Figure("pairs", "", $"accuracy {g.Key}", Share(g.Count(a => a.Row.IsSame == Same(a.Match)), g.Count()), null, g.Count())));
        Figures.Print(parse, figures);
        ErrorList.Print(parse, answers.Where(a => a.Row.IsSame != Same(a.Match)).Select(a => new EvalError(
            a.Row.IsSame ? "missed" : a.Row.IsImposter ? "imposter taken" : "false",
            $"{a.Row.Id} ({a.Row.Kind})", $"{a.Row.Same}: {a.Row.Why}", $"{a.Match.Verdict} {a.Match.Likeness:0.00}: {a.Match.Why}",
            $"{a.Row.A.Name} @{a.Row.A.Handle} | {a.Row.B.Name} @{a.Row.B.Handle}", a.Row.IsSame ? 1 : a.Row.IsImposter ? 3 : 2)));
        return ExitCode.Done;
    }

    private static bool Same(NameMatch match) => match.Verdict == NameVerdict.Same;
}

/// <summary>Two sides and what a judge said of them.</summary>
internal sealed record PairGold
{
    public string Id { get; init; } = "";

    public PairSide A { get; init; } = new();

    public PairSide B { get; init; } = new();

    /// <summary>true, false, or "imposter".</summary>
    public JsonElement Same { get; init; }

    public string? Kind { get; init; }

    public string? Why { get; init; }

    public bool IsSame => Same.ValueKind == JsonValueKind.True;

    public bool IsImposter => Same.ValueKind == JsonValueKind.String;

    public string Scripts => string.Join("–", new[] { A.Script, B.Script }.Order(StringComparer.Ordinal));
}

/// <summary>One side of a pair.</summary>
internal sealed record PairSide
{
    public string Name { get; init; } = "";

    public string Handle { get; init; } = "";

    public string Script { get; init; } = "";
}
