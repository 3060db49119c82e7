using System.Diagnostics;
using Monitor.Core.Linking;

namespace Monitor.Benchmarks;

/// <summary>Index of checked claims, and a query for an earlier check. Claims of made words by Zipf's law, with one rare word of their own in ten.</summary>
internal static class MatchBenchmark
{
    private const int Words = 14;

    public static int Run(string[] args)
    {
        var (count, queries) = (Switches.Number(args, "claims", 100_000), Switches.Number(args, "queries", 200));
        var random = new Random(1);
        string Text(int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => SampleRecords.Word((int)Math.Min(40_000, Math.Exp(random.NextDouble() * Math.Log(40_000))))));
        var claims = Enumerable.Range(0, count).Select(i => new CheckedClaim($"c{i}", Text(Words), Text(Words / 2))).ToList();
        foreach (var size in new[] { 15_000, count }.Where(s => s <= count).Distinct())
        {
            var (start, cpu) = (Stopwatch.GetTimestamp(), Process.GetCurrentProcess().TotalProcessorTime);
            var matcher = new ClaimMatcher([.. claims.Take(size)]);
            Console.WriteLine($"match index {size,7} claims   {Stopwatch.GetElapsedTime(start).TotalSeconds,8:0.0} s   cpu {(Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalSeconds,8:0.0} s   memory {GC.GetTotalMemory(true) / 1048576,6} MB");
            var times = new List<double>();
            for (var i = 0; i < queries; i++)
            {
                // A post says half of a claim and something else.
                var post = string.Join(' ', claims[random.Next(size)].Claim.Split(' ').Take(Words / 2)) + " " + Text(Words);
                start = Stopwatch.GetTimestamp();
                matcher.Match(new($"q{i}", post), 5);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            times.Sort();
            Console.WriteLine($"match query {size,7} claims   median {times[times.Count / 2],8:0.0} ms   p95 {times[(int)(times.Count * .95)],8:0.0} ms");
        }

        return 0;
    }
}
