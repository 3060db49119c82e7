using System.CommandLine;
using Monitor.Commands.Eval;

namespace Monitor.Commands;

/// <summary><c>monitor eval</c>: Monitor's own stages measured against gold data.</summary>
internal static class EvalCommand
{
    public static Command Create() => new("eval", "Measure Monitor's stages against gold data, by the rules of the scorers beside the data")
    {
        GoldFolder.Option,
        ErrorList.Option,
        EvalQuotes.Create(),
        EvalGroups.Create(),
        EvalPairs.Create(),
        EvalCheckworthy.Create(),
        EvalMatch.Create(),
    };
}
