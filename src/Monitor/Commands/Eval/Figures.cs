using System.CommandLine;
using System.Globalization;
using Monitor.Cli;

namespace Monitor.Commands.Eval;

/// <summary>One measured figure.</summary>
/// <param name="Set">The gold data.</param>
/// <param name="Language">BCP 47; empty for all.</param>
/// <param name="Name">What was measured.</param>
/// <param name="Value">The figure; NaN when there was nothing to measure.</param>
/// <param name="Goal">What is to be reached; null when no goal is set.</param>
/// <param name="N">What it rests on: gold items.</param>
internal sealed record Figure(string Set, string Language, string Name, double Value, double? Goal, int N)
{
    /// <summary>False when the goal is missed; null without a goal or anything to measure.</summary>
    public bool? Reached => Goal is { } goal && double.IsFinite(Value) ? Value >= goal : null;
}

/// <summary>Prints measured figures.</summary>
internal static class Figures
{
    /// <summary>A table, or with <c>--json</c> one object a figure.</summary>
    public static int Print(ParseResult parse, IReadOnlyList<Figure> figures)
    {
        if (parse.GetValue(CommonOptions.Json))
        {
            foreach (var figure in figures)
            {
                Output.Json(new
                {
                    figure.Set,
                    figure.Language,
                    figure = figure.Name,
                    value = double.IsFinite(figure.Value) ? Math.Round(figure.Value, 5) : (double?)null,
                    figure.Goal,
                    figure.Reached,
                    figure.N,
                });
            }

            return ExitCode.Done;
        }

        var width = figures.Count == 0 ? 0 : figures.Max(f => f.Name.Length);
        var sets = figures.Count == 0 ? 0 : Math.Max(3, figures.Max(f => f.Set.Length));
        Output.Line($"{"set".PadRight(sets)}  lang  {"figure".PadRight(width)}   value    goal        n");
        foreach (var f in figures)
        {
            var value = double.IsFinite(f.Value) ? f.Value.ToString("0.0000", CultureInfo.InvariantCulture) : "     –";
            var goal = f.Goal?.ToString("0.000", CultureInfo.InvariantCulture) ?? "    –";
            var mark = f.Reached switch { true => " reached", false => " MISSED", null => "" };
            Output.Line($"{f.Set.PadRight(sets)}  {(f.Language.Length > 0 ? f.Language : "all"),-4}  {f.Name.PadRight(width)}  {value}   {goal}  {f.N,7}{mark}");
        }

        return ExitCode.Done;
    }
}
