using Monitor.Core.Corpus.Sqlite;
using Monitor.Core.Dossiers.Coordination;
using Monitor.Core.Model;
using static Monitor.Tests.Dossiers.Coordination.SamplePosts;

namespace Monitor.Tests.Dossiers.Coordination;

/// <summary>What the book measures, keeps and forgets, over a real corpus.</summary>
public sealed class CoordinationBookTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_small_release_is_measured_when_asked_for_with_its_rows()
    {
        await using var corpus = await Corpus(posts: 6);
        using var book = new CoordinationBook(corpus, folder.At("coordination"));
        var network = await book.Of("sample", CoordinationTrace.Link, cancel: Cancel);

        var edge = Assert.Single(network!.Edges);
        Assert.Equal(3, edge.Joint);
        Assert.Equal(3, edge.Examples.Count);
        Assert.All(edge.Examples, x => Assert.Equal(("sample", "posts.csv"), (x.RowA.Release, x.RowB.File)));
        Assert.Equal("https://x.example/0", edge.Examples[0].Object);
        Assert.Same(network, await book.Of("sample", CoordinationTrace.Link, cancel: Cancel));
        Assert.False(Directory.Exists(folder.At("coordination")));
    }

    [Fact]
    public async Task A_large_release_is_measured_by_command_and_remembered_until_its_next_import()
    {
        await using var corpus = await Corpus(posts: 300_000);
        using (var book = new CoordinationBook(corpus, folder.At("coordination")))
        {
            Assert.Null(await book.Of("sample", CoordinationTrace.Link, cancel: Cancel));
            var measured = await book.Measure(["sample"], CoordinationTrace.Link, cancel: Cancel);
            Assert.Equal(3, Assert.Single(measured.Edges).Joint);
            Assert.NotNull(await book.Of("sample", CoordinationTrace.Link, cancel: Cancel));
            Assert.Null(await book.Of("sample", CoordinationTrace.Link, window: 60, cancel: Cancel));
        }

        // Another process reads the stored result, and the traces for another window.
        using (var book = new CoordinationBook(corpus, folder.At("coordination")))
        {
            Assert.Equal(3, Assert.Single((await book.Of("sample", CoordinationTrace.Link, cancel: Cancel))!.Edges).Joint);
            Assert.Equal(3, (await book.Measure(["sample"], CoordinationTrace.Link, new() { Window = 60 }, cancel: Cancel)).Joint);
        }

        await corpus.Put(new() { Posts = [Link("a", "https://x.example/9", 40_000) with { Id = "twitter:x1" }, Link("b", "https://x.example/9", 40_001) with { Id = "twitter:x2" }], Releases = [Release(300_002)] }, Cancel);
        using (var book = new CoordinationBook(corpus, folder.At("coordination")))
        {
            Assert.Null(await book.Of("sample", CoordinationTrace.Link, cancel: Cancel));
            Assert.Equal(4, (await book.Measure(["sample"], CoordinationTrace.Link, cancel: Cancel)).Joint);
            Assert.Single(Directory.GetDirectories(folder.At("coordination")));
            book.Clear();
            Assert.False(Directory.Exists(folder.At("coordination")));
        }
    }

    [Fact]
    public async Task Accounts_of_two_releases_meet()
    {
        await using var corpus = await Corpus(posts: 6);
        await corpus.Put(
            new()
            {
                Releases = [Release(3) with { Id = "other" }],
                Posts = [.. Enumerable.Range(0, 3).Select(i => Link("c", $"https://x.example/{i}", (i * 7_200) + 14) with { Source = new("other", 1, "more.csv", i + 2, -1) })],
            },
            Cancel);
        using var book = new CoordinationBook(corpus);

        Assert.Equal(3, (await book.Measure(["other", "sample"], CoordinationTrace.Link, cancel: Cancel)).Edges.Count);
        Assert.Equal(["other", "sample"], (await book.Measure([], CoordinationTrace.Link, cancel: Cancel)).Releases);
        Assert.Empty((await book.Measure(["other"], CoordinationTrace.Link, cancel: Cancel)).Edges);
    }

    private static Release Release(long posts) => new("sample", "Sample", "twitter") { Versions = [new(1, DateTimeOffset.UnixEpoch, []) { Posts = posts }] };

    private async Task<SqliteCorpus> Corpus(long posts)
    {
        var corpus = SqliteCorpus.Open(folder.At("corpus.db"));
        await corpus.Put(
            new()
            {
                Releases = [Release(posts)],
                Posts = [.. Enumerable.Range(0, 3).SelectMany(i => new[] { Link("a", $"https://x.example/{i}", (i * 7_200) + 11), Link("b", $"https://x.example/{i}", (i * 7_200) + 13) })],
            },
            Cancel);
        return corpus;
    }
}
