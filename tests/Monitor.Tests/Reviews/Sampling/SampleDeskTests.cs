using FsCheck;
using FsCheck.Fluent;
using Microsoft.Data.Sqlite;
using Monitor.Core.Model;
using Monitor.Core.Reviews;
using Monitor.Core.Reviews.Sampling;
using Monitor.Tests.Linking;

namespace Monitor.Tests.Reviews.Sampling;

public sealed class SampleDeskTests : IDisposable
{
    private const string ReleaseId = "sample-release";
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTime _time = ManualTime.At("2026-01-02T03:04:05Z");
    private readonly Core.Ledger.Ledger _ledger;

    public SampleDeskTests() => _ledger = Core.Ledger.Ledger.Open(_folder.At("ledger.db"), _time);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_same_seed_draws_the_same_accounts_in_whatever_order_they_come_and_keeps_one_plan()
    {
        var one = await Draw(Accounts(200), new(ReleaseId, "bio:student", 20, 7, "language"));
        _time.Advance(TimeSpan.FromHours(1));
        var other = await Draw(Accounts(200).AsEnumerable().Reverse(), new(ReleaseId, " bio:student ", 20, 7, "language"));

        Assert.Equal(one.Chosen, other.Chosen);
        Assert.Equal((one.Id, one.Drawn), (other.Id, other.Drawn));
        Assert.Single(_ledger.Samples.All());
        Assert.Equivalent(one, _ledger.Samples.Get(one.Id), strict: true);
        Assert.NotEqual(one.Chosen.Select(c => c.Id), (await Draw(Accounts(200), new(ReleaseId, "bio:student", 20, 8, "language"))).Chosen.Select(c => c.Id));
        Assert.Equal(2, _ledger.Samples.All(ReleaseId).Count);
        Assert.Empty(_ledger.Samples.All("other"));
    }

    /// <summary>HMAC-SHA256 of "twitter:1" under the key "7", from RFC 2104's definition by another program (openssl dgst -sha256 -hmac 7).</summary>
    [Fact]
    public void The_order_can_be_made_again_without_Monitor() => Assert.Equal("ccc39124dd9426c0dda726ad818acb25ad2c23af99d8b3c41193bffe0a00d33f", new SampleOrder(7).Place("twitter:1"));

    [Fact]
    public void A_larger_sample_holds_the_smaller_one() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(30),
        Prop.ForAll(Gen.Choose(1, 60).Select(size => (size, seed: size * 31 % 17)).ToArbitrary(), c =>
        {
            var corpus = Corpus(Accounts(90));
            var desk = new SampleDesk(corpus, _ledger, new ReviewOptions(), _time);
            SamplePlan Of(int size, string by) => desk.Draw(new(ReleaseId, "", size, c.seed, by), Cancel).GetAwaiter().GetResult().Plan!;
            var (small, large) = (Of(c.size, ""), Of(c.size + 10, ""));
            var (smallBy, largeBy) = (Of(c.size, "language"), Of(c.size + 10, "language"));
            var kept = smallBy.Strata.Where(s => largeBy.Strata.Single(l => l.Name == s.Name).Chosen >= s.Chosen).Select(s => s.Name).ToHashSet();
            return small.Chosen.All(large.Chosen.Contains) && large.Chosen.Where(small.Chosen.Contains).SequenceEqual(small.Chosen)
                && smallBy.Chosen.Where(a => kept.Contains(a.Stratum)).All(largeBy.Chosen.Contains);
        }));

    [Fact]
    public async Task A_stratified_sample_has_each_stratum_in_proportion()
    {
        var plan = await Draw(Accounts(100), new(ReleaseId, "", 10, 1, "language"));

        Assert.Equal([("en", 50L, 5), ("fa", 50L, 5)], plan.Strata.Select(s => (s.Name, s.Accounts, s.Chosen)));
        Assert.Equal(5, plan.Chosen.Count(c => c.Stratum == "fa"));
        Assert.Equal(["name hidden", "name shown"], (await Draw(Accounts(100), new(ReleaseId, "", 10, 1, "hashed"))).Strata.Select(s => s.Name).Order());
        Assert.Equal(["2010", "2011", "2012", "not known"], (await Draw(Accounts(100), new(ReleaseId, "", 10, 1, "created-year"))).Strata.Select(s => s.Name).Order());
    }

    [Fact]
    public async Task The_frame_says_what_it_leaves_out()
    {
        var accounts = new[]
        {
            User(1) with { Bio = "Student of law" },
            User(2) with { Bio = "A baker" },
            User(3) with { Bio = "دانشجوی حقوق", Language = "fa" },
            User(4),
            User(5) with { Hashed = true, Hidden = ["userid", "handle", "name"], Bio = "student" },
            User(6) with { Hidden = ["bio"] },
            User(7) with { Flags = ["from-post"] },
        };
        var frame = (await Draw(accounts, new(ReleaseId, "bio:student", 10, 1))).Frame;

        Assert.Equal((7L, 1L, 2L, 1L, 0L), (frame.Accounts, frame.FromPosts, frame.Matched, frame.MatchedHashed, frame.UnmatchedHashed));
        Assert.Equal((2L, 1L, 2L), (frame.UnmatchedBioEmpty, frame.UnmatchedBioHidden, frame.UnmatchedBioRead));
        Assert.Equal([new ValueCount("Arabic", 1)], frame.OtherScripts);
        var words = string.Join('\n', FrameText.LeftOut(frame));
        Assert.Contains("5 of the 7 accounts of the release do not meet the query", words, StringComparison.Ordinal);
        Assert.Contains("2 have an empty bio", words, StringComparison.Ordinal);
        Assert.Contains("Arabic letters", words, StringComparison.Ordinal);
        Assert.Contains("1 of 2 accounts have hashed names", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReleaseId, "bio:student", 0, "", "1 to 2000")]
    [InlineData(ReleaseId, "bio:", 5, "", "nothing stands behind")]
    [InlineData(ReleaseId, "bio:astronaut", 5, "", "none of the 30 accounts")]
    [InlineData(ReleaseId, "", 5, "mood", "language, hashed, created-year")]
    [InlineData("elsewhere", "", 5, "", "elsewhere")]
    public async Task What_cannot_be_drawn_is_refused_with_the_mend(string release, string where, int size, string by, string said)
    {
        var result = await new SampleDesk(Corpus(Accounts(30)), _ledger, new ReviewOptions(), _time).Draw(new(release, where, size, 7, by), Cancel);

        Assert.Null(result.Plan);
        Assert.Contains(said, result.Error, StringComparison.Ordinal);
        Assert.Empty(_ledger.Samples.All());
    }

    [Fact]
    public async Task A_plan_cannot_be_changed()
    {
        await Draw(Accounts(30), new(ReleaseId, "", 5, 7));
        using var connection = new SqliteConnection($"Data Source={_folder.At("ledger.db")};Pooling=False");
        connection.Open();
        foreach (var sql in (string[])["update samples set body = '{}'", "delete from samples"])
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            Assert.Contains("append-only", Assert.Throws<SqliteException>(() => { command.ExecuteNonQuery(); }).Message, StringComparison.Ordinal);
        }
    }

    private static Account User(int n) => new($"twitter:{n}", "twitter", $"{n}", new(ReleaseId, 1, "users.csv", n + 1, 0)) { Language = "en", Handle = $"user{n}" };

    private static List<Account> Accounts(int count) =>
    [
        .. Enumerable.Range(0, count).Select(n => User(n) with
        {
            Bio = n % 3 == 0 ? "" : "A student of history",
            Language = n % 2 == 0 ? "en" : "fa",
            Hashed = n % 5 == 0,
            Created = n % 4 == 3 ? null : PartialDate.Day(2010 + (n % 4), 1, 2),
        }),
    ];

    private static MemoryCorpus Corpus(IEnumerable<Account> accounts)
    {
        var corpus = new MemoryCorpus();
        corpus.Accounts.AddRange(accounts);
        corpus.Releases.Add(new(ReleaseId, "Sample", "twitter") { Versions = [new(1, DateTimeOffset.UnixEpoch, [])] });
        return corpus;
    }

    private async Task<SamplePlan> Draw(IEnumerable<Account> accounts, SampleRequest request)
    {
        var result = await new SampleDesk(Corpus(accounts), _ledger, new ReviewOptions(), _time).Draw(request, Cancel);
        Assert.Null(result.Error);
        return result.Plan!;
    }
}
