using System.CommandLine;
using System.Net;
using Monitor.Cli;
using Monitor.Core.Definitions;
using Monitor.Core.Pipeline;
using Monitor.Web;

namespace Monitor.Commands;

/// <summary><c>monitor serve</c>: web pages, API and scheduler.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Serve the web pages and the API, and run the definitions at their schedules (default)");
        command.SetAction(Run);
        return command;
    }

    public static async Task<int> Run(ParseResult parse, CancellationToken cancel)
    {
        var options = Settings.Read(parse.GetValue(CommonOptions.Config));
        await Serve(new DataFolder(Session.DataOf(parse)), options, new DefinitionBook(Session.CrawlersFolder(options)), schedule: true, cancel);
        return ExitCode.Done;
    }

    /// <summary>Serves until the process is asked to stop.</summary>
    internal static async Task Serve(DataFolder data, MonitorOptions options, DefinitionBook definitions, bool schedule, CancellationToken cancel)
    {
        await using var app = Build(data, options, definitions, schedule);
        var ledger = app.Services.GetRequiredService<Core.Ledger.Ledger>();
        RefuseOpenDoor(options, ledger);
        CrawlersCommand.NoteErrors(definitions.Errors);
        await app.StartAsync(cancel);
        Output.Note($"Monitor serves {string.Join(" ", app.Urls)} from {Path.GetFullPath(data.Root)}. {Reach(ledger, options)} Ctrl+C stops.");
        await app.WaitForShutdownAsync(cancel);
    }

    internal static WebApplication Build(DataFolder data, MonitorOptions options, DefinitionBook definitions, bool schedule)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory, ApplicationName = "Monitor.Web" });
        builder.Configuration.Sources.Clear();
        builder.Configuration.AddInMemoryCollection();
        builder.Logging.ClearProviders().AddSimpleConsole(c => c.SingleLine = true).SetMinimumLevel(LogLevel.Information)
            .AddFilter("Microsoft", LogLevel.Warning).AddFilter("Quartz", LogLevel.Warning);
        builder.WebHost.UseUrls(options.Urls.Split(';'));
        builder.Services.AddMonitor(data, options, definitions)
            .AddSingleton(new DefinitionSet<CrawlerDefinition>(definitions.Crawlers, definitions.Errors))
            .AddSingleton(new WebOptions
            {
                Hosts = options.Hosts,
                Https = options.Mail.BaseUrl.StartsWith("https:", StringComparison.OrdinalIgnoreCase),
                Sessions = options.Login,
                ApiRequestsPerMinute = options.ApiRequestsPerMinute,
            })
            .AddMonitorWeb();
        if (schedule)
        {
            builder.Services.AddMonitorScheduler();
        }

        var app = builder.Build();
        app.UseMonitorWeb();
        return app;
    }

    /// <summary>Other machines may reach Monitor only when somebody can look after who logs in.</summary>
    internal static void RefuseOpenDoor(MonitorOptions options, Core.Ledger.Ledger ledger)
    {
        var open = options.Urls.Split(';').FirstOrDefault(u => !IsLoopback(u));
        if (open is not null && !ledger.People.HasAdministrator())
        {
            throw new UsageException(
                $"'{open}' can be reached from other machines, and nobody is defined who could log in. Add an administrator first: monitor user add NAME --role administrator. " +
                "Without people Monitor serves on loopback addresses only.");
        }
    }

    /// <summary>Who can read and change what is served, in a sentence.</summary>
    internal static string Reach(Core.Ledger.Ledger ledger, MonitorOptions options)
    {
        var names = string.Join(", ", options.Hosts.Prepend("localhost"));
        return !ledger.People.IsEmpty()
            ? $"People log in. It answers to the names {names} only."
            : options.Hosts.Count > 0
                ? $"There is no login, since no person is defined: this machine can reach it, and whoever a proxy here lets in under the names {names}."
                : "There is no login, since no person is defined: only this machine can reach it.";
    }

    private static bool IsLoopback(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url)
        && (url.Host == "localhost" || (IPAddress.TryParse(url.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
}
