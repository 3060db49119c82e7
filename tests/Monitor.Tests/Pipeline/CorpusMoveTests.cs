using Monitor.Core.Corpus.Elasticsearch;
using Monitor.Core.Pipeline;
using Monitor.Demo;
using Monitor.Tests.Corpus.Elasticsearch;

namespace Monitor.Tests.Pipeline;

/// <summary>From one machine to a cluster, and a cluster that is away while pages come in.</summary>
public sealed class CorpusMoveTests : IAsyncDisposable
{
    private readonly Newsroom _room = new();
    private readonly string _prefix = TestCluster.NewPrefix();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _room.DisposeAsync();
        if (Environment.GetEnvironmentVariable(TestCluster.Newer) is { Length: > 0 } url)
        {
            await TestCluster.Remove(url, _prefix);
        }
    }

    [Fact]
    public async Task A_corpus_moves_while_pages_come_in_and_none_is_lost()
    {
        await Filled();
        _room.Engine = new() { Cluster = TestCluster.Options(TestCluster.Url(TestCluster.Newer), _prefix) };
        _room.Open(); // still on sqlite
        var meanwhile = new Once("documents", () => _room.Feed("/feed.xml", "/one", "/two", "/three").Article("/three", 3).Crawl());
        var report = await _room.Get<CorpusMove>().Run(meanwhile, Cancel);
        await meanwhile.Done;
        Assert.True(report is { Documents: 3, Accounts: 84 }, report.ToString());
        var before = await CorpusState.Of(_room.Data);
        await using (var cluster = new ElasticsearchCorpus(_room.Engine.Cluster, TimeProvider.System))
        {
            Assert.Equal(before, await CorpusState.Of(cluster));
        }

        // The process that runs on sees the old corpus; what it collects waits for the new one.
        _room.Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(1, (await _room.Feed("/feed.xml", "/four").Article("/four", 4).Crawl()).Captured);
        Assert.Equal(1, _room.Ledger.Captures.WaitingCount());
        Assert.Equal(before, await CorpusState.Of(_room.Data));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _room.Get<CorpusMove>().Run(cancel: Cancel));

        _room.Engine.Engine = "elasticsearch";
        _room.Open();
        Assert.Equal(1, await _room.Get<CatchUp>().Run(cancel: Cancel));
        Assert.Equal(0, _room.Ledger.Captures.WaitingCount());
        Assert.Equal(4, (await _room.Corpus.Counts(Cancel))[Core.Corpus.RecordKind.Document]);

        // And back, from the evidence.
        var there = await CorpusState.Of(_room.Corpus);
        _room.Engine = new();
        _room.Open();
        Assert.NotNull(_room.Get<CorpusEngine>().Elsewhere());
        await _room.Get<Rebuild>().Run(cancel: Cancel);
        Assert.Null(_room.Get<CorpusEngine>().Elsewhere());
        Assert.Equal(there, await CorpusState.Of(_room.Data));
    }

    [Fact]
    public async Task Crawling_goes_on_while_the_cluster_is_away_and_the_corpus_catches_up_by_itself()
    {
        await using var proxy = await FaultyProxy.Before(TestCluster.Url(TestCluster.Newer));
        _room.Engine = new() { Engine = "elasticsearch", Cluster = new() { Urls = [proxy.Url], Prefix = _prefix, PatienceSeconds = 0.5 } };
        _room.Define().Feed("/feed.xml", "/one").Article("/one", 1);
        await _room.Get<CatchUp>().Run(cancel: Cancel);
        Assert.Equal(1, (await _room.Crawl()).Captured);

        proxy.Fault = (context, _) => FaultyProxy.Cut(context);
        _room.Time.Advance(TimeSpan.FromHours(2));
        Assert.Equal(3, (await _room.Feed("/feed.xml", "/two", "/three", "/four").Article("/two", 2).Article("/three", 3).Article("/four", 4).Crawl()).Captured);
        Assert.Equal(0, await _room.Get<CatchUp>().Run(cancel: Cancel));
        Assert.Equal(3, _room.Ledger.Captures.WaitingCount());
        Assert.Equal("corpus-away", Assert.Single(_room.Ledger.Issues.Open("corpus")).Kind);

        proxy.Fault = (_, _) => Task.FromResult(false);
        _room.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(3, await _room.Get<CatchUp>().Run(cancel: Cancel));
        Assert.Equal(0, _room.Ledger.Captures.WaitingCount());
        Assert.Empty(_room.Ledger.Issues.Open());
        var there = await CorpusState.Of(_room.Corpus);

        // The same pages on one machine, from the evidence.
        _room.Engine = new();
        _room.Open();
        await _room.Get<Rebuild>().Run(cancel: Cancel);
        Assert.Equal(await CorpusState.Of(_room.Data), there);
    }

    [Fact]
    public async Task A_cluster_beside_a_corpus_that_was_not_moved_is_not_written_to()
    {
        await Filled();
        _room.Engine = new() { Engine = "elasticsearch", Cluster = new() { Urls = ["http://127.0.0.1:9"], PatienceSeconds = 0 } };
        _room.Open();
        Assert.Contains("--to elasticsearch", _room.Get<CorpusEngine>().Elsewhere(), StringComparison.Ordinal);
        Assert.Equal(0, await _room.Get<CatchUp>().Run(cancel: Cancel));
    }

    private async Task Filled()
    {
        _room.Folder.Put("crawlers/releases/small-release.yaml", """
            title: "A small release"
            platform: twitter
            countries: [IR]
            announced: 2020-10-02
            counts:
              - { value: 84, of: accounts, qualifier: exactly }
            source: https://sample.example/
            citation: "Made for a test."
            description: "Made for a test."

            """);
        _room.Define().Feed("/feed.xml", "/one", "/two").Article("/one", 1).Article("/two", 2);
        SampleRelease.Write(_room.Folder.At("sample"));
        await _room.Get<ReleaseImport>().Run(_room.Get<DefinitionBook>().Releases.Single(), [_room.Folder.At("sample", SampleRelease.UsersFile), _room.Folder.At("sample", SampleRelease.TweetsFile)], cancel: Cancel);
        await _room.Get<CatchUp>().Run(cancel: Cancel);
        Assert.Equal(2, (await _room.Crawl()).Captured);
        _room.Time.Advance(TimeSpan.FromHours(2));
    }

    /// <summary>Does something once, when progress first speaks of this.</summary>
    private sealed class Once(string of, Func<Task> work) : IProgress<string>
    {
        public Task Done { get; private set; } = Task.CompletedTask;

        public void Report(string value)
        {
            if (value.EndsWith(of, StringComparison.Ordinal) && ReferenceEquals(Done, Task.CompletedTask))
            {
                Done = work();
                Done.Wait(Cancel);
            }
        }
    }
}
