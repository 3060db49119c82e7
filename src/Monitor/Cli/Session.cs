using System.CommandLine;
using Monitor.Core.Corpus;
using Monitor.Core.Pipeline;

namespace Monitor.Cli;

/// <summary>What a command works with: the settings and the rooms, made when first asked for.</summary>
internal sealed class Session : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Session(DataFolder data, MonitorOptions options, DefinitionBook definitions)
    {
        Data = data;
        Options = options;
        _services = new ServiceCollection()
            .AddLogging(l => l.AddSimpleConsole(c => c.SingleLine = true).AddConsole(c => c.LogToStandardErrorThreshold = LogLevel.Trace)
                .SetMinimumLevel(LogLevel.Warning))
            .AddMonitor(data, options, definitions)
            .BuildServiceProvider();
    }

    /// <summary>Where the data lies.</summary>
    public DataFolder Data { get; }

    /// <summary>The settings.</summary>
    public MonitorOptions Options { get; }

    /// <summary>The corpus.</summary>
    public ICorpus Corpus => Get<ICorpus>();

    /// <summary>The ledger.</summary>
    public Core.Ledger.Ledger Ledger => Get<Core.Ledger.Ledger>();

    /// <summary>The definitions and the catalogue.</summary>
    public DefinitionBook Definitions => Get<DefinitionBook>();

    /// <summary>Opens a session for a command line.</summary>
    public static Session Open(ParseResult parse) => Open(DataOf(parse), Settings.Read(parse.GetValue(CommonOptions.Config)));

    /// <summary>Opens a session for a command that only reads: a folder without data is a mistake in the path, not an empty answer.</summary>
    /// <exception cref="UsageException">There is no data in the folder.</exception>
    public static Session OpenExisting(ParseResult parse)
    {
        var data = new DataFolder(DataOf(parse));
        return File.Exists(data.Ledger) || File.Exists(data.Corpus)
            ? Open(parse)
            : throw new UsageException($"There is no data in '{Path.GetFullPath(data.Root)}'. Name the folder with --data, or begin with 'monitor demo', 'monitor crawl' or 'monitor archive import'.");
    }

    /// <summary>Opens a session on a folder.</summary>
    public static Session Open(string data, MonitorOptions options, DefinitionBook? definitions = null) =>
        new(new DataFolder(data), options, definitions ?? new DefinitionBook(CrawlersFolder(options)));

    /// <summary>The folder that <c>--data</c>, <c>MONITOR_DATA</c> or the default names.</summary>
    public static string DataOf(ParseResult parse) =>
        parse.GetValue(CommonOptions.Data) is { Length: > 0 } given ? given
        : Environment.GetEnvironmentVariable("MONITOR_DATA") is { Length: > 0 } named ? named
        : "data";

    /// <summary>The folder of definitions: the configured one, else <c>./crawlers</c>, else the copy beside the program.</summary>
    public static string CrawlersFolder(MonitorOptions options) =>
        options.Crawlers.Length > 0 ? options.Crawlers
        : Directory.Exists("crawlers") ? "crawlers"
        : Path.Combine(AppContext.BaseDirectory, "crawlers");

    /// <summary>A part of the core.</summary>
    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
