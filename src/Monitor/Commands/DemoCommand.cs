using System.CommandLine;
using Monitor.Cli;
using Monitor.Core.Model;
using Monitor.Core.Pipeline;
using Monitor.Demo;

namespace Monitor.Commands;

/// <summary><c>monitor demo</c>: the whole way on bundled sample data, without network.</summary>
internal static class DemoCommand
{
    private const string ReleaseId = "sample-release";
    private const string Recipient = "desk@newsroom.example";

    private static readonly Option<bool> NoServe = new("--no-serve") { Description = "End after the summary instead of serving the pages" };

    private static readonly (string Id, string Name, string Query, string In)[] Searches =
    [
        ("zarif", "What Zarif says about accounts", "speaker:zarif", "claims"),
        ("accounts-removed", "Accounts removed or suspended", "accounts (removed OR suspended OR shuttered)", "documents"),
    ];

    public static Command Create()
    {
        var command = new Command("demo", "Crawl a bundled sample site, import a synthetic release, link, alert, and serve what was found; no network needed") { NoServe };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult parse, CancellationToken cancel)
    {
        var data = parse.GetValue(CommonOptions.Data) ?? Path.Combine(Session.DataOf(parse), "demo");
        var options = Settings.Read(parse.GetValue(CommonOptions.Config));
        var definitions = new DefinitionBook(
            Path.Combine(AppContext.BaseDirectory, "Demo", "crawlers"), Path.Combine(AppContext.BaseDirectory, "crawlers", "releases"));
        await using var site = await SampleSite.Start(cancel);
        bool failed;
        await using (var session = Session.Open(data, options, definitions))
        {
            Output.Note($"Sample site on http://127.0.0.1:{SampleSite.Port}/, data in {Path.GetFullPath(data)}");
            await Import(session, cancel);
            SaveSearches(session);
            failed = await Collect(session, definitions, cancel);
            await DemoSummary.Print(session, options, cancel);
        }

        if (!parse.GetValue(NoServe))
        {
            await ServeCommand.Serve(new DataFolder(data), options, definitions, schedule: false, cancel);
        }

        return failed ? ExitCode.Failures : ExitCode.Done;
    }

    private static async Task Import(Session session, CancellationToken cancel)
    {
        var folder = Path.Combine(session.Data.Root, "sample-release");
        SampleRelease.Write(folder);
        var release = ArchiveCommand.InCatalogue(session.Definitions, ReleaseId);
        string[] files = [Path.Combine(folder, SampleRelease.UsersFile), Path.Combine(folder, SampleRelease.TweetsFile)];
        foreach (var report in await session.Get<ReleaseImport>().Run(release, files, cancel: cancel))
        {
            Output.Note($"Imported {report.File}: {report.Counts.Accounts} accounts, {report.Counts.Posts} posts, {report.Counts.Quarantined} quarantined; {report.Counts.Added} new");
        }
    }

    private static void SaveSearches(Session session)
    {
        foreach (var (id, name, query, kind) in Searches.Where(s => session.Ledger.SavedSearches.Get(s.Id) is null))
        {
            session.Ledger.SavedSearches.Put(new SavedSearch(id, name, query, kind, Recipient, Rhythm.AtOnce, session.Get<TimeProvider>().GetUtcNow()));
        }
    }

    /// <summary>Crawls with the real crawler, as <c>monitor crawl</c> does; the one page that robots.txt closes is no failure.</summary>
    private static async Task<bool> Collect(Session session, DefinitionBook definitions, CancellationToken cancel)
    {
        var failed = false;
        var sent = await session.Get<Collection>().Run(
            definitions.Crawlers,
            CrawlCommand.NoteLate,
            (definition, run) =>
            {
                failed |= run.State != "done";
                Output.Note($"Crawled {definition.Name}: {run.Found} found, {run.Captured} new pages{(run.Message.Length > 0 ? $"; {run.Message}" : "")}");
            },
            cancel: cancel);
        Output.Note($"Alerts: {sent.Sent} mails written");
        return failed;
    }
}
