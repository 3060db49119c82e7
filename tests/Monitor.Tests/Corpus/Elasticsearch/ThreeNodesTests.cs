using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Elasticsearch;
using Monitor.Core.Corpus.Query;
using Monitor.Core.Corpus.Sqlite;
using Monitor.Core.Model;

namespace Monitor.Tests.Corpus.Elasticsearch;

/// <summary>Three real nodes, one of which is killed (kill -9) while it works and comes back.</summary>
public sealed class ThreeNodesTests : IAsyncDisposable
{
    private static readonly string? Script = Find();

    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _urls = [];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        if (_urls.Count > 0)
        {
            await Es("stop");
        }

        _folder.Dispose();
    }

    [Fact]
    public async Task A_node_killed_in_mid_bulk_and_in_mid_search_costs_nothing()
    {
        await Start();
        await using var corpus = new ElasticsearchCorpus(new() { Urls = _urls, PatienceSeconds = 120, Shards = 3, BulkMegabytes = 1 }, TimeProvider.System);
        await using var sqlite = SqliteCorpus.Open(_folder.At("corpus.db"));
        var batches = Enumerable.Range(0, 8).Select(b => new CorpusBatch
        {
            Posts = [.. Enumerable.Range(b * 500, 800).Select(Post)],
            Accounts = [.. Enumerable.Range(b * 4, 6).Select(n => new Account($"twitter:{n}", "twitter", $"{n}", new("r1", 1, "u.csv", n, 0)))],
        }).ToList();
        Task? fault = null;
        for (var b = 0; b < batches.Count; b++)
        {
            var put = corpus.Put(batches[b], Cancel);
            fault = b switch { 2 => Es("kill", "2"), 5 => Es("node", "2"), _ => fault };
            await put;
            await sqlite.Put(batches[b], Cancel);
        }

        await fault!;
        Assert.Equal(await CorpusState.Of(sqlite), await CorpusState.Of(corpus));

        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await corpus.Search(new(new WordNode("sample"), [SearchKind.Posts]) { Limit = 400, Cursor = cursor, Sort = SearchSort.Oldest }, Cancel);
            seen.AddRange(page.Hits.Select(h => h.Id));
            cursor = page.Next;
            if (seen.Count == 1_200)
            {
                await Es("kill", "3");
            }
        }
        while (cursor is not null);
        Assert.Equal(4_300, seen.Count);
        Assert.Equal(4_300, seen.Distinct(StringComparer.Ordinal).Count());
        await Es("node", "3");
        Assert.Equal(await CorpusState.Of(sqlite), await CorpusState.Of(corpus));
    }

    private static Post Post(int number) =>
        new($"twitter:{number}", $"twitter:{number % 34}", $"a sample post, number {number}, with some more words in it", new DateTimeOffset(2018, 9, 1, 0, 0, 0, default).AddMinutes(number), new("r1", 1, "t.csv", number, 0));

    private async Task Start()
    {
        Assert.SkipWhen(Script is null, "needs ../shared/elasticsearch/es, which starts three nodes, and Java; one of them is not here");
        var port = Enumerable.Range(23, 6).Select(n => 19_000 + (n * 10)).First(p => Enumerable.Range(p, 3).Concat(Enumerable.Range(p + 100, 3)).All(Free));
        _urls.AddRange(Enumerable.Range(port, 3).Select(p => string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{p}")));
        await Es("start", "--nodes", "3", "--port", port.ToString(CultureInfo.InvariantCulture), "--heap", "320m");
    }

    private async Task<string> Es(string verb, params string[] more)
    {
        using var process = Process.Start(new ProcessStartInfo(Script!, [verb, _folder.At("cluster"), .. more]) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        await process.WaitForExitAsync(CancellationToken.None);
        Assert.Equal(0, process.ExitCode);

        // A killed process is there for a moment more, and would be taken for the one that is to be started.
        while (verb == "kill" && !(await Es("status")).Contains($"{more[0]} down", StringComparison.Ordinal))
        {
            await Task.Delay(50, CancellationToken.None);
        }

        return output;
    }

    private static bool Free(int port)
    {
        using var listener = new TcpListener(IPAddress.Loopback, port);
        try
        {
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static string? Find()
    {
        var java = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(p => File.Exists(Path.Combine(p, "java")));
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); java && folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "shared", "elasticsearch", "es")))
            {
                return Path.Combine(folder.FullName, "shared", "elasticsearch", "es");
            }
        }

        return null;
    }
}
