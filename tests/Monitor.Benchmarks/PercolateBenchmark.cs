using System.Diagnostics;
using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Query;

namespace Monitor.Benchmarks;

/// <summary>Documents a second against saved searches of a realistic mix.</summary>
internal static class PercolateBenchmark
{
    public static int Run(string[] args)
    {
        var queries = Switches.Number(args, "queries", 10_000);
        var documents = Switches.Number(args, "documents", 2_000);
        var sample = new SampleRecords(3);
        var percolator = new Percolator();
        string W() => SampleRecords.Word(200 + sample.Rank());
        for (var i = 0; i < queries; i++)
        {
            var query = (i % 10) switch
            {
                < 4 => $"{W()} {W()}",
                < 6 => $"\"{W()} {W()}\"",
                6 => $"({W()} OR {W()}) {W()} -{W()}",
                7 => $"{W()} country:IR",
                8 => $"#{W()}",
                _ => $"speaker:{W()} {W()}",
            };
            percolator.Add($"q{i}", QueryParser.Parse(query).Tree!, SearchKind.Documents);
        }

        var texts = Enumerable.Range(0, documents).Select(i => sample.Document(i, 300)).ToList();
        percolator.Match(texts[0]);
        var clock = Stopwatch.StartNew();
        var matches = 0L;
        Parallel.ForEach(texts, d => Interlocked.Add(ref matches, percolator.Match(d).Count));
        Console.WriteLine($"percolate: {documents} documents of 300 words against {queries} searches in {clock.Elapsed.TotalSeconds:0.00} s, {documents / clock.Elapsed.TotalSeconds:0} documents/s, {matches} matches");
        return 0;
    }
}
