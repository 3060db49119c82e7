using Monitor.Core.Dossiers;
using Monitor.Core.Model;

namespace Monitor.Tests.Dossiers;

public sealed class DossierBuilderTests : IAsyncLifetime
{
    private TestRelease release = null!;
    private DossierBuilder builder = null!;

    public async ValueTask InitializeAsync()
    {
        release = await TestRelease.Make();
        builder = new(release.Corpus);
    }

    public ValueTask DisposeAsync() => release.DisposeAsync();

    [Fact]
    public async Task An_account_that_nobody_knows_has_no_dossier() => Assert.Null(await builder.Build("twitter:nobody", TestContext.Current.CancellationToken));

    [Fact]
    public async Task An_account_of_a_cluster_made_in_one_go_shows_what_speaks_for_operation_with_rows_and_rates()
    {
        var dossier = await Build("2003");
        var signals = dossier.Signals.ToDictionary(s => s.Name);

        Assert.Equal(DossierOutcome.SpeaksForOperated, dossier.Outcome);
        Assert.Equal(["bio-shared", "co-posting", "creation-burst", "scheduling-clients", "texts-repeated", "texts-shared"], signals.Values.Where(s => s.Side == SignalSide.Operated).Select(s => s.Name).Except(["no-rest"]).Order());
        Assert.Equal("same bio as 12 other imported accounts", signals["bio-shared"].Value);
        Assert.Contains("13 of 414 (3.1 %)", signals["bio-shared"].BaseRate, StringComparison.Ordinal);
        Assert.Equal(6, signals["bio-shared"].Rows.Count);
        Assert.Contains("13 of 414", signals["creation-burst"].BaseRate, StringComparison.Ordinal);
        Assert.All(dossier.Signals, s => Assert.NotEmpty(s.Rows));
        Assert.DoesNotContain(dossier.Signals, s => s.Text.Contains("bot", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_talkative_old_account_speaks_for_a_person()
    {
        var dossier = await Build("3000");
        Assert.Equal(DossierOutcome.SpeaksForPerson, dossier.Outcome);
        Assert.Superset(new HashSet<string> { "conversation", "mobile-clients", "years-before" }, dossier.Signals.Select(s => s.Name).ToHashSet());
        Assert.Equal(
            ["2009-05-06 Created, as the release says.", "First imported post.", "Last imported post.", "2016-10-01 Release announced: Test release.", "2016-10-01 Suspended."],
            dossier.Timeline.Select(t => t.Time.Precision == DatePrecision.Day ? $"{t.Time} {t.Text}" : t.Text));
        Assert.Equal((200, 100, 0), (dossier.Activity.Posts, dossier.Activity.Replies, dossier.Activity.Reposts));
        Assert.Equal(200, dossier.Activity.HourByWeekday.Sum(d => d.Sum()));
        Assert.Equal(200, dossier.Activity.PerDay.Count);
        Assert.Equal(new("news.example", 200), Assert.Single(dossier.Activity.Links));
    }

    [Fact]
    public async Task A_hashed_account_without_posts_gives_not_enough_evidence_and_says_what_is_missing()
    {
        var dossier = await Build(string.Concat(Enumerable.Repeat("0a1b2c3d", 8)));
        Assert.Equal(DossierOutcome.NotEnoughEvidence, dossier.Outcome);
        Assert.Contains(dossier.Signals, s => s.Name == "bio-shared");
        Assert.Contains(dossier.Missing, m => m.Contains("hides userid, handle, name", StringComparison.Ordinal));
        Assert.Contains(dossier.Missing, m => m.StartsWith("No posts of this account", StringComparison.Ordinal));
        Assert.Equal(7, dossier.Activity.HourByWeekday.Count);
    }

    [Theory]
    [InlineData(17, "daily-rest")]
    [InlineData(24, "no-rest")]
    public async Task A_signal_of_hours_has_rows_and_agrees_with_the_picture(int wakingHours, string signal)
    {
        var account = new Account("twitter:77", "twitter", "77", new(TestRelease.Id, 1, "users.csv", 9000, 0));
        var begin = new DateTimeOffset(2016, 3, 7, 6, 0, 0, TimeSpan.Zero);
        var posts = Enumerable.Range(0, 20 * 24).Select(n => new Post($"twitter:77{n:000}", account.Id, $"text {n}", begin.AddDays(n % 60).AddHours(n % wakingHours), new(TestRelease.Id, 1, "hours.csv", n + 2, -1)));
        // One stray post at night does not end the quiet hours, neither for the signal nor for the picture.
        var stray = new Post("twitter:77stray", account.Id, "awake", begin.AddHours(20), new(TestRelease.Id, 1, "hours.csv", 9999, -1));
        await release.Corpus.Put(new() { Accounts = [account], Posts = [.. posts, stray] }, TestContext.Current.CancellationToken);
        var dossier = await Build("77");
        var found = dossier.Signals.Single(s => s.Name == signal);
        var picture = Monitor.Web.Display.HeatMap.Of(dossier.Activity.HourByWeekday).Summary;

        Assert.NotEmpty(found.Rows);
        Assert.All(found.Rows, r => Assert.Equal("hours.csv", r.File));
        Assert.Equal(signal == "daily-rest", picture.Contains("Its quiet hours are 7 a day, from 23:00 to 06:00 UTC, with 1 post.", StringComparison.Ordinal));
        Assert.Equal(signal == "daily-rest", found.Value.StartsWith("7 quiet hours a day, 23:00 to 06:00 UTC", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_reinstated_account_shows_it_with_its_rate_and_a_second_suspension_weakens_it()
    {
        var row = new RowRef("events", 1, "events.csv", 2, 0);
        StatusEvent At(string user, StatusKind kind, int day) => new(TestRelease.IdOf(user), kind, PartialDate.Day(2017, 1, day), "", row with { Line = day });
        await release.Corpus.Put(
            new() { StatusEvents = [At("1001", StatusKind.Suspended, 1), At("1001", StatusKind.Reinstated, 2), At("1002", StatusKind.Suspended, 1), At("1002", StatusKind.Reinstated, 2), At("1002", StatusKind.Suspended, 3)] },
            TestContext.Current.CancellationToken);
        var once = (await Build("1001")).Signals.Single(s => s.Name == "reinstated");
        Assert.Equal(("reinstated 2017-01-02", SignalSide.Person), (once.Value, once.Side));
        Assert.Contains("2 of 3", once.BaseRate, StringComparison.Ordinal); // the third is the talkative one, suspended for good
        Assert.EndsWith("suspended again later", (await Build("1002")).Signals.Single(s => s.Name == "reinstated").Value, StringComparison.Ordinal);
        Assert.DoesNotContain((await Build("3000")).Signals, s => s.Name == "reinstated");
    }

    [Fact]
    public async Task Local_hours_names_kinds_and_the_first_post_are_told()
    {
        var account = new Account("twitter:88", "twitter", "88", new(TestRelease.Id, 1, "users.csv", 8000, 0)) { Handle = "sample_eight", Location = "Tehran", Created = PartialDate.Day(2016, 1, 1) };
        Post At(int n, string time) => new($"twitter:88{n}", account.Id, $"text {n}", DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture), new(TestRelease.Id, 1, "t.csv", n, -1));
        await release.Corpus.Put(
            new() { Accounts = [account], Posts = [At(1, "2016-01-11T21:00Z"), At(2, "2016-01-12T00:00Z") with { QuotedPost = "5" }, At(3, "2016-01-13T00:00Z") with { ReplyToPost = "6", QuotedPost = "5" }, At(4, "2016-01-14T00:00Z") with { IsRepost = true }] },
            TestContext.Current.CancellationToken);
        var dossier = await Build("88");
        var activity = dossier.Activity;
        Assert.Equal((1, 1, 1, 1, 10), (activity.Originals, activity.Quotes, activity.Replies, activity.Reposts, activity.DaysToFirstPost));
        Assert.Equal(("Asia/Tehran", 1), (activity.Local.Zone, activity.Local.HourByWeekday[1][0])); // Monday 21:00 in London is half past midnight of Tuesday
        Assert.Equal("sample_eight", Assert.Single(dossier.Names).Handle);
    }

    [Fact]
    public async Task The_same_corpus_gives_the_same_dossier()
    {
        var again = await new DossierBuilder(release.Corpus).Build(TestRelease.IdOf("2003"), TestContext.Current.CancellationToken);
        Assert.Equal(System.Text.Json.JsonSerializer.Serialize(await Build("2003")), System.Text.Json.JsonSerializer.Serialize(again));
    }

    private async Task<Dossier> Build(string user) => (await builder.Build(TestRelease.IdOf(user), TestContext.Current.CancellationToken))!;
}
