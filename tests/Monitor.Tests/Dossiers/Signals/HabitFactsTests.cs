using Monitor.Core.Model;

namespace Monitor.Tests.Dossiers.Signals;

public sealed class HabitFactsTests
{
    [Theory]
    [InlineData("mobile-clients", "Twitter for Android", 30, true)]
    [InlineData("mobile-clients", "Twitter for Android", 29, false)]
    [InlineData("mobile-clients", "Twitter for Android", 0, false)]
    [InlineData("scheduling-clients", "twittbot.net", 30, true)]
    [InlineData("scheduling-clients", "twittbot.net", 29, false)]
    public void Half_of_the_posts_from_a_kind_of_client(string fact, string client, int posts, bool holds) =>
        Assert.Equal(holds, SamplePosts.Tell(fact, SamplePosts.Make(60, (p, n) => p with { Client = n < posts ? client : "Twitter Web Client" })));

    [Theory]
    [InlineData(54, true)]
    [InlineData(53, false)]
    public void Nearly_all_from_a_desk(int desk, bool holds) =>
        Assert.Equal(holds, SamplePosts.Tell("desk-clients", SamplePosts.Make(60, (p, n) => p with { Client = n < desk ? "Twitter Web Client" : "Twitter for Android" })));

    [Fact]
    public void Posts_without_a_client_tell_nothing() => Assert.Null(SamplePosts.Tell("mobile-clients", SamplePosts.Make(200)));

    [Theory]
    [InlineData(8, 5, true)]
    [InlineData(12, 5, false)] // into the evening
    [InlineData(8, 7, false)] // on all days
    [InlineData(8, 6, false)]
    public void Working_hours(int hours, int weekdays, bool holds) => Assert.Equal(holds, SamplePosts.Tell("office-hours", Days(60, hours, d => d % 7 < weekdays)));

    [Theory]
    [InlineData(25, null)] // 19 days with posts
    [InlineData(26, true)]
    public void Working_hours_need_some_weeks(int days, bool? holds) => Assert.Equal(holds, SamplePosts.Tell("office-hours", Days(days, 8, d => d % 7 < 5)));

    [Theory]
    [InlineData(17, true)] // seven quiet hours
    [InlineData(19, true)]
    [InlineData(20, false)] // four
    [InlineData(13, false)] // eleven: rather office hours
    public void A_daily_rest(int waking, bool holds) => Assert.Equal(holds, SamplePosts.Tell("daily-rest", Days(40, waking, _ => true)));

    [Theory]
    [InlineData(24, true)]
    [InlineData(20, false)]
    public void No_rest(int waking, bool holds) => Assert.Equal(holds, SamplePosts.Tell("no-rest", Days(40, waking, _ => true)));

    [Fact]
    public void Hours_need_thirty_days() => Assert.Null(SamplePosts.Tell("no-rest", Days(28, 24, _ => true))); // the last night belongs to the 29th

    /// <summary>A post in each waking hour, from 06:00 UTC on, of each day that is none of rest; day 0 is a Monday.</summary>
    private static IEnumerable<Post> Days(int days, int hours, Func<int, bool> active) => SamplePosts.Make(
        days * hours, (p, n) => p with { Time = SamplePosts.Monday.AddDays(n / hours).AddHours(6 + (n % hours)) }).Where((_, n) => active(n / hours));
}
