using Monitor.Core.Dossiers.Activities;
using Monitor.Core.Dossiers.Statistics;
using Monitor.Core.Model;

namespace Monitor.Tests.Dossiers;

public sealed class StatisticsTests
{
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
    public void A_night_s_rest_is_found_across_midnight()
    {
        var table = Enumerable.Range(0, 7).Select(_ => Enumerable.Range(0, 24).Select(h => h is >= 22 or < 5 ? 0 : 5).ToArray()).ToArray();
        var hours = PostingHours.Of(table, 60);
        Assert.Equal((7, 7), (hours.Quiet.Hours, hours.ActiveWeekdays));
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
}
