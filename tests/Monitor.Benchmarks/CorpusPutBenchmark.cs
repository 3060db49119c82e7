using System.Diagnostics;
using Monitor.Core.Corpus.Sqlite;

namespace Monitor.Benchmarks;

/// <summary>Posts a second into the SQLite corpus.</summary>
internal static class CorpusPutBenchmark
{
    public static async Task<int> Run(string[] args)
    {
        var count = Switches.Number(args, "posts", 300_000);
        var size = Switches.Number(args, "batch", 10_000);
        var folder = Directory.CreateTempSubdirectory("monitor-bench");
        try
        {
            var sample = new SampleRecords(1);
            var posts = Enumerable.Range(0, count).Select(sample.Post).ToList();
            var file = Switches.Text(args, "file") ?? Path.Combine(folder.FullName, "corpus.db");
            await using var corpus = SqliteCorpus.Open(file);
            foreach (var round in args.Contains("--once") ? ["new"] : (string[])["new", "again"])
            {
                var clock = Stopwatch.StartNew();
                var processor = Environment.CpuUsage.TotalTime;
                var longest = TimeSpan.Zero;
                foreach (var batch in posts.Chunk(size))
                {
                    var start = clock.Elapsed;
                    await corpus.Put(new() { Posts = batch });
                    longest = clock.Elapsed - start > longest ? clock.Elapsed - start : longest;
                }

                Console.WriteLine($"put {round}: {count} posts in {clock.Elapsed.TotalSeconds:0.0} s, {count / clock.Elapsed.TotalSeconds:0} posts/s, {(Environment.CpuUsage.TotalTime - processor).TotalSeconds:0.0} s of processor, longest batch of {size} {longest.TotalMilliseconds:0} ms, file {new FileInfo(file).Length >> 20} MiB");
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
