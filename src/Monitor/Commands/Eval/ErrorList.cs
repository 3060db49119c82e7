using System.CommandLine;
using Monitor.Cli;

namespace Monitor.Commands.Eval;

/// <summary>One answer that is wrong, with what a person needs to sort it by cause.</summary>
/// <param name="Kind">missed, false, speaker, rank …</param>
/// <param name="Item">Where: document and place, account, query.</param>
/// <param name="Gold">What the gold data says.</param>
/// <param name="Got">What Monitor said.</param>
/// <param name="Note">The words around it, reasons, scores.</param>
/// <param name="Weight">How bad; the worst stand first.</param>
internal sealed record EvalError(string Kind, string Item, string Gold, string Got, string Note, double Weight);

/// <summary>Prints the worst errors of a measurement.</summary>
internal static class ErrorList
{
    /// <summary>The option that asks for them.</summary>
    public static Option<int> Option { get; } = new("--errors") { Description = "Also print the N worst errors with what is needed to sort them by cause", HelpName = "N", Recursive = true };

    /// <summary>Prints as many as were asked for, the worst first; equal ones in the order of the gold data.</summary>
    public static void Print(ParseResult parse, IEnumerable<EvalError> errors)
    {
        foreach (var error in errors.OrderByDescending(e => e.Weight).Take(Math.Max(0, parse.GetValue(Option))))
        {
            if (parse.GetValue(CommonOptions.Json))
            {
                Output.Json(new { error = error.Kind, error.Item, error.Gold, error.Got, error.Note });
            }
            else
            {
                Output.Line($"\n[{error.Kind}] {error.Item}\n  gold  {Short(error.Gold)}\n  got   {Short(error.Got)}\n  {Short(error.Note)}");
            }
        }
    }

    private static string Short(string text) => Core.Text.Shortened.WithEllipsis(text.ReplaceLineEndings(" "), 400);
}
