using System.Diagnostics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Monitor.Core.Model;
using Monitor.Core.Pipeline;

namespace Monitor.Benchmarks;

/// <summary>What one import took.</summary>
/// <param name="Rows">Rows of the file.</param>
/// <param name="Seconds">By the clock, keeping the file included.</param>
/// <param name="CpuSeconds">Of all processors, user and system.</param>
internal sealed record ImportFigures(long Rows, double Seconds, double CpuSeconds)
{
    public long RowsPerSecond { get; init; }

    /// <summary>Copying the file into the release store.</summary>
    public double KeepSeconds { get; init; }

    /// <summary>Rows a second over each tenth of the rows: flat when the rate does not depend on what is stored already.</summary>
    public List<long> Tenths { get; init; } = [];

    public long Added { get; init; }

    public long Changed { get; init; }

    public long Unchanged { get; init; }

    public long PeakMegabytes { get; init; }

    /// <summary>Time in which the collector let nothing else run.</summary>
    public double PauseSeconds { get; init; }

    public long CorpusMegabytes { get; init; }

    public long LogMegabytes { get; init; }
}

/// <summary>One import into a data folder, in this process, by the parts that <c>archive import</c> uses.</summary>
internal static class ImportMeasure
{
    public static async Task<int> Run(string file, string data)
    {
        var folder = new DataFolder(data);
        var marks = new Marks();
        IReadOnlyList<ImportReport> reports;
        TimeSpan seconds;
        await using (var core = new ServiceCollection().AddLogging().AddMonitor(folder, new MonitorOptions(), new DefinitionBook(data)).BuildServiceProvider())
        {
            core.GetRequiredService<Core.Ledger.Ledger>().Imports.Forget();
            marks.Clock.Start();
            reports = await core.GetRequiredService<ReleaseImport>().Run(new Release("benchmark", "Benchmark", "twitter"), [file], marks);
            seconds = marks.Clock.Elapsed;
        }

        seconds = marks.Clock.Elapsed > seconds ? marks.Clock.Elapsed : seconds; // closing writes the log back into the file
        var (counts, cpu) = (reports[0].Counts, Environment.CpuUsage.TotalTime.TotalSeconds);
        Console.WriteLine(JsonSerializer.Serialize(
            new ImportFigures(counts.Rows, Math.Round(seconds.TotalSeconds, 2), Math.Round(cpu, 2))
            {
                RowsPerSecond = (long)(counts.Rows / seconds.TotalSeconds),
                KeepSeconds = Math.Round(seconds.TotalSeconds - reports[0].Seconds, 2),
                Tenths = marks.Tenths(counts.Rows),
                Added = counts.Added,
                Changed = counts.Changed,
                Unchanged = counts.Unchanged,
                PeakMegabytes = Process.GetCurrentProcess().PeakWorkingSet64 >> 20,
                PauseSeconds = Math.Round(GC.GetTotalPauseDuration().TotalSeconds, 2),
                CorpusMegabytes = new FileInfo(folder.Corpus).Length >> 20,
                LogMegabytes = marks.LargestLog(folder) >> 20,
            },
            JsonSerializerOptions.Web));
        return 0;
    }

    /// <summary>When how many rows were through.</summary>
    private sealed class Marks : IProgress<ImportReport>
    {
        private readonly List<(long Rows, TimeSpan At)> _marks = [];

        public Stopwatch Clock { get; } = new();

        public void Report(ImportReport value) => _marks.Add((value.Counts.Rows, Clock.Elapsed));

        public List<long> Tenths(long rows)
        {
            var tenths = new List<long>();
            var from = _marks.Count > 0 ? _marks[0] : default;
            for (var i = 1; i <= 10; i++)
            {
                var to = _marks.Find(m => m.Rows >= rows * i / 10);
                if (to.At > from.At)
                {
                    tenths.Add((long)((to.Rows - from.Rows) / (to.At - from.At).TotalSeconds));
                    from = to;
                }
            }

            return tenths;
        }

        public long LargestLog(DataFolder folder) => File.Exists(folder.Corpus + "-wal") ? new FileInfo(folder.Corpus + "-wal").Length : 0;
    }
}
