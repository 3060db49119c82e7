using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Sqlite;
using Monitor.Core.Corpus.Sqlite.Posts;

namespace Monitor.Tests.Corpus;

public sealed class SqliteCorpusTests : CorpusContract, IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("monitor-corpus");

    private string NewFile => Path.Combine(_folder.FullName, "corpus.db");

    public void Dispose() => _folder.Delete(recursive: true);

    protected override Task<ICorpus> Open() => Task.FromResult<ICorpus>(SqliteCorpus.Open(NewFile));

    [Fact]
    public async Task What_is_stored_is_there_when_the_file_is_opened_again()
    {
        await using (var first = SqliteCorpus.Open(NewFile))
        {
            await first.Put(new() { Documents = [Doc("d1", "word")] }, Cancel);
        }

        await using var second = SqliteCorpus.Open(NewFile);
        Assert.Equal("d1", await Ids_(second, "word"));
    }

    [Fact]
    public async Task Two_corpora_on_one_file_see_each_other_and_many_threads_may_write_and_read()
    {
        await using var one = SqliteCorpus.Open(NewFile);
        await using var two = SqliteCorpus.Open(NewFile);
        await Parallel.ForAsync(0, 40, Cancel, async (i, cancel) =>
        {
            await (i % 2 == 0 ? one : two).Put(new() { Posts = [.. Enumerable.Range(0, 20).Select(n => Tweet($"{i}-{n}", "1", "word"))] }, cancel);
            Assert.True((await (i % 3 == 0 ? one : two).Search(new(Tree("word"), []), cancel)).Total > 0);
        });
        Assert.Equal(800, (await Find(one, "word")).Total);
        Assert.Equal(800, (await Find(two, "word")).Total);
    }

    [Fact]
    public async Task A_cancelled_batch_leaves_nothing()
    {
        await using var corpus = SqliteCorpus.Open(NewFile);
        using var stop = new CancellationTokenSource();
        var posts = Enumerable.Range(0, 5000).Select(i => Tweet($"{i}", "1", "word")).ToList();
        var stopping = new StoppingList(posts, 3000, stop);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => corpus.Put(new() { Posts = stopping }, stop.Token));
        Assert.Equal(0, (await Find(corpus, "word")).Total);
        await corpus.Put(new() { Posts = posts }, Cancel);
        Assert.Equal(5000, (await Find(corpus, "word")).Total);
    }

    [Fact]
    public async Task Very_common_words_are_ranked_among_the_newest_and_every_hit_is_still_reached_once()
    {
        await using var corpus = SqliteCorpus.Open(NewFile);
        const int count = SqliteSearch.MostRanked + 3000;
        await corpus.Put(new() { Posts = [.. Enumerable.Range(0, count).Select(i => Tweet($"{i}", "1", i % 2 == 0 ? "word" : "word and more words"))] }, Cancel);
        var seen = new HashSet<string>();
        for (string? cursor = null; ;)
        {
            var page = await corpus.Search(new(Tree("word"), [SearchKind.Posts]) { Limit = 1000, Cursor = cursor }, Cancel);
            Assert.Equal(count, page.Total);
            Assert.All(page.Hits, h => Assert.True(seen.Add(h.Id)));
            cursor = page.Next;
            if (cursor is null)
            {
                break;
            }
        }

        Assert.Equal(count, seen.Count);
    }

    [Fact]
    public async Task Posts_of_several_parts_are_one_corpus()
    {
        await using (var first = SqliteCorpus.Open(NewFile))
        {
            await first.Put(new() { Posts = [Tweet("1", "7", "word", Day(5)), Tweet("2", "7", "word", Day(1))] }, Cancel);
        }

        LeaveRowsOut(upTo: PostParts.Size - 2);
        await using var corpus = SqliteCorpus.Open(NewFile);
        await using var other = SqliteCorpus.Open(NewFile);
        await corpus.Put(new() { Posts = [Tweet("3", "7", "word", Day(9))] }, Cancel);
        await other.Put(new() { Posts = [Tweet("4", "7", "word", Day(3)), Tweet("5", "8", "word", Day(2), "r2"), Tweet("6", "7", "word")] }, Cancel);
        var again = await corpus.Put(new() { Posts = [Tweet("2", "7", "word", Day(1)), Tweet("4", "7", "other", Day(8)), Tweet("5", "8", "word", Day(2), "r2")] }, Cancel);
        Assert.Equal(new PutCount(0, 1, 2), again[RecordKind.Post]);

        Assert.Equal(["2", "1", "4", "3", "6"], (await All(corpus.PostsOf("twitter:7", Cancel))).Select(p => p.Id.Split(':')[1]));
        Assert.Equal(["5"], (await All(corpus.PostsIn("r2", Cancel))).Select(p => p.Id.Split(':')[1]));
        Assert.Equal(5, (await Find(corpus, "word", SearchKind.Posts)).Total);
        Assert.Equal("twitter:4", await Ids_(corpus, "id:4", SearchKind.Posts));
        var newest = await corpus.Search(new(Tree(""), [SearchKind.Posts]) { Sort = SearchSort.Newest, Limit = 3 }, Cancel);
        Assert.Equal(["3", "4", "1"], newest.Hits.Select(h => h.Id.Split(':')[1]));

        await other.Clear(Cancel);
        Assert.Equal(new PutCount(1, 0, 0), (await corpus.Put(new() { Posts = [Tweet("2", "7", "word")] }, Cancel))[RecordKind.Post]);
        Assert.Equal(new PutCount(0, 0, 1), (await other.Put(new() { Posts = [Tweet("2", "7", "word")] }, Cancel))[RecordKind.Post]);
    }

    /// <summary>Makes the next post take the number behind this one, as if so many had been put: a row that nobody finds stands there for a moment.</summary>
    private void LeaveRowsOut(long upTo)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={NewFile};Pooling=False");
        connection.Open();
        connection.Run($"INSERT INTO posts(n, key, account, date, release, post) SELECT {upTo}, 'none', 'none', date, release, post FROM posts WHERE n = 1");
    }

    [Fact]
    public void A_file_of_another_version_is_refused_with_the_mend()
    {
        using (var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={NewFile};Pooling=False"))
        {
            connection.Open();
            connection.Run("PRAGMA user_version = 99");
        }

        Assert.Contains("monitor rebuild", Assert.Throws<InvalidDataException>(() => SqliteCorpus.Open(NewFile)).Message, StringComparison.Ordinal);
    }

    /// <summary>Cancels while it is read.</summary>
    private sealed class StoppingList(List<Monitor.Core.Model.Post> posts, int at, CancellationTokenSource stop) : IReadOnlyList<Monitor.Core.Model.Post>
    {
        public int Count => posts.Count;

        public Monitor.Core.Model.Post this[int index]
        {
            get
            {
                if (index == at)
                {
                    stop.Cancel();
                }

                return posts[index];
            }
        }

        public IEnumerator<Monitor.Core.Model.Post> GetEnumerator() => Enumerable.Range(0, Count).Select(i => this[i]).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
