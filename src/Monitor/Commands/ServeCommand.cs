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
        RefuseOpenDoor(options);
        await using var app = Build(data, options, definitions, schedule);
        CrawlersCommand.NoteErrors(definitions.Errors);
        await app.StartAsync(cancel);
        Output.Note($"Monitor serves {string.Join(" ", app.Urls)} from {Path.GetFullPath(data.Root)}. {Reach(app.Urls, options)} Ctrl+C stops.");
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
            .AddSingleton(new WebOptions { WritesFromNetwork = options.OpenToNetwork, Hosts = options.Hosts })
            .AddMonitorWeb();
        if (schedule)
        {
            builder.Services.AddMonitorScheduler();
        }

        var app = builder.Build();
        app.UseMonitorWeb();
        return app;
    }

    /// <summary>Without login, only this machine may reach Monitor.</summary>
    private static void RefuseOpenDoor(MonitorOptions options)
    {
        var open = options.Urls.Split(';').FirstOrDefault(u => !IsLoopback(u));
        if (open is not null && !options.OpenToNetwork)
        {
            throw new UsageException(
                $"'{open}' can be reached from other machines, and Monitor has no login yet: everybody there could record verdicts. Serve on a loopback address behind " +
                "a proxy that asks for a login, or set openToNetwork: true where the network itself is closed (as in docker-compose.yml).");
        }
    }

    /// <summary>Who can reach the addresses that are listened on, in a sentence.</summary>
    internal static string Reach(IEnumerable<string> urls, MonitorOptions options)
    {
        var names = string.Join(", ", options.Hosts.Prepend("localhost"));
        return !urls.All(IsLoopback)
            ? $"There is no login: every machine that reaches these addresses can read everything and record verdicts. It answers to the names {names} only."
            : options.Hosts.Count > 0
                ? $"There is no login: this machine can reach it, and whoever a proxy here lets in under the names {names}."
                : "There is no login: only this machine can reach it.";
    }

    private static bool IsLoopback(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url)
        && (url.Host == "localhost" || (IPAddress.TryParse(url.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
}
