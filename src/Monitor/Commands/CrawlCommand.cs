using System.CommandLine;
using Monitor.Cli;
using Monitor.Core.Definitions;
using Monitor.Core.Ledger;
using Monitor.Core.Pipeline;

namespace Monitor.Commands;

/// <summary><c>monitor crawl</c>: run definitions now.</summary>
internal static class CrawlCommand
{
    /// <summary>Pages that a dry run fetches of each source: enough to see whether extraction works.</summary>
    private const int DryRunPages = 3;

    private static readonly Argument<string[]> Ids = new("id") { Description = "Definitions to run; all when none is named", Arity = ArgumentArity.ZeroOrMore };

    private static readonly Option<bool> DryRun = new("--dry-run") { Description = $"Fetch at most {DryRunPages} pages of each source into a folder that is thrown away" };

    public static Command Create()
    {
        var command = new Command("crawl", "Collect new pages now") { Ids, DryRun };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parse, CancellationToken cancel)
    {
        var dry = parse.GetValue(DryRun) ? Directory.CreateTempSubdirectory("monitor-dry-run-") : null;
        try
        {
            await using var session = dry is null ? Session.Open(parse) : Session.Open(dry.FullName, Settings.Read(parse.GetValue(CommonOptions.Config)));
            var definitions = Chosen(session.Definitions, parse.GetValue(Ids) ?? []);
            var broken = CrawlersCommand.NoteErrors(session.Definitions.Errors);
            if (dry is not null)
            {
                definitions = [.. definitions.Select(d => d with { MaxPages = Math.Min(d.MaxPages, DryRunPages) })];
            }

            var failed = broken;
            await session.Get<Collection>().Run(
                definitions,
                NoteLate,
                (definition, run) =>
                {
                    failed |= run.State != "done" || run.Failed > 0;
                    Print(parse, definition, run);
                },
                new LineProgress<CrawlStep>(s => $"{s.Crawler}  {s.Url}  {s.Message}"),
                cancel);
            return failed ? ExitCode.Failures : ExitCode.Done;
        }
        finally
        {
            dry?.Delete(recursive: true);
        }
    }

    /// <summary>Says that an earlier run was interrupted.</summary>
    internal static void NoteLate(int pages)
    {
        if (pages > 0)
        {
            Output.Note($"{pages} pages from an earlier, interrupted run were processed.");
        }
    }

    private static IReadOnlyList<CrawlerDefinition> Chosen(DefinitionBook book, string[] ids)
    {
        var unknown = ids.FirstOrDefault(id => book.Crawlers.All(c => c.Id != id));
        return unknown is not null
            ? throw new UsageException($"There is no definition '{unknown}' in {book.Folder}. See 'monitor crawlers list'.")
            : ids.Length == 0 ? book.Crawlers : [.. ids.Distinct().Select(id => book.Crawlers.First(c => c.Id == id))];
    }

    private static void Print(ParseResult parse, CrawlerDefinition definition, Run run)
    {
        if (parse.GetValue(CommonOptions.Json))
        {
            Output.Json(new { crawler = definition.Id, run.State, run.Found, run.Captured, run.Failed, run.Message });
        }
        else
        {
            Output.Line($"{definition.Id}: {run.State}; {run.Found} found, {run.Captured} captured, {run.Failed} failed{(run.Message.Length > 0 ? $"; {run.Message}" : "")}");
        }
    }
}
