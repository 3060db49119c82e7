using Monitor.Core.Dossiers.Activities;

namespace Monitor.Tests.Dossiers.Signals;

public sealed class PlaceFactsTests
{
    [Theory]
    [InlineData("California, USA", true, false)] // quiet 20:30 to 03:30 in Tehran is the day there
    [InlineData("Tehran", false, true)]
    [InlineData("Kabul", false, true)] // an hour off
    [InlineData("USA", null, null)] // no zone
    [InlineData("", null, null)]
    public void Hours_are_held_against_the_claimed_place(string location, bool? against, bool? fits)
    {
        var posts = SamplePosts.Make(40 * 17, (p, n) => p with { Time = SamplePosts.Monday.AddDays(n / 17).AddHours(3 + (n % 17)) }).ToList();
        var account = SamplePosts.Account with { Location = location };
        Assert.Equal(against, SamplePosts.Tell("hours-against-place", posts, account));
        Assert.Equal(fits, SamplePosts.Tell("hours-fit-place", posts, account));
    }

    [Fact]
    public void A_place_that_the_publisher_hides_is_none()
    {
        var posts = SamplePosts.Make(40 * 17, (p, n) => p with { Time = SamplePosts.Monday.AddDays(n / 17).AddHours(3 + (n % 17)) });
        Assert.Null(SamplePosts.Tell("hours-against-place", posts, SamplePosts.Account with { Location = "Tehran", Hidden = ["location"] }));
    }

    [Theory]
    [InlineData("United States", "ru", true)]
    [InlineData("United States", "en", false)]
    [InlineData("Iran", "en", false)] // the world's language
    [InlineData("Iran", "fa", false)]
    [InlineData("Iran", "und", null)]
    [InlineData("nowhere", "ru", null)]
    public void Languages_are_held_against_the_claimed_place(string location, string language, bool? holds) =>
        Assert.Equal(holds, SamplePosts.Tell("language-against-place", SamplePosts.Make(60, (p, _) => p with { Language = language }), SamplePosts.Account with { Location = location }));

    [Theory]
    [InlineData(6, true)]
    [InlineData(7, false)]
    public void One_post_in_ten_in_a_language_of_the_country_is_few(int fitting, bool holds) => Assert.Equal(
        holds,
        SamplePosts.Tell("language-against-place", SamplePosts.Make(60, (p, n) => p with { Language = n < fitting ? "en" : "ru" }), SamplePosts.Account with { Location = "United States" }));

    [Fact]
    public void Every_post_is_counted_with_the_offset_of_its_own_day()
    {
        var clock = new ClockTally(TimeZoneInfo.FindSystemTimeZoneById("Europe/London"));
        foreach (var time in new[] { "2016-01-04T12:00Z", "2016-07-04T12:00Z", "2016-07-04T23:30Z" })
        {
            clock.Add(new(time, "twitter:1", "", DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture), new("a", 1, "t.csv", 2, -1)));
        }

        Assert.Equal(1, clock.Local[0][12]); // Monday noon in winter
        Assert.Equal(1, clock.Local[0][13]); // one o'clock in summer
        Assert.Equal(1, clock.Local[1][0]); // after midnight it is Tuesday
        Assert.Equal(2, clock.Utc[0][12]);
    }

    [Theory]
    [InlineData("2016-03-20T12:00Z", 15)] // before Iran's summer time
    [InlineData("2016-03-22T12:00Z", 16)]
    [InlineData("2023-07-04T12:00Z", 15)] // Iran has none since 2023
    public void Iran_s_summer_time_is_that_of_its_years(string time, int hour)
    {
        var clock = new ClockTally(TimeZoneInfo.FindSystemTimeZoneById("Asia/Tehran"));
        clock.Add(new("p", "twitter:1", "", DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture), new("a", 1, "t.csv", 2, -1)));
        Assert.Equal(1, clock.Local.Sum(d => d[hour]));
    }
}
