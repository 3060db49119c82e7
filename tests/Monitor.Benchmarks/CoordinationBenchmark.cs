using System.Diagnostics;
using System.Text.Json;
using Monitor.Core.Corpus.Sqlite;
using Monitor.Core.Dossiers.Coordination;
using Monitor.Core.Dossiers.Coordination.Traces;
using Monitor.Core.Model;

namespace Monitor.Benchmarks;

/// <summary>
/// How long the five networks of a release take, from posts that are made while they are read (or, with <c>--sqlite</c>, from a corpus of them), and whether the groups
/// that were planted are found: pairs of one group that the network misses, and pairs beyond chance that were not planted. One JSON object a line.
/// </summary>
internal static class CoordinationBenchmark
{
    public static async Task<int> Run(string[] args)
    {
        var posts = Switches.Number(args, "posts", 1_000_000);
        var options = new CoordinationOptions { Window = Switches.Number(args, "window", 10), Threads = Switches.Number(args, "threads", 0) };
        var sample = new SampleActions(Switches.Number(args, "seed", 7), posts, args.Contains("--minutes"));
        var folder = Directory.CreateTempSubdirectory("monitor-coordination-");
        try
        {
            return args.Contains("--sqlite") ? await ThroughCorpus(sample, options, folder.FullName) : await Alone(sample, options, folder.FullName);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> Alone(SampleActions sample, CoordinationOptions options, string folder)
    {
        await Measure(sample, "make the posts alone", async () =>
        {
            await foreach (var post in sample.Posts())
            {
                GC.KeepAlive(post);
            }

            return null;
        });
        var place = Path.Combine(folder, "traces");
        foreach (var kind in Enum.GetValues<TraceKind>())
        {
            using var traces = await Measure(sample, $"make and read the posts for {kind}", async () => (TraceSet?)await CoordinationFinder.Read(sample.Posts(), kind, place, options));
            Line(new { benchmark = "coordination", step = "traces on disk", megabytes = new DirectoryInfo(place).GetFiles().Sum(f => f.Length) / 1_000_000 });
            foreach (var trace in Enum.GetValues<CoordinationTrace>().Where(t => (t == CoordinationTrace.Text) == (kind == TraceKind.Texts)))
            {
                var network = await Measure(sample, $"{trace} network", () => Task.FromResult<CoordinationNetwork?>(CoordinationFinder.Find(traces!, trace, ["sample"], options)));
                Judge(sample, network!);
            }
        }

        return 0;
    }

    private static async Task<int> ThroughCorpus(SampleActions sample, CoordinationOptions options, string folder)
    {
        await using var corpus = SqliteCorpus.Open(Path.Combine(folder, "corpus.db"));
        await Measure(sample, "put into SQLite", async () =>
        {
            await foreach (var batch in sample.Posts().Chunk(10_000))
            {
                await corpus.Put(new() { Posts = batch });
            }

            await corpus.Put(new() { Releases = [new("sample", "Sample", "twitter") { Versions = [new(1, DateTimeOffset.UnixEpoch, []) { Posts = sample.Count }] }] });
            return null;
        });
        using var book = new CoordinationBook(corpus, Path.Combine(folder, "coordination"));
        foreach (var trace in Enum.GetValues<CoordinationTrace>())
        {
            var step = $"{(trace is CoordinationTrace.Repost or CoordinationTrace.Text ? "read from SQLite, " : "")}{trace} network, rows of examples";
            Judge(sample, (await Measure<CoordinationNetwork>(sample, step, async () => await book.Measure(["sample"], trace, options)))!);
        }

        return 0;
    }

    private static async Task<T?> Measure<T>(SampleActions sample, string step, Func<Task<T?>> work)
        where T : class
    {
        var (clock, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var result = await work();
        var seconds = clock.Elapsed.TotalSeconds;
        Line(new
        {
            benchmark = "coordination",
            step,
            posts = sample.Count,
            seconds = Math.Round(seconds, 1),
            processorSeconds = Math.Round((Environment.CpuUsage.TotalTime - before).TotalSeconds, 1),
            postsPerSecond = (long)(sample.Count / seconds),
            peakMegabytes = Process.GetCurrentProcess().PeakWorkingSet64 / 1_000_000,
        });
        return result;
    }

    private static Task<object?> Measure(SampleActions sample, string step, Func<Task<object?>> work) => Measure<object>(sample, step, work);

    private static void Judge(SampleActions sample, CoordinationNetwork network)
    {
        var beyond = network.Edges.Where(e => e.BeyondChance).Select(e => (e.A, e.B)).ToHashSet();
        var planted = sample.Planted.ToHashSet();
        Line(new
        {
            benchmark = "coordination",
            trace = network.Trace.ToString(),
            network.EffectiveWindow,
            network.Actions,
            network.Comparable,
            network.Joint,
            expected = Math.Round(network.Expected, 1),
            network.PairsTested,
            network.EdgesFound,
            network.EdgesBeyondChance,
            planted = planted.Count,
            plantedFound = planted.Count(beyond.Contains),
            notPlanted = beyond.Count(e => !planted.Contains(e)),
            groups = network.Groups.Count,
        });
    }

    private static void Line<T>(T value) => Console.WriteLine(JsonSerializer.Serialize(value));
}
