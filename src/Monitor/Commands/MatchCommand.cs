using System.CommandLine;
using Monitor.Cli;
using Monitor.Core.Linking;

namespace Monitor.Commands;

/// <summary><c>monitor match</c>: which claims were checked before.</summary>
internal static class MatchCommand
{
    private static readonly Option<string> Claims = new("--claims") { Description = "Checked claims (JSON Lines, or TSV with a header)", Required = true, HelpName = "F" };
    private static readonly Option<string> Queries = new("--queries") { Description = "Posts or claims to look for (likewise)", Required = true, HelpName = "F" };
    private static readonly Option<int> Top = new("--top") { Description = "Most answers a query, 1 to 1000", DefaultValueFactory = _ => 5, HelpName = "N" };

    public static Command Create()
    {
        var command = new Command("match", "Find claims that were checked before; prints TREC run lines (query Q0 claim rank score tag)") { Claims, Queries, Top };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parse)
    {
        var top = parse.GetValue(Top);
        if (top is < 1 or > 1000)
        {
            throw new UsageException($"--top is {top}; it lies between 1 and 1000.");
        }

        foreach (var line in new ClaimMatcher(CheckedClaimReader.Claims(parse.GetRequiredValue(Claims))).TrecRun(CheckedClaimReader.Queries(parse.GetRequiredValue(Queries)), top, "monitor"))
        {
            Output.Line(line);
        }

        return ExitCode.Done;
    }
}
