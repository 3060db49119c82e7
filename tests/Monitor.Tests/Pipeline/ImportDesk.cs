using Microsoft.Extensions.DependencyInjection;
using Monitor.Core.Alerting;
using Monitor.Core.Archives;
using Monitor.Core.Corpus;
using Monitor.Core.Evidence;
using Monitor.Core.Model;
using Monitor.Core.Pipeline;

namespace Monitor.Tests.Pipeline;

/// <summary>A data folder of its own into which release files are imported, in batches of a chosen size, and what it holds afterwards.</summary>
internal sealed class ImportDesk : IDisposable
{
    private static readonly Release Release = new("sample-release", "Sample release", "twitter");

    private readonly TemporaryFolder _folder = new();

    /// <summary>Imports files with one call.</summary>
    /// <param name="files">Their paths.</param>
    /// <param name="batchRows">Most rows stored together.</param>
    /// <param name="stopAfter">Interrupts the call after this many reports of progress.</param>
    /// <param name="forget">Forgets first how far earlier imports came, so that every row is read and put again.</param>
    public async Task<ImportCounts> Import(IReadOnlyList<string> files, int batchRows, int? stopAfter = null, bool forget = false)
    {
        await using var core = Core();
        if (forget)
        {
            core.GetRequiredService<Core.Ledger.Ledger>().Imports.Forget();
        }

        T Get<T>()
            where T : notnull => core.GetRequiredService<T>();
        var import = new ReleaseImport(Get<ReleaseStore>(), Get<ArchiveReader>(), Get<ICorpus>(), Get<Core.Ledger.Ledger>(), Get<Relink>(), Get<AlertMatcher>(), Get<DataLocks>(), Get<CorpusEngine>(), Get<TimeProvider>())
        {
            BatchRows = batchRows,
        };
        using var stop = new CancellationTokenSource();
        var reports = await import.Run(Release, files, stopAfter is { } reportsLeft ? new Stopper(stop, reportsLeft) : null, cancel: stop.Token);
        return reports.Select(r => r.Counts).Aggregate((a, b) => a + b);
    }

    /// <summary>Everything in the corpus, and which posts each of these words finds.</summary>
    public async Task<IReadOnlyList<string>> State(params string[] words)
    {
        var state = new List<string>(await CorpusState.Of(_folder.Path));
        await using var core = Core();
        foreach (var word in words)
        {
            var tree = Monitor.Core.Corpus.Query.QueryParser.Parse(word).Tree!;
            var page = await core.GetRequiredService<ICorpus>().Search(new(tree, [SearchKind.Posts, SearchKind.Accounts]) { Limit = 1000 }, TestContext.Current.CancellationToken);
            state.Add($"{word}: {string.Join(' ', page.Hits.Select(h => h.Id).Order(StringComparer.Ordinal))}");
        }

        return state;
    }

    public void Dispose() => _folder.Dispose();

    private ServiceProvider Core() => new ServiceCollection().AddLogging()
        .AddMonitor(new DataFolder(_folder.Path), new MonitorOptions(), new DefinitionBook(_folder.At("crawlers")))
        .AddSingleton<TimeProvider>(ManualTime.At("2026-03-01T10:00:00Z"))
        .BuildServiceProvider();

    private sealed class Stopper(CancellationTokenSource stop, int left) : IProgress<ImportReport>
    {
        private int _left = left;

        public void Report(ImportReport value)
        {
            if (--_left < 0)
            {
                stop.Cancel();
            }
        }
    }
}
