using Monitor.Core.Model;

namespace Monitor.Tests.Alerting;

public sealed class MessageMakerTests : IAsyncDisposable
{
    private readonly AlertDesk _desk = new("2026-03-02T05:00:00Z");

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public void A_daily_search_waits_for_its_local_time_and_tells_all_at_once()
    {
        _desk.Save(Daily());
        _desk.Match("daily", "c1");
        Assert.Equal(0, _desk.Maker.Run());
        _desk.Match("daily", "c2");

        // 08:00 in Madrid is 07:00 UTC in winter.
        _desk.Time.Now = ManualTime.At("2026-03-02T06:59:59Z").Now;
        Assert.Equal(0, _desk.Maker.Run());
        _desk.Time.Now = ManualTime.At("2026-03-02T07:00:00Z").Now;
        Assert.Equal(1, _desk.Maker.Run());
        Assert.Equal(0, _desk.Maker.Run());

        Assert.Equal(["c1", "c2"], Assert.Single(_desk.Ledger.Outbox.Latest()).Matches);
    }

    [Fact]
    public void Nothing_new_is_told_once_a_day_when_wanted_and_never_otherwise()
    {
        _desk.Save(Daily() with { NothingNew = true }, Daily() with { Id = "quiet" });
        _desk.Time.Now = ManualTime.At("2026-03-02T09:00:00Z").Now;
        _desk.Maker.Run();
        _desk.Time.Advance(TimeSpan.FromHours(1));
        _desk.Maker.Run();

        Assert.Equal(DeliveryKind.NothingNew, Assert.Single(_desk.Ledger.Outbox.Latest()).Kind);

        _desk.Time.Advance(TimeSpan.FromDays(1));
        _desk.Maker.Run();
        Assert.Equal(2, _desk.Ledger.Outbox.Latest().Select(d => d.Id).Distinct().Count());
    }

    [Fact]
    public void A_storm_becomes_one_digest_an_hour_and_leaves_nothing_out()
    {
        _desk.Save(AlertDesk.Search("storm") with { StormLimit = 5 });
        var made = new List<Delivery>();
        for (var minute = 0; minute < 180; minute++)
        {
            _desk.Match("storm", $"c{minute}");
            _desk.Maker.Run();
            _desk.Time.Advance(TimeSpan.FromMinutes(1));
        }

        _desk.Time.Advance(TimeSpan.FromHours(2));
        _desk.Maker.Run();
        made.AddRange(_desk.Ledger.Outbox.Latest(limit: 1000));

        Assert.Equal(5, made.Count(d => d.Kind == DeliveryKind.Matches && d.Matches.Count == 1));
        Assert.InRange(made.Count(d => d.Kind == DeliveryKind.Storm), 2, 3);
        Assert.Equal(Enumerable.Range(0, 180).Select(i => $"c{i}").Order(StringComparer.Ordinal), made.SelectMany(d => d.Matches).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_search_that_ends_tells_what_is_open_and_is_paused()
    {
        _desk.Save(Daily() with { Expires = _desk.Time.Now.AddHours(1) });
        _desk.Match("daily", "c1");
        _desk.Time.Advance(TimeSpan.FromHours(1));

        Assert.Equal(1, _desk.Maker.Run());
        Assert.Contains("expired", _desk.Ledger.SavedSearches.Get("daily")!.Paused, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_channel_gets_the_same_matches_once_and_a_feed_needs_no_sending()
    {
        _desk.Save(AlertDesk.Search("all") with { Webhook = "https://hook.example/", Feed = true });
        _desk.Match("all", "c1", "c2");

        Assert.Equal(3, _desk.Maker.Run());

        var made = _desk.Ledger.Outbox.Latest();
        Assert.Equal([DeliveryChannel.Mail, DeliveryChannel.Webhook, DeliveryChannel.Feed], made.Select(d => d.Channel).Order());
        Assert.All(made, d => Assert.Equal(["c1", "c2"], d.Matches));
        Assert.Equal(DeliveryState.Sent, made.Single(d => d.Channel == DeliveryChannel.Feed).State);
        Assert.Equal(3, made.Select(d => d.MessageId).Distinct().Count());
    }

    private static SavedSearch Daily() => AlertDesk.Search("daily") with
    {
        Rhythm = Rhythm.Daily,
        Zone = "Europe/Madrid",
        At = new TimeOnly(8, 0),
        Created = ManualTime.At("2026-03-02T05:00:00Z").Now,
    };
}
