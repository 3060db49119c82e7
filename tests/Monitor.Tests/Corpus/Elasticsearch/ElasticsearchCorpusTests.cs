using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Elasticsearch;

namespace Monitor.Tests.Corpus.Elasticsearch;

/// <summary>The contract on Elasticsearch 8.7.</summary>
public sealed class Elasticsearch8Tests(Elasticsearch8Tests.Server server) : ElasticsearchCorpusTests(server), IClassFixture<Elasticsearch8Tests.Server>
{
    public sealed class Server() : CorpusServer(TestCluster.Newer);
}

/// <summary>The contract on Elasticsearch 7.10, which has no points in time.</summary>
public sealed class Elasticsearch7Tests(Elasticsearch7Tests.Server server) : ElasticsearchCorpusTests(server), IClassFixture<Elasticsearch7Tests.Server>
{
    public sealed class Server() : CorpusServer(TestCluster.Older);
}

/// <summary>The indexes that the tests of one class use one after the other.</summary>
public abstract class CorpusServer(string variable) : IAsyncDisposable
{
    private readonly List<string> _unused = [];

    /// <summary>Beginning of their names.</summary>
    public string Prefix { get; } = TestCluster.NewPrefix();

    /// <summary>The server; skips the test where there is none.</summary>
    public string Url => TestCluster.Url(variable);

    /// <summary>The beginning of names that no index has yet.</summary>
    public string Unused()
    {
        _unused.Add(TestCluster.NewPrefix());
        return _unused[^1];
    }

    public async ValueTask DisposeAsync()
    {
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } url)
        {
            foreach (var prefix in _unused.Append(Prefix))
            {
                await TestCluster.Remove(url, prefix);
            }
        }

        GC.SuppressFinalize(this);
    }
}

/// <summary>What holds on every server.</summary>
public abstract class ElasticsearchCorpusTests(CorpusServer server) : CorpusContract
{
    protected override async Task<ICorpus> Open()
    {
        await TestCluster.Empty(server.Url, server.Prefix);
        return New();
    }

    protected override Task<ICorpus> OpenUnused() => Task.FromResult<ICorpus>(new ElasticsearchCorpus(TestCluster.Options(server.Url, server.Unused()), TimeProvider.System));

    private ElasticsearchCorpus New() => new(TestCluster.Options(server.Url, server.Prefix), TimeProvider.System);

    [Fact]
    public async Task What_is_stored_is_there_for_another_process_with_its_cursor()
    {
        await using (var first = (ElasticsearchCorpus)await Open())
        {
            await first.Put(new() { Documents = [Doc("d1", "word"), Doc("d2", "word")] }, Cancel);
        }

        string? cursor;
        await using (var second = New())
        {
            var page = await second.Search(new(Tree("word"), [SearchKind.Documents]) { Limit = 1 }, Cancel);
            Assert.Equal("d2", Assert.Single(page.Hits).Id);
            cursor = page.Next;
        }

        await using var third = New();
        Assert.Equal("d1", Assert.Single((await third.Search(new(Tree("word"), [SearchKind.Documents]) { Limit = 1, Cursor = cursor }, Cancel)).Hits).Id);
    }

    [Fact]
    public async Task What_is_more_than_a_page_streams_whole()
    {
        await using var corpus = await Open();
        await corpus.Put(new() { Posts = [.. Enumerable.Range(0, 4_500).Select(i => Tweet($"{i}", "1", "word", i % 3 == 0 ? null : Day(1).AddSeconds(i)))] }, Cancel);
        var posts = await All(corpus.PostsOf("twitter:1", Cancel));
        Assert.Equal(4_500, posts.Select(p => p.Id).Distinct().Count());
        Assert.Equal(posts.OrderBy(p => p.Time ?? DateTimeOffset.MaxValue).Select(p => p.Time), posts.Select(p => p.Time));
    }

    [Fact]
    public async Task Records_that_the_server_could_not_take_as_they_are_come_back_as_they_were()
    {
        await using var corpus = await Open();
        var (id, handle) = (new string('k', 900), new string('H', 300) + "\u00a0x y");
        var account = User(id, handle: handle, bio: new string('b', 40_000)) with { Location = new string('l', 9_000) };
        await corpus.Put(new() { Accounts = [account] }, Cancel);
        Assert.Equivalent(account, Assert.Single(await corpus.Accounts(account.Id, Cancel)), strict: true);
        Assert.Single(await corpus.AccountsByHandle(handle, Cancel));
        Assert.Equal(account.Id, await Ids_(corpus, $"id:{id}", SearchKind.Accounts));
    }

    [Fact]
    public async Task A_corpus_is_filled_beside_the_one_in_use_and_takes_its_place_at_one_stroke()
    {
        await using var old = (ElasticsearchCorpus)await Open();
        await old.Put(new() { Documents = [Doc("d1", "word")] }, Cancel);
        await using (var left = await old.Beside(Cancel))
        {
            await left.Put(new() { Documents = [Doc("d9", "left behind")] }, Cancel); // an attempt that came to nothing
        }

        await using var beside = await old.Beside(Cancel);
        await beside.Put(new() { Documents = [Doc("d2", "word")], Posts = [Tweet("1", "1", "word")] }, Cancel);
        Assert.Equal("d1", await Ids_(old, "word"));
        Assert.Equal("d2 twitter:1", await Ids_(beside, "word"));
        await beside.TakeOver(Cancel);
        Assert.Equal("d2 twitter:1", await Ids_(old, "word"));
        await old.Put(new() { Documents = [Doc("d3", "word")] }, Cancel);
        Assert.Equal("d2 d3 twitter:1", await Ids_(old, "word"));
        Assert.Equal(2, (await old.Counts(Cancel))[RecordKind.Document]);
    }
}
