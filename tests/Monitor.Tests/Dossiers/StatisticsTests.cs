using Monitor.Core.Dossiers.Activities;
using Monitor.Core.Dossiers.Statistics;
using Monitor.Core.Model;

namespace Monitor.Tests.Dossiers;

public sealed class StatisticsTests
{
    private static readonly DateOnly Day = new(2014, 6, 3);

    [Theory]
    [InlineData(4, 0, false)] // too few for a burst
    [InlineData(5, 0, true)]
    [InlineData(5, 3, false)] // as busy as the season
    [InlineData(40, 3, true)]
    public void A_day_is_a_burst_when_it_is_far_above_the_days_around_it(int onDay, int perDayAround, bool burst)
    {
        var created = new SortedDictionary<DateOnly, int> { [Day] = onDay };
        for (var distance = 1; distance <= 90 && perDayAround > 0; distance++)
        {
            created[Day.AddDays(distance)] = perDayAround;
            created[Day.AddDays(-distance)] = perDayAround;
        }

        Assert.Equal(burst, CreationBurst.Is(created, Day));
    }

    [Theory]
    [InlineData(0, 20, SignalStrength.Weak)] // of twenty accounts nothing can be called uncommon
    [InlineData(0, 30, SignalStrength.Moderate)]
    [InlineData(0, 300, SignalStrength.Strong)]
    [InlineData(10, 770, SignalStrength.Moderate)]
    [InlineData(100, 770, SignalStrength.Weak)]
    [InlineData(0, 0, SignalStrength.Weak)]
    public void Few_accounts_never_make_a_value_rare(long with, long of, SignalStrength strength) =>
        Assert.Equal(strength, new BaseRate(with, of).Strength(SignalStrength.Strong));

    [Fact]
    public void A_cap_holds_the_strength_down() => Assert.Equal(SignalStrength.Weak, new BaseRate(0, 10_000).Strength(SignalStrength.Weak));

    [Fact]
    public void Bios_are_compared_without_case_marks_and_spelling_variants_and_short_ones_not_at_all()
    {
        Assert.Equal(BioIndex.Key("Independent journalist. Tehran, Iran!"), BioIndex.Key("independent  JOURNALIST — Tehran/Iran"));
        Assert.Equal(BioIndex.Key("خبرنگار مستقل و دانشجوی علوم سیاسی"), BioIndex.Key("خبرنگار مستقل و دانشجوي علوم سياسي"));
        Assert.NotEqual(BioIndex.Key("Independent journalist, Tehran"), BioIndex.Key("Independent journalist, Isfahan"));
        Assert.Null(BioIndex.Key("Student 🇮🇷"));
    }

    [Fact]
    public void The_same_account_in_two_releases_shares_its_bio_with_nobody()
    {
        var index = new BioIndex();
        Account In(string id, string release) => new(id, "twitter", id, new(release, 1, "u.csv", 2, 0)) { Bio = "Independent journalist, Tehran" };
        var key = index.Add(In("twitter:1", "a"))!.Value;
        index.Add(In("twitter:1", "b"));
        Assert.Equal(1, index.Accounts(key));
        index.Add(In("twitter:2", "a"));
        Assert.Equal(2, index.Accounts(key));
        Assert.Equal("a", Assert.Single(index.OtherRows(key, "twitter:1")).Release);
    }

    [Fact]
    public void A_night_s_rest_is_found_across_midnight()
    {
        var table = Enumerable.Range(0, 7).Select(_ => Enumerable.Range(0, 24).Select(h => h is >= 22 or < 5 ? 0 : 5).ToArray()).ToArray();
        var hours = PostingHours.Of(table, 60);
        Assert.Equal((7, 7, 17), (hours.Quiet.Hours, hours.ActiveWeekdays, hours.ActiveHours));
        Assert.Equal(0, hours.QuietestFive);

        var even = PostingHours.Of(Enumerable.Range(0, 7).Select(_ => Enumerable.Repeat(5, 24).ToArray()).ToArray(), 60);
        Assert.Equal((0, 5.0 / 24), (even.Quiet.Hours, even.QuietestFive));
        Assert.Equal(0, PostingHours.Of(Enumerable.Range(0, 7).Select(_ => new int[24]).ToArray(), 0).Timed);
    }

    [Theory]
    [InlineData("RT @somebody: The same words here again today https://t.co/x", "the same words here again today")]
    [InlineData("the SAME words, here; again - today! @other", "the same words here again today")]
    [InlineData("Thanks a lot!", null)]
    public void Texts_are_compared_without_links_mentions_and_marks(string text, string? words) => Assert.Equal(words, TextKey.Words(text));

    [Fact]
    public void The_words_searched_for_are_the_longest_run_without_link_or_mention() =>
        Assert.Equal("what a fine day", TextKey.LongestRun("Hello @you what a fine day https://t.co/x bye bye", 12));

    [Theory]
    [InlineData("Ahmad12345678", true)]
    [InlineData("Ahmad1234567", false)]
    [InlineData("12345678", false)]
    [InlineData("real_person", false)]
    public void Handles_that_sign_up_proposes_are_recognised(string handle, bool proposed) =>
        Assert.Equal(proposed, ProfileFacts.HasDefaultHandle(new("twitter:1", "twitter", "1", new("a", 1, "u.csv", 2, 0)) { Handle = handle }));
}
