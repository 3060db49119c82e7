using Monitor.Core.Corpus;
using Monitor.Core.Model;

namespace Monitor.Tests.Corpus;

public abstract partial class CorpusContract
{
    /// <summary>Four rows that say different things of one post, the preferred one first.</summary>
    private static readonly Post[] Rivals =
    [
        Tweet("1", "7", "first release, newer version", Day(1)) with { Source = new("a", 2, "x.csv", 9, 1) },
        Tweet("1", "7", "first release", Day(1)) with { Source = new("a", 1, "x.csv", 3, 1) },
        Tweet("1", "8", "first release, later line", Day(2)) with { Source = new("a", 1, "x.csv", 4, 1) },
        Tweet("1", "7", "second release", Day(1)) with { Source = new("b", 5, "a.csv", 2, 1) },
    ];

    [Theory]
    [InlineData(0, 1, 2, 3)]
    [InlineData(3, 2, 1, 0)]
    [InlineData(2, 0, 3, 1)]
    public async Task Of_rows_about_one_post_the_preferred_stays_whatever_came_first(params int[] order)
    {
        await using var one = await Open();
        foreach (var i in order)
        {
            await one.Put(new() { Posts = [Rivals[i]] }, Cancel);
        }

        await Check(one);
        await one.Clear(Cancel);
        await one.Put(new() { Posts = [.. order.Select(i => Rivals[i])] }, Cancel); // and in one batch
        await Check(one);
        Assert.Equal(new PutCount(0, 0, 4), (await one.Put(new() { Posts = Rivals }, Cancel))[RecordKind.Post]);

        static async Task Check(ICorpus corpus)
        {
            Assert.Equivalent(Rivals[0], await corpus.Post("twitter:1", Cancel), strict: true);
            Assert.Equal("twitter:1", await Ids_(corpus, "newer", SearchKind.Posts));
            Assert.Equal("", await Ids_(corpus, "later", SearchKind.Posts));
            Assert.Equal("", await Ids_(corpus, "second", SearchKind.Posts));
            Assert.Single(await All(corpus.PostsOf("twitter:7", Cancel)));
            Assert.Empty(await All(corpus.PostsOf("twitter:8", Cancel)));
            Assert.Single(await All(corpus.PostsIn("a", Cancel)));
            Assert.Empty(await All(corpus.PostsIn("b", Cancel)));
            Assert.Equal(1, (await corpus.Counts(Cancel))[RecordKind.Post]);
        }
    }

    [Fact]
    public async Task Of_rows_about_one_account_the_preferred_stays_whatever_came_first()
    {
        var (table, post) = (User("1", bio: "from the table"), User("1", bio: "from a post") with { Flags = [AccountPreference.FromPost], Source = Row("r1", 1) });
        foreach (var order in (Account[][])[[table, post], [post, table]])
        {
            await using var corpus = await Open();
            await corpus.Clear(Cancel);
            await corpus.Put(new() { Accounts = [order[0]] }, Cancel);
            await corpus.Put(new() { Accounts = [order[1]] }, Cancel);
            Assert.Equal("from the table", Assert.Single(await corpus.Accounts("twitter:1", Cancel)).Bio);
        }
    }

    [Fact]
    public async Task Prepared_batches_are_stored_together_or_not_at_all()
    {
        await using var corpus = await Open();
        var good = corpus.Prepare(new() { Posts = [Tweet("1", "7", "word"), Tweet("2", "7", "word")], Accounts = [User("7")] });
        var more = corpus.Prepare(new() { Posts = [Tweet("2", "7", "word"), Tweet("3", "7", "word")] });
        var put = await corpus.PutPrepared([good, more], Cancel);
        Assert.Equal(new PutCount(3, 0, 1), put[RecordKind.Post]);
        Assert.Equal(3, (await Find(corpus, "word", SearchKind.Posts)).Total);

        var orphan = corpus.Prepare(new() { Documents = [Doc("d1", "some text")], Appearances = [At("c9", Doc("d1", "some text"))] });
        await Assert.ThrowsAsync<CorpusBatchException>(() => corpus.PutPrepared([corpus.Prepare(new() { Posts = [Tweet("4", "7", "word")] }), orphan], Cancel));
        Assert.Null(await corpus.Post("twitter:4", Cancel));
        Assert.Equal(new PutCount(1, 0, 0), (await corpus.Put(new() { Posts = [Tweet("4", "7", "word")] }, Cancel))[RecordKind.Post]);
        Assert.Equal(4, (await Find(corpus, "word", SearchKind.Posts)).Total);
    }

    [Fact]
    public async Task Posts_come_in_order_of_time_with_and_without_a_filter()
    {
        await using var corpus = await Open();
        await corpus.Put(new() { Posts = [Tweet("b", "1", "x", Day(9)), Tweet("a", "1", "x", Day(2)) with { Language = "fa" }, Tweet("c", "1", "x"), Tweet("d", "1", "x", Day(4)) with { Language = "fa" }] }, Cancel);
        Assert.Equal("b d a c", await Sorted("", SearchSort.Newest));
        Assert.Equal("a d b c", await Sorted("", SearchSort.Oldest));
        Assert.Equal("d a", await Sorted("lang:fa", SearchSort.Newest));
        Assert.Equal("b d a c", await Sorted("x", SearchSort.Newest));
        Assert.Equal("d", await Sorted("id:d", SearchSort.Newest));

        async Task<string> Sorted(string query, SearchSort sort)
        {
            var ids = new List<string>();
            for (string? cursor = null; ;)
            {
                var page = await corpus.Search(new(Tree(query), [SearchKind.Posts]) { Sort = sort, Limit = 1, Cursor = cursor }, Cancel);
                ids.AddRange(page.Hits.Select(h => h.Id.Split(':')[1]));
                cursor = page.Next;
                if (cursor is null)
                {
                    return string.Join(' ', ids);
                }
            }
        }
    }

    protected static async Task<List<T>> All<T>(IAsyncEnumerable<T> records)
    {
        var all = new List<T>();
        await foreach (var record in records)
        {
            all.Add(record);
        }

        return all;
    }
}
