using System.Diagnostics;
using System.Text.Json;
using Monitor.Core.Archives;
using Monitor.Core.Model;

namespace Monitor.Benchmarks;

/// <summary>
/// How fast release files are read, without storing: <c>read FILE…</c>. Beside our reader, CsvHelper reads the same fields of the same file (without
/// making records of them) in the same run. Best of <see cref="Runs"/> runs each; one JSON object a line.
/// </summary>
internal static class ReadBenchmark
{
    private const int Runs = 3;

    public static int Run(IReadOnlyList<string> paths)
    {
        ArgumentNullException.ThrowIfNull(paths);
        foreach (var file in ArchiveReader.FindFiles(paths).Files)
        {
            Measure("archive reader", file, () => Records(file));
            if (file.Member is null && file.Path.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            {
                Measure("CsvHelper, fields alone", file, () => Fields(file.Path));
            }
        }

        return 0;
    }

    private static long Records(ArchiveFile file)
    {
        var release = new Release("benchmark", "Benchmark", "twitter");
        return new ArchiveReader().Read(release, 1, file).LongCount();
    }

    private static long Fields(string path)
    {
        using var reader = CsvHelper.CsvReader.FromFile(path, new CsvHelper.CsvReaderOptions { TrackLineNumbers = true, HasHeader = true });
        long rows = 0;
        for (; reader.Read(); rows++)
        {
            for (var i = 0; i < reader.FieldCount; i++)
            {
                _ = reader.GetString(i);
            }
        }

        return rows;
    }

    private static void Measure(string tool, ArchiveFile file, Func<long> read)
    {
        var best = TimeSpan.MaxValue;
        long rows = 0;
        for (var run = 0; run < Runs; run++)
        {
            var watch = Stopwatch.StartNew();
            rows = read();
            best = watch.Elapsed < best ? watch.Elapsed : best;
        }

        var bytes = new FileInfo(file.Path).Length;
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            benchmark = "read",
            tool,
            file = file.Name,
            rows,
            seconds = Math.Round(best.TotalSeconds, 3),
            rowsPerSecond = (long)(rows / best.TotalSeconds),
            megabytesPerSecond = (long)(bytes / 1e6 / best.TotalSeconds),
            peakMegabytes = Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000,
        }));
    }
}
