using System.CommandLine;
using Monitor.Cli;
using Monitor.Core.Pipeline;

namespace Monitor.Commands;

/// <summary><c>monitor rebuild</c>: make the corpus again.</summary>
internal static class RebuildCommand
{
    private static readonly Option<string?> To = new("--to")
    {
        Description = "Move the corpus of this machine to the cluster below corpus:cluster, while Monitor runs: elasticsearch",
        HelpName = "ENGINE",
    };

    public static Command Create()
    {
        var command = new Command("rebuild", "Make the corpus again from evidence and release files, with the same ids; verdicts and sent messages stay");
        command.Options.Add(To);
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.OpenExisting(parse);
        if (parse.GetValue(To) is { } engine)
        {
            return await Move(session, engine, cancel);
        }

        var report = await session.Get<Rebuild>().Run(new LineProgress<string>(s => s), cancel);
        Output.Line($"{report.Pages} pages and {report.Files} release files were read, {report.Claims} claims linked.");
        return CrawlersCommand.NoteErrors(session.Definitions.Errors) ? ExitCode.Failures : ExitCode.Done;
    }

    private static async Task<int> Move(Session session, string engine, CancellationToken cancel)
    {
        if (engine != "elasticsearch")
        {
            throw new UsageException($"--to knows elasticsearch, not '{engine}'. Back to one machine: set corpus:engine to sqlite and run 'monitor rebuild'.");
        }

        var report = await session.Get<CorpusMove>().Run(new LineProgress<string>(s => s), cancel);
        Output.Line($"{report.Posts} posts, {report.Accounts} accounts, {report.Documents} documents and {report.Claims} claims are in the cluster.");
        Output.Note("Set corpus:engine to elasticsearch and start Monitor again; until then it answers from the old corpus, and new pages wait.");
        return ExitCode.Done;
    }
}
