using System.Diagnostics;
using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Sqlite;
using Monitor.Core.Ledger;
using Monitor.Core.Linking;
using Monitor.Core.Linking.Accounts;
using Monitor.Core.Model;
using Monitor.Core.Pipeline;

namespace Monitor.Benchmarks;

/// <summary>
/// How long a new claim takes against many accounts (<c>link claim</c>), and a new release against many claims (<c>link release</c>). Accounts, bios and claims are made up
/// from a fixed seed; one account in eight names a group, as in the releases of 2018.
/// </summary>
internal static class LinkBenchmark
{
    private const int ReleaseSize = 50_000;
    private const int Batch = 10_000;

    public static Task<int> Run(string[] args) => args switch
    {
        ["claim", .. var rest] => Claim(rest),
        ["release", .. var rest] => Release(rest),
        _ => Task.FromResult(2),
    };

    private static async Task<int> Claim(string[] args)
    {
        var count = Switches.Number(args, "accounts", 1_000_000);
        var folder = Directory.CreateTempSubdirectory("monitor-bench");
        try
        {
            var file = Switches.Text(args, "file") ?? Path.Combine(folder.FullName, "corpus.db");
            await using var corpus = SqliteCorpus.Open(file);
            var there = (await corpus.Counts())[RecordKind.Account];
            var clock = Stopwatch.StartNew();
            await Fill(corpus, (int)there, count);
            Console.WriteLine($"link claim: {count - there} accounts put and marked in {clock.Elapsed.TotalSeconds:0} s, file {new FileInfo(file).Length >> 20} MiB");
            var sample = new SampleAccounts(7);
            var linker = new ClaimLinker(corpus);
            List<(double Wall, double Processor, int Links)> rounds = [];
            for (var i = 0; i < Switches.Number(args, "claims", 40); i++)
            {
                var claim = sample.Claim(i, fits: true);
                var (start, processor) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
                var linked = await linker.Link(claim);
                rounds.Add((Stopwatch.GetElapsedTime(start).TotalMilliseconds, (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds, linked.Links.Count));
            }

            var walls = rounds.Select(r => r.Wall).Order().ToList();
            Console.WriteLine($"link claim: {rounds.Count} claims against {count} accounts: first {rounds[0].Wall:0} ms, median {walls[walls.Count / 2]:0} ms, p95 {walls[walls.Count * 95 / 100]:0} ms, most {walls[^1]:0} ms, {rounds.Average(r => r.Processor):0} ms of processor each, {rounds.Average(r => r.Links):0} links each");
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task Fill(SqliteCorpus corpus, int there, int count)
    {
        var sample = new SampleAccounts(1);
        for (var from = there; from < count; from += Batch)
        {
            var accounts = Enumerable.Range(from, Math.Min(Batch, count - from)).Select(n => sample.Account(n, $"bench-{n / ReleaseSize:D4}")).ToList();
            await corpus.Put(new() { Accounts = accounts, AccountMarks = [.. accounts.AsParallel().AsOrdered().Select(AccountMarker.Of)] });
        }

        await corpus.Put(new() { Releases = [.. Enumerable.Range(0, (count + ReleaseSize - 1) / ReleaseSize).Select(r => SampleAccounts.Release($"bench-{r:D4}", r % 20 == 3 ? "IR" : "TH", Math.Min(ReleaseSize, count - (r * ReleaseSize))))] });
    }

    private static async Task<int> Release(string[] args)
    {
        var (claimCount, accountCount) = (Switches.Number(args, "claims", 100_000), Switches.Number(args, "accounts", 10_000));
        var folder = Directory.CreateTempSubdirectory("monitor-bench");
        try
        {
            var data = new DataFolder(folder.FullName);
            await using var corpus = SqliteCorpus.Open(data.Corpus);
            var ledger = Ledger.Open(data.Ledger, TimeProvider.System);
            var relink = new Relink(corpus, new ClaimLinker(corpus), ledger, new Core.Alerting.AlertMatcher(ledger, TimeProvider.System), new DataLocks(data), TimeProvider.System);
            await FillClaims(corpus, claimCount);
            var release = SampleAccounts.Release("bench-new", "IR", 0);
            await corpus.Put(new() { Releases = [release] });
            await Timed("first run, nothing linked before", relink, claimCount);
            await corpus.Put(new() { Releases = [SampleAccounts.Release("bench-elsewhere", "TH", 0)] });
            await Timed("the catalogue changed", relink, claimCount);
            await corpus.Put(new() { Releases = [SampleAccounts.Release("bench-elsewhere", "TH", 1)] });
            await Timed("a release that bears on no claim", relink, claimCount);
            var sample = new SampleAccounts(2);
            var accounts = Enumerable.Range(0, accountCount).Select(n => sample.Account(n, release.Id)).ToList();
            await corpus.Put(new() { Accounts = accounts, AccountMarks = [.. accounts.AsParallel().AsOrdered().Select(AccountMarker.Of)], Releases = [SampleAccounts.Release(release.Id, "IR", accountCount)] });
            await Timed($"a new release of {accountCount} accounts", relink, claimCount);
            await Timed("nothing new", relink, claimCount);
            Console.WriteLine($"link release: {(await corpus.Counts())[RecordKind.Link]} links stored, file {new FileInfo(data.Corpus).Length >> 20} MiB");
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task Timed(string what, Relink relink, int claims)
    {
        var (clock, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        var linked = await relink.Run();
        Console.WriteLine($"link release: {what}: {linked} of {claims} claims linked anew in {clock.Elapsed.TotalSeconds:0.0} s, {(Environment.CpuUsage.TotalTime - processor).TotalSeconds:0.0} s of processor");
    }

    /// <summary>Ten claims a document.</summary>
    private static async Task FillClaims(SqliteCorpus corpus, int count)
    {
        var (sample, texts) = (new SampleAccounts(3), new SampleRecords(3));
        for (var from = 0; from < count; from += 5_000)
        {
            List<Document> documents = [];
            List<Claim> claims = [];
            List<Appearance> appearances = [];
            for (var n = from; n < Math.Min(count, from + 5_000); n++)
            {
                if (n % 10 == 0)
                {
                    documents.Add(texts.Document(n / 10, 200));
                }

                var claim = sample.Claim(n, fits: n % 33 == 0);
                claims.Add(claim);
                appearances.Add(new($"a{n}", claim.Id, documents[^1].Id, n % 10, 20 + (n % 10), claim.Speaker.Name, claim.Kind, ""));
            }

            await corpus.Put(new() { Documents = documents, Claims = claims, Appearances = appearances });
        }
    }
}
