using System.Diagnostics;
using System.Globalization;
using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Elasticsearch;
using Monitor.Core.Corpus.Query;
using Monitor.Core.Corpus.Sqlite;

namespace Monitor.Benchmarks;

/// <summary>Puts and first pages of a cluster, beside the SQLite engine in the same run.</summary>
internal static class ElasticsearchBenchmark
{
    public static async Task<int> Run(string[] args)
    {
        var (count, size, rounds) = (Switches.Number(args, "posts", 100_000), Switches.Number(args, "batch", 10_000), Switches.Number(args, "rounds", 20));
        var url = Switches.Text(args, "url") ?? "http://localhost:9200";
        var folder = Directory.CreateTempSubdirectory("monitor-bench");
        var options = new ElasticsearchOptions { Urls = [url], Prefix = "bench-" + Guid.NewGuid().ToString("N")[..8], Shards = Switches.Number(args, "shards", 1) };
        try
        {
            await using var sqlite = SqliteCorpus.Open(Path.Combine(folder.FullName, "corpus.db"));
            await using var cluster = new ElasticsearchCorpus(options, TimeProvider.System);
            Console.WriteLine($"{url}: {await cluster.Health()}");
            try
            {
                var sample = new SampleRecords(1);
                var posts = Enumerable.Range(0, count).Select(sample.Post).ToList();
                foreach (var round in (string[])["new", "again"])
                {
                    await Put($"put {round}, sqlite", sqlite, posts, size);
                    await Put($"put {round}, cluster", cluster, posts, size);
                }

                string W(int rank) => SampleRecords.Word(rank);
                foreach (var (name, query, facets) in new (string, string, string[])[]
                    {
                        ("rare word", W(20_001), []), ("common word", W(9), []), ("commonest word", W(0), []), ("two words AND", $"{W(101)} {W(301)}", []),
                        ("three words OR", $"{W(51)} OR {W(101)} OR {W(201)}", []), ("phrase", $"\"{W(9)} {W(10)}\"", []), ("prefix", W(301)[..3] + "*", []),
                        ("filter and facet", $"{W(51)} lang:fa", ["language", "release"]), ("hashtag", "#" + W(51), []),
                    })
                {
                    var request = new SearchRequest(QueryParser.Parse(query).Tree!, [SearchKind.Posts]) { Facets = facets };
                    Console.WriteLine($"search {name,-18} sqlite {await Search(sqlite, request, rounds)}   cluster {await Search(cluster, request, rounds)}");
                }
            }
            finally
            {
                await cluster.Clear();
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task Put(string name, ICorpus corpus, List<Core.Model.Post> posts, int size)
    {
        var (clock, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        foreach (var batch in posts.Chunk(size))
        {
            await corpus.Put(new() { Posts = batch });
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name}: {posts.Count} posts in {clock.Elapsed.TotalSeconds:0.0} s, {posts.Count / clock.Elapsed.TotalSeconds:0} posts/s, {(Environment.CpuUsage.TotalTime - processor).TotalSeconds:0.0} s of this process's processor"));
    }

    private static async Task<string> Search(ICorpus corpus, SearchRequest request, int rounds)
    {
        var total = (await corpus.Search(request)).Total;
        var times = new List<double>();
        for (var i = 0; i < rounds; i++)
        {
            var start = Stopwatch.GetTimestamp();
            await corpus.Search(request);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        return string.Create(CultureInfo.InvariantCulture, $"{total,8} hits, median {times[times.Count / 2],7:0.0} ms, p95 {times[(int)(times.Count * 0.95)],7:0.0} ms");
    }
}
