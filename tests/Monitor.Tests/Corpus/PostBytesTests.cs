using FsCheck;
using FsCheck.Fluent;
using Monitor.Core.Corpus.Sqlite.Posts;
using Monitor.Core.Model;

namespace Monitor.Tests.Corpus;

public sealed class PostBytesTests
{
    private static readonly Gen<string> Texts = ArbMap.Default.GeneratorFor<string>().Select(t => string.Concat((t ?? "").Where(c => !char.IsSurrogate(c))));

    private static readonly Gen<long> Numbers = Gen.OneOf(Gen.Elements(0L, 1, -1, 127, 128, long.MaxValue, long.MinValue), ArbMap.Default.GeneratorFor<long>());

    private static readonly Gen<Post> Posts =
        from texts in Texts.ArrayOf(13)
        from lists in Texts.ArrayOf().ArrayOf(4)
        from numbers in Numbers.ArrayOf(6)
        from known in ArbMap.Default.GeneratorFor<bool>().ArrayOf(6)
        from minutes in Gen.Choose(-840, 840)
        from version in Gen.Choose(1, 300)
        let offset = TimeSpan.FromMinutes(known[0] ? minutes : 0)
        let time = new DateTimeOffset(2018, 9, 16, 8, 5, 0, TimeSpan.Zero).AddTicks(known[1] ? numbers[0] % 1_000_000_000_000 : 0).ToOffset(offset)
        select new Post(texts[0], texts[1], texts[2], known[2] ? time : null, new(texts[3], version, texts[4], numbers[0], numbers[1]))
        {
            Language = texts[5],
            Client = texts[6],
            ReplyToUser = texts[7],
            ReplyToPost = texts[8],
            QuotedPost = texts[9],
            RepostedUser = texts[10],
            RepostedPost = texts[11],
            Place = known[3] ? texts[12] : null,
            IsRepost = known[4],
            Counts = new(known[5] ? numbers[2] : null, numbers[3], known[0] ? null : numbers[4], numbers[5]),
            Hashtags = lists[0],
            Urls = lists[1],
            Mentions = lists[2],
            Flags = lists[3],
        };

    [Fact]
    public void What_is_written_is_read_as_it_was() => Prop.ForAll(Posts.ToArbitrary(), post =>
    {
        using var bytes = new ByteBuffer(16);
        PostBytes.Write(bytes, post);
        var read = PostBytes.Read(
            bytes[..bytes.Length], post.Id, post.AccountId, post.Time?.ToUnixTimeMilliseconds(), post.Language, post.Source.Release, new());
        Assert.Equivalent(post, read, strict: true);
        Assert.Equal(post.Time?.Offset, read.Time?.Offset);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_recent_text_is_never_taken_for_another()
    {
        var recent = new RecentTexts();
        Prop.ForAll(Texts.ToArbitrary(), text => recent.Of(System.Text.Encoding.UTF8.GetBytes(text)) == text && recent.Of(System.Text.Encoding.UTF8.GetBytes(text)) == text)
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_filter_never_denies_a_key_that_it_holds_and_passes_few_others()
    {
        var (filter, random) = (new KeyFilter(), new Random(5));
        var keys = Enumerable.Range(0, 1 << PostParts.SizeBits).Select(_ => random.NextInt64(long.MinValue, long.MaxValue)).ToList();
        keys.ForEach(filter.Add);
        Assert.All(keys.Take(50_000), k => Assert.True(filter.MayHold(k)));
        Assert.InRange(Enumerable.Range(0, 100_000).Count(_ => filter.MayHold(random.NextInt64(long.MinValue, long.MaxValue))), 0, 1_000);
    }
}
