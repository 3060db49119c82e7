using System.CommandLine;
using Monitor.Cli;
using Monitor.Core.Pipeline;

namespace Monitor.Commands;

/// <summary><c>monitor rebuild</c>: make the corpus again.</summary>
internal static class RebuildCommand
{
    public static Command Create()
    {
        var command = new Command("rebuild", "Make the corpus again from evidence and release files, with the same ids; verdicts and sent messages stay");
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parse, CancellationToken cancel)
    {
        await using var session = Session.OpenExisting(parse);
        var report = await session.Get<Rebuild>().Run(new LineProgress<string>(s => s), cancel);
        Output.Line($"{report.Pages} pages and {report.Files} release files were read, {report.Claims} claims linked.");
        return CrawlersCommand.NoteErrors(session.Definitions.Errors) ? ExitCode.Failures : ExitCode.Done;
    }
}
