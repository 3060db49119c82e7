using FsCheck;
using FsCheck.Fluent;
using Monitor.Core.Alerting;
using Monitor.Core.Model;

namespace Monitor.Tests.Alerting;

public sealed class AlertScheduleTests
{
    private static readonly string[] Zones =
    [
        "UTC", "Europe/Madrid", "America/New_York", "Asia/Tehran", "Asia/Kolkata", "Australia/Lord_Howe", "Africa/Casablanca", "America/St_Johns", "Pacific/Apia", "America/Caracas",
    ];

    /// <summary>
    /// Over four years of any zone, looked at every 20 minutes as a scheduler does, a daily search is due once each local day that exists, and shows its local time unless that day leaves it out.
    /// </summary>
    [Fact]
    public void A_daily_search_is_due_once_each_local_day_whatever_the_clocks_do() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(12),
        Prop.ForAll(Any(), search =>
        {
            var zone = AlertSchedule.Zone(search.Zone)!;
            var start = new DateTimeOffset(2010 + (search.At.Minute % 12), 1, 1, 0, 0, 0, TimeSpan.Zero);
            var moments = Moments(search, start, start.AddYears(2));
            var days = moments.ConvertAll(m => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(m, zone).DateTime));
            Assert.Equal(days.Distinct(), days);
            Assert.All(moments, m => Assert.True(
                TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(m, zone).DateTime) == search.At || zone.IsInvalidTime(DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(m, zone).DateTime).ToDateTime(search.At)),
                $"{m:O} in {search.Zone} is not {search.At}"));

            // Samoa left out 30 December 2011; every other day has its message.
            var missing = Enumerable.Range(0, days[^1].DayNumber - days[0].DayNumber).Select(i => days[0].AddDays(i)).Except(days).ToList();
            Assert.True(missing.Count == 0 || (search.Zone == "Pacific/Apia" && missing.SequenceEqual([new DateOnly(2011, 12, 30)])), $"{search.Zone} {search.At}: {string.Join(", ", missing)}");
        }));

    [Fact]
    public void A_weekly_search_is_due_on_its_day_and_no_other() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(8),
        Prop.ForAll(Any(), daily =>
        {
            var search = daily with { Rhythm = Rhythm.Weekly, Day = (DayOfWeek)(daily.At.Minute % 7) };
            var zone = AlertSchedule.Zone(search.Zone)!;
            var start = new DateTimeOffset(2018, 1, 1, 0, 0, 0, TimeSpan.Zero);
            var moments = Moments(search, start, start.AddYears(1));
            Assert.InRange(moments.Count, 52, 54);
            Assert.All(moments, m => Assert.Equal(search.Day, TimeZoneInfo.ConvertTime(m, zone).DayOfWeek));
        }));

    [Theory]
    [InlineData("2026-03-29T01:00:00Z", "02:30")] // clocks go from 02:00 to 03:00: the first moment behind the gap
    [InlineData("2026-10-25T00:30:00Z", "02:30")] // 02:30 comes twice: the first of the two
    [InlineData("2026-07-01T06:00:00Z", "08:00")]
    [InlineData("2026-01-15T07:00:00Z", "08:00")]
    public void A_local_time_in_Madrid_means_one_moment(string moment, string at)
    {
        var search = AlertDesk.Search("s") with { Rhythm = Rhythm.Daily, Zone = "Europe/Madrid", At = TimeOnly.Parse(at, System.Globalization.CultureInfo.InvariantCulture) };
        var expected = ManualTime.At(moment).Now;

        Assert.Equal(expected, AlertSchedule.Latest(search, expected));
        Assert.Equal(expected, AlertSchedule.Latest(search, expected.AddHours(20)));
        Assert.True(AlertSchedule.Latest(search, expected.AddTicks(-1)) < expected);
    }

    [Fact]
    public void An_hourly_search_in_a_zone_of_half_hours_is_due_at_its_own_full_hours()
    {
        var search = AlertDesk.Search("s") with { Rhythm = Rhythm.Hourly, Zone = "Asia/Kolkata" };

        Assert.Equal(ManualTime.At("2026-01-01T10:30:00Z").Now, AlertSchedule.Latest(search, ManualTime.At("2026-01-01T11:29:59Z").Now));
    }

    [Fact]
    public void A_search_that_is_told_at_once_has_no_moments() => Assert.Null(AlertSchedule.Latest(AlertDesk.Search("s"), DateTimeOffset.UnixEpoch));

    private static List<DateTimeOffset> Moments(SavedSearch search, DateTimeOffset from, DateTimeOffset to)
    {
        var moments = new List<DateTimeOffset>();
        for (var now = from; now < to; now += TimeSpan.FromMinutes(20))
        {
            if (AlertSchedule.Latest(search, now) is { } moment && moment >= from && (moments.Count == 0 || moments[^1] != moment))
            {
                Assert.True(moments.Count == 0 || moment > moments[^1]);
                moments.Add(moment);
            }
        }

        return moments;
    }

    private static Arbitrary<SavedSearch> Any() => (
        from zone in Gen.Elements(Zones)
        from minutes in Gen.Choose(0, (24 * 60) - 1)
        select AlertDesk.Search("s") with { Rhythm = Rhythm.Daily, Zone = zone, At = new TimeOnly(minutes / 60, minutes % 60) }).ToArbitrary();
}
