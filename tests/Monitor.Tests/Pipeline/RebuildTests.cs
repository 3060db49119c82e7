using Monitor.Core.Pipeline;
using Monitor.Demo;

namespace Monitor.Tests.Pipeline;

public sealed class RebuildTests : IAsyncDisposable
{
    private readonly Newsroom _room = new();

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task A_rebuild_makes_the_same_corpus_when_catalogue_and_definitions_have_lost_their_entries()
    {
        await Filled();
        var (before, release) = (await CorpusState.Of(_room.Data), await _room.Corpus.Release("small-release", TestContext.Current.CancellationToken));
        Directory.Delete(_room.Folder.At("crawlers"), recursive: true);
        _room.Open();
        _room.Time.Advance(TimeSpan.FromDays(1));

        var report = await _room.Get<Rebuild>().Run(cancel: TestContext.Current.CancellationToken);

        Assert.Equal(before, await CorpusState.Of(_room.Data));
        Assert.Equal(release!.Versions[0].Imported, (await _room.Corpus.Release("small-release", TestContext.Current.CancellationToken))!.Versions[0].Imported);
        Assert.True(report is { Pages: 2, Files: 1, Claims: > 0 }, report.ToString());
    }

    [Fact]
    public async Task A_release_that_nothing_describes_is_refused_before_anything_is_changed()
    {
        await Filled();
        var before = await CorpusState.Of(_room.Data);
        Directory.Delete(_room.Folder.At("crawlers"), recursive: true);
        File.Delete(_room.Folder.At("data", "releases", "small-release", "release.json"));
        _room.Open();

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => _room.Get<Rebuild>().Run(cancel: TestContext.Current.CancellationToken));

        Assert.Contains("small-release", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, await CorpusState.Of(_room.Data));
    }

    [Theory]
    [InlineData("release")]
    [InlineData("page")]
    public async Task An_interrupted_rebuild_is_brought_to_its_end_by_whoever_comes_next(string stopAt)
    {
        await Filled();
        var before = await CorpusState.Of(_room.Data);
        using (var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _room.Get<Rebuild>().Run(new StopAt(stopAt, stop), stop.Token));
        }

        Assert.NotEqual(before, await CorpusState.Of(_room.Data));
        _room.Open();
        await _room.Get<CatchUp>().Run(cancel: TestContext.Current.CancellationToken);

        Assert.Equal(before, await CorpusState.Of(_room.Data));
        Assert.Null(_room.Ledger.Unfinished.Phase("rebuild"));
    }

    [Fact]
    public async Task Pages_wait_while_a_rebuild_reads_the_releases()
    {
        await Filled();
        using (var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _room.Get<Rebuild>().Run(new StopAt("release", stop), stop.Token));
        }

        Assert.Equal(2, await _room.Get<Backlog>().Run(cancel: TestContext.Current.CancellationToken));
        Assert.Equal(2, _room.Ledger.Captures.WaitingCount());
    }

    [Fact]
    public async Task An_import_beside_a_rebuild_is_refused()
    {
        await Filled();
        using var alone = _room.Get<DataLocks>().Importing();
        _room.Open();

        await Assert.ThrowsAsync<IOException>(() => _room.Get<Rebuild>().Run(cancel: TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<IOException>(() => Import());
    }

    [Fact]
    public async Task Reading_the_catalogue_stores_nothing_and_a_new_entry_makes_links_due_once()
    {
        WriteCatalogue();
        _room.Open();

        Assert.Equal("small-release", Assert.Single(await _room.Get<Catalogue>().All(TestContext.Current.CancellationToken)).Id);
        Assert.Empty(await _room.Corpus.Releases(TestContext.Current.CancellationToken));

        await _room.Get<Catalogue>().Put(TestContext.Current.CancellationToken);
        Assert.NotNull(_room.Ledger.Unfinished.Phase("relink"));
        await _room.Get<CatchUp>().Run(cancel: TestContext.Current.CancellationToken);
        Assert.Null(_room.Ledger.Unfinished.Phase("relink"));
        await _room.Get<Catalogue>().Put(TestContext.Current.CancellationToken);
        Assert.Null(_room.Ledger.Unfinished.Phase("relink"));
    }

    [Fact]
    public async Task Only_an_import_with_rows_to_read_makes_links_due()
    {
        await Filled();
        Assert.Null(_room.Ledger.Unfinished.Phase("relink"));
        await Import();
        Assert.Null(_room.Ledger.Unfinished.Phase("relink"));
    }

    [Fact]
    public async Task Every_row_of_an_import_is_added_changed_or_unchanged_and_accounts_that_posts_name_are_counted_apart()
    {
        WriteCatalogue();
        _room.Open();
        var first = await Import(SampleRelease.TweetsFile);
        var again = await Import(SampleRelease.TweetsFile);

        Assert.All([first, again], c => Assert.Equal(c.Posts, c.Added + c.Changed + c.Unchanged));
        Assert.Equal(first.Rows, first.Posts + first.Quarantined);
        Assert.True(first is { OnlyNamed: > 0, Added: > 0 }, first.ToString());
        Assert.Equal((0, 0, 0), (again.OnlyNamed, again.Added, again.Changed));
    }

    /// <summary>Two pages and a release.</summary>
    private async Task Filled()
    {
        WriteCatalogue();
        _room.Define().Feed("/feed.xml", "/one", "/two").Article("/one", 1).Article("/two", 2);
        await Import();
        await _room.Get<CatchUp>().Run(cancel: TestContext.Current.CancellationToken);
        Assert.Equal(2, (await _room.Crawl()).Captured);
        Assert.NotEmpty((await _room.Corpus.Release("small-release", TestContext.Current.CancellationToken))!.Versions);
    }

    private async Task<ImportCounts> Import(string file = SampleRelease.UsersFile)
    {
        SampleRelease.Write(_room.Folder.At("sample"));
        var release = _room.Get<DefinitionBook>().Releases.Single();
        return (await _room.Get<ReleaseImport>().Run(release, [Path.Combine(_room.Folder.At("sample"), file)], cancel: TestContext.Current.CancellationToken)).Single().Counts;
    }

    private void WriteCatalogue() => _room.Folder.Put("crawlers/releases/small-release.yaml", """
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

    private sealed class StopAt(string start, CancellationTokenSource stop) : IProgress<string>
    {
        public void Report(string value)
        {
            if (value.StartsWith(start, StringComparison.Ordinal))
            {
                stop.Cancel();
            }
        }
    }
}
