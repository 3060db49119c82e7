using Monitor.Core.Dossiers.Coordination;
using Monitor.Core.Dossiers.Coordination.Traces;
using Monitor.Core.Model;
using static Monitor.Tests.Dossiers.Coordination.SamplePosts;

namespace Monitor.Tests.Dossiers.Coordination;

/// <summary>Small cases counted by hand.</summary>
public sealed class CoordinationFinderTests
{
    /// <summary>Chance to meet within 10 s for one action each in one hour.</summary>
    private const double Ten = 75_490 / 12_960_000.0;

    [Fact]
    public async Task Two_accounts_that_meet_twice_are_an_edge_with_this_probability()
    {
        // Three shared posts in three hours; they meet 4 s and 10 s apart, and miss by 11 s.
        var network = await Network(
        [
            Repost("a", "1", 100), Repost("b", "1", 104), Repost("a", "2", 7_300), Repost("b", "2", 7_290), Repost("a", "3", 20_000), Repost("b", "3", 20_011), .. Seconds(),
        ]);

        var edge = Assert.Single(network.Edges);
        Assert.Equal(("twitter:a", "twitter:b", 2, 3, 2), (edge.A, edge.B, edge.Joint, edge.Chances, edge.Hours));
        Assert.Equal((1, 1, 0), (edge.AFirst, edge.BFirst, edge.Together));
        Assert.Equal(3 * Ten, edge.Expected, 12);
        Assert.Equal((3 * Ten * Ten * (1 - Ten)) + (Ten * Ten * Ten), edge.P, 15);
        Assert.Equal(edge.P, edge.Q, 15); // one pair was tested
        Assert.Equal((Begin.AddSeconds(100), Begin.AddSeconds(7_290)), (edge.First, edge.Last));
        Assert.Equal((1, 2, 3 * Ten), (network.PairsTested, network.Joint, network.Expected));
        Assert.Equal(edge.P, network.P, 15);
        Assert.Equal(["twitter:a", "twitter:b"], Assert.Single(network.Groups).Accounts);
    }

    [Fact]
    public async Task Once_is_no_edge_and_counts_for_the_network_all_the_same()
    {
        var network = await Network([Repost("a", "1", 100), Repost("b", "1", 104), .. Seconds()]);

        Assert.Empty(network.Edges);
        Assert.Equal((1, Ten, 1), (network.Joint, network.Expected, network.P));
    }

    [Fact]
    public async Task Repeats_within_an_hour_count_once()
    {
        // Five posts of one link each, all within ten seconds of each other: one occasion, not 25.
        var network = await Network([.. Enumerable.Range(0, 5).SelectMany(i => new[] { Link("a", "https://x.example/", 50 + i), Link("b", "https://x.example/", 52 + i) }), .. Seconds()], CoordinationTrace.Link);

        Assert.Equal(1, network.Joint);
        Assert.Empty(network.Edges);
        Assert.InRange(network.Expected, 10 * Ten, 25 * Ten);
    }

    [Fact]
    public async Task A_meeting_across_the_end_of_an_hour_counts()
    {
        var options = new CoordinationOptions { Least = 1 };
        var network = await Network([Repost("a", "1", 3_597), Repost("b", "1", 3_602), .. Seconds()], options: options);

        var edge = Assert.Single(network.Edges);
        Assert.Equal((1, 1, 1), (edge.Joint, edge.AFirst, edge.Chances));
        Assert.Equal(55 / 12_960_000.0, edge.P, 15);
        Assert.Equal(55 / 12_960_000.0, network.Expected, 15);

        // Where one of them acted in the other's hour, too, that hour decides.
        network = await Network([Repost("a", "1", 3_597), Repost("a", "1", 4_000), Repost("b", "1", 3_602), .. Seconds()], options: options);
        Assert.Empty(network.Edges);
        Assert.Equal((0, Ten), (network.Joint, network.Expected));
    }

    [Fact]
    public async Task Minutes_are_not_read_as_seconds()
    {
        // Times to the minute, as Twitter gives them: 12 meetings in the same minute out of 12 chances.
        var posts = Enumerable.Range(0, 12).SelectMany(i => new[] { Repost("a", $"{i}", (i * 7_200) + 120), Repost("b", $"{i}", (i * 7_200) + 120) }).ToList();
        var ten = await Network(posts);
        var sixty = await Network(posts, options: new() { Window = 60 });

        Assert.Equal((TimePrecision.Minute, 60), (ten.Precision, ten.EffectiveWindow));
        Assert.Equal(12, Assert.Single(ten.Edges).Together);
        Assert.Equal(Math.Pow(1 / 60.0, 12), ten.Edges[0].P, 1e-30);
        Assert.Equivalent(ten.Edges, sixty.Edges);
        Assert.Contains(ten.Caveats, c => c.Contains("a window of 10 s cannot be told", StringComparison.Ordinal));

        var two = await Network([.. posts, .. Enumerable.Range(0, 9).Select(i => Repost("c", $"{i}", (i * 7_200) + 180))], options: new() { Window = 120 });
        Assert.Equal(120, two.EffectiveWindow);
        Assert.Equal(3, two.Edges.Count);
    }

    [Fact]
    public async Task Days_are_not_compared()
    {
        var network = await Network(Enumerable.Range(0, 30).SelectMany(i => new[] { Repost("a", $"{i}", i * 86_400), Repost("b", $"{i}", i * 86_400) }));

        Assert.Equal((TimePrecision.Day, 0), (network.Precision, network.Edges.Count));
        Assert.Contains(network.Caveats, c => c.Contains("nothing was compared", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_strangers_do_in_the_same_hours_is_not_beyond_chance()
    {
        // 300 shared posts in 300 hours, each at a place of its own by a seeded draw: about 1.7 meetings are chance.
        var random = new Random(5);
        var network = await Network([.. Enumerable.Range(0, 300).SelectMany(i => new[] { Repost("a", $"{i}", (i * 3_600) + random.Next(3_600)), Repost("b", $"{i}", (i * 3_600) + random.Next(3_600)) })]);

        Assert.Equal(0, network.EdgesBeyondChance);
        Assert.Empty(network.Groups);
        Assert.InRange(network.Expected, 300 * Ten - 1e-9, 300 * Ten + 1e-9);
    }

    [Fact]
    public async Task Near_same_words_meet_and_headlines_of_share_buttons_do_not()
    {
        const string Words = "the harbour of the sample town has counted three hundred boats this summer and nobody knows whose they";
        var texts = await Network(
            [
                Plain("a", Words + " are", 10), Plain("b", Words + " were https://t.example/1", 12), Plain("a", "Good morning everybody", 7_210), Plain("b", "Good morning everybody", 7_211),
                Plain("a", "Sample town counts three hundred boats in old harbour https://t.example/2 via @samplewire", 20_000),
                Plain("b", "Sample town counts three hundred boats in old harbour https://t.example/2 via @samplewire", 20_001), .. Seconds(),
            ],
            CoordinationTrace.Text, new() { Least = 1 });

        Assert.Equal(1, Assert.Single(texts.Edges).Joint);
        Assert.Equal(2, texts.LeftOut.Single(l => l.Value.Contains("share button", StringComparison.Ordinal)).Count);
        Assert.Equal(402, texts.LeftOut.Single(l => l.Value.Contains("different words", StringComparison.Ordinal)).Count);
    }

    [Fact]
    public async Task Hashtags_are_compared_as_sequences_and_replies_by_their_post()
    {
        Post Tagged(string account, long second, params string[] tags) => Plain(account, "words", second) with { Hashtags = tags };
        var tags = await Network(
            [Tagged("a", 1, "One", "two"), Tagged("b", 2, "one", "TWO"), Tagged("c", 3, "two", "one"), Tagged("a", 9_000, "one"), Tagged("b", 9_001, "one"), .. Seconds()], CoordinationTrace.Hashtag, new() { Least = 1 });
        Assert.Equal(("twitter:a", "twitter:b", 1), (Assert.Single(tags.Edges).A, tags.Edges[0].B, tags.Edges[0].Joint));

        var replies = await Network(
            [
                Plain("a", "x", 1) with { ReplyToPost = "7", ReplyToUser = "u" }, Plain("b", "x", 2) with { ReplyToPost = "7", ReplyToUser = "u" },
                Plain("c", "x", 3) with { ReplyToUser = "u" }, Plain("d", "x", 3) with { ReplyToPost = "8E+17", Flags = ["mangled-reference"] },
                Plain("e", "x", 3) with { ReplyToPost = "8E+17", Flags = ["mangled-reference"] }, .. Seconds(),
            ],
            CoordinationTrace.Reply, new() { Least = 1 });
        Assert.Equal("twitter:b", Assert.Single(replies.Edges).B);
        Assert.Equal(2, Assert.Single(replies.LeftOut).Count);
    }

    [Fact]
    public async Task A_crowd_is_not_quadratic_and_the_cut_is_stated()
    {
        var network = await Network([.. Enumerable.Range(0, 3_000).Select(i => Repost($"{i:0000}", "1", 601)), .. Seconds()], options: new() { Least = 1, MostNeighbours = 10 });

        Assert.True(network.EdgesFound is > 10_000 and <= 30_000, $"{network.EdgesFound}");
        Assert.Contains(network.Caveats, c => c.Contains("more neighbours in time than are compared", StringComparison.Ordinal));
        Assert.Equal(3_000 * 2_999 / 2 * Ten, network.Expected, 6);
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1_801, 2)]
    [InlineData(10, 0)]
    public async Task Senseless_options_are_refused(int window, int least) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Network([], options: new() { Window = window, Least = least }));

    [Fact]
    public async Task No_posts_are_an_empty_network() => Assert.Equal((0, 0, 1), ((await Network([])).Posts, (await Network([])).EdgesFound, (await Network([])).P));

    [Fact]
    public async Task A_fault_of_the_stream_is_passed_on()
    {
        static async IAsyncEnumerable<Post> Torn()
        {
            yield return Plain("a", "x", 1);
            await Task.Yield();
            throw new IOException("the disk is gone");
        }

        await Assert.ThrowsAsync<IOException>(() => CoordinationFinder.Read(Torn(), TraceKind.Acts, cancel: TestContext.Current.CancellationToken));
    }
}
