using System.CommandLine;
using Monitor.Cli;
using Monitor.Core.Alerting;
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

            return await Crawl(session, parse, definitions, cancel) || broken ? ExitCode.Failures : ExitCode.Done;
        }
        finally
        {
            dry?.Delete(recursive: true);
        }
    }

    /// <summary>Runs definitions one after another; true when one of them failed.</summary>
    internal static async Task<bool> Crawl(Session session, ParseResult parse, IReadOnlyList<CrawlerDefinition> definitions, CancellationToken cancel)
    {
        var progress = new LineProgress<CrawlStep>(s => $"{s.Crawler}  {s.Url}  {s.Message}");
        await Catalogue.Put(session.Corpus, session.Definitions.Releases, cancel);
        var late = await session.Get<CatchUp>().Run(session.Definitions.Crawlers, progress, cancel);
        if (late > 0)
        {
            Output.Note($"{late} pages from an earlier, interrupted run were processed.");
        }

        var failed = false;
        foreach (var definition in definitions)
        {
            var run = await session.Get<Crawl>().Run(definition, progress, cancel);
            failed |= run.State != "done" || run.Failed > 0;
            Print(parse, definition, run);
        }

        await session.Get<Deliverer>().Run(cancel);
        return failed;
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
