using System.Diagnostics;
using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Query;
using Monitor.Core.Corpus.Sqlite;

namespace Monitor.Benchmarks;

/// <summary>First pages of every class of query over posts.</summary>
internal static class SearchBenchmark
{
    public static async Task<int> Run(string[] args)
    {
        var count = Switches.Number(args, "posts", 300_000);
        var articles = Switches.Number(args, "documents", 30_000);
        var rounds = Switches.Number(args, "rounds", 20);
        var folder = Directory.CreateTempSubdirectory("monitor-bench");
        try
        {
            await using var corpus = SqliteCorpus.Open(Switches.Text(args, "file") ?? Path.Combine(folder.FullName, "corpus.db"));
            await SampleCorpus.Fill(corpus, count, articles);
            string W(int rank) => SampleRecords.Word(rank);
            foreach (var (name, query, facets, sort) in new (string, string, string[], SearchSort)[]
                {
                    ("rare word", W(20_001), [], default), ("common word", W(9), [], default), ("commonest word", W(0), [], default), ("two words AND", $"{W(101)} {W(301)}", [], default),
                    ("three words OR", $"{W(51)} OR {W(101)} OR {W(201)}", [], default), ("phrase", $"\"{W(9)} {W(10)}\"", [], default), ("prefix", W(301)[..3] + "*", [], default),
                    ("filter and facet", $"{W(51)} lang:fa", ["language", "release"], default), ("hashtag", "#" + W(51), [], default),
                    ("common word, facet", W(9), ["language"], default), ("common word, newest", W(9), [], SearchSort.Newest), ("everything, newest", "", [], SearchSort.Newest),
                })
            {
                var request = new SearchRequest(QueryParser.Parse(query).Tree!, [SearchKind.Posts]) { Facets = facets, Sort = sort };
                var total = (await corpus.Search(request)).Total;
                var times = new List<double>();
                for (var i = 0; i < rounds; i++)
                {
                    var start = Stopwatch.GetTimestamp();
                    await corpus.Search(request);
                    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }

                times.Sort();
                Console.WriteLine($"search {name,-20} {total,9} hits   median {times[times.Count / 2],8:0.0} ms   p95 {times[(int)(times.Count * 0.95)],8:0.0} ms");
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
