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

    private static readonly Option<bool> NoDates = new("--no-dates") { Description = "Leave the dates of post and check out of account" };

    public static Command Create()
    {
        var command = new Command("match", "Find claims that were checked before; prints TREC run lines (query Q0 claim rank score tag), with --json the reasons too") { Claims, Queries, Top, NoDates };
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

        var matcher = new ClaimMatcher(CheckedClaimReader.Claims(parse.GetRequiredValue(Claims)), !parse.GetValue(NoDates));
        var queries = CheckedClaimReader.Queries(parse.GetRequiredValue(Queries));
        if (parse.GetValue(CommonOptions.Json))
        {
            foreach (var query in queries)
            {
                var rank = 0;
                foreach (var match in matcher.Match(query, top))
                {
                    Output.Json(new { query = query.Id, claim = match.Checked.Id, rank = ++rank, score = Math.Round(match.Score, 6), match.Copies, match.Reasons });
                }
            }

            return ExitCode.Done;
        }

        foreach (var line in matcher.TrecRun(queries, top, "monitor"))
        {
            Output.Line(line);
        }

        return ExitCode.Done;
    }
}
