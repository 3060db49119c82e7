using Microsoft.Extensions.DependencyInjection;
using Monitor.Cli;
using Monitor.Core.Extraction;
using Monitor.Core.Model;
using Monitor.Core.Pipeline;

namespace Monitor.Tests.Pipeline;

public sealed class ProcessingTests : IAsyncDisposable
{
    private readonly Newsroom _room = new();

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task A_page_is_processed_once_although_two_processes_take_it_at_once()
    {
        await Crawled("/good");
        _room.Ledger.Captures.SetAllWaiting();
        var capture = Assert.Single(_room.Ledger.Captures.Waiting());
        var desks = new[] { _room.Open(), _room.Open() };

        Task<Processed>[] both;
        using (await _room.Get<DataLocks>().CorpusTurn(TestContext.Current.CancellationToken))
        {
            both = [.. desks.Select(d => d.GetRequiredService<CaptureProcessor>().Process(capture, SourceFacts.None, TestContext.Current.CancellationToken))];
            Assert.DoesNotContain(both, b => b.IsCompleted);
        }

        var results = await Task.WhenAll(both);
        Assert.Single(results, p => p.Documents == 1);
        Assert.Single(results, p => p.Note == "was processed meanwhile");
    }

    [Fact]
    public async Task A_fault_that_passes_leaves_a_page_waiting_and_a_later_run_brings_it_in()
    {
        await Crawled("/good");
        _room.Ledger.Captures.SetAllWaiting();
        var evidence = new DataFolder(_room.Data).Evidence;
        Directory.Move(evidence, evidence + "-away");

        Assert.Equal(1, await Backlog());
        Assert.Equal(1, _room.Ledger.Captures.WaitingCount());
        Assert.Equal("page-waiting", Assert.Single(_room.Ledger.Issues.Open()).Kind);
        Assert.Equal(0, await Backlog());

        Directory.Move(evidence + "-away", evidence);
        _room.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, await Backlog());
        Assert.Equal(0, _room.Ledger.Captures.WaitingCount());
        Assert.Empty(_room.Ledger.Issues.Open());
    }

    [Fact]
    public async Task Collecting_begins_with_the_pages_that_an_interrupted_run_left()
    {
        await Crawled("/one", "/two");
        _room.Ledger.Captures.SetAllWaiting();
        var (late, captured) = (0, -1);

        await _room.Get<Collection>().Run([_room.Definition], n => late = n, (_, run) => captured = run.Captured, cancel: TestContext.Current.CancellationToken);

        Assert.Equal((2, 0), (late, captured));
        Assert.Equal(0, _room.Ledger.Captures.WaitingCount());
    }

    [Fact]
    public async Task A_search_is_told_of_what_comes_after_it_was_saved()
    {
        // Captured, but not processed before the search is saved.
        _room.Define().Feed("/feed.xml", "/old").Article("/old", 1);
        _room.Ledger.Unfinished.Set("rebuild", "releases");
        await _room.Crawl();
        _room.Ledger.Unfinished.End("rebuild", "releases");
        _room.Time.Advance(TimeSpan.FromMinutes(1));
        Save("boats");
        _room.Time.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(1, await Backlog());
        Assert.Null(_room.Ledger.Outbox.Gather("boats", "newsroom.example"));

        _room.Feed("/feed.xml", "/old", "/new").Article("/new", 2);
        Assert.Equal(1, (await _room.Crawl()).Captured);
        Assert.Single(_room.Ledger.Outbox.Gather("boats", "newsroom.example")!.Matches);
    }

    [Fact]
    public async Task A_rebuild_tells_nobody_also_when_it_finds_more_than_before()
    {
        Save("ships");
        _room.Time.Advance(TimeSpan.FromMinutes(1));
        await Crawled("/good");
        Save("boats");

        Assert.Equal(1, (await _room.Get<Rebuild>().Run(cancel: TestContext.Current.CancellationToken)).Pages);

        Assert.Null(_room.Ledger.Outbox.Gather("boats", "newsroom.example"));
    }

    [Fact]
    public async Task A_page_that_a_command_only_looks_at_never_comes_into_the_corpus()
    {
        _room.Define().Article("/look", 1);
        await using var session = Session.Open(_room.Data, new MonitorOptions());
        using (var capturer = new LooseCapturer(session) { AllowLoopback = true })
        {
            Assert.NotNull((await capturer.Fetch(_room.Site.Url("/look"), TestContext.Current.CancellationToken)).Capture);
        }

        Assert.False(Directory.Exists(new DataFolder(_room.Data).Evidence));
        Assert.Equal(0, await Backlog());
    }

    /// <summary>Saves the one search of these tests, or changes its query; it stays as old as it is.</summary>
    private void Save(string query) =>
        _room.Ledger.SavedSearches.Put(new SavedSearch("boats", "Boats", query, "documents", "desk@newsroom.example", Rhythm.AtOnce, _room.Time.Now));

    private Task<int> Backlog() => _room.Get<Backlog>().Run(cancel: TestContext.Current.CancellationToken);

    private async Task Crawled(params string[] pages)
    {
        _room.Define().Feed("/feed.xml", pages);
        foreach (var (page, i) in pages.Select((p, i) => (p, i)))
        {
            _room.Article(page, i + 1);
        }

        Assert.Equal(pages.Length, (await _room.Crawl()).Captured);
    }
}
