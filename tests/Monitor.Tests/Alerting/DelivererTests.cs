using System.Text.RegularExpressions;
using Monitor.Core.Alerting;
using Monitor.Core.Model;

namespace Monitor.Tests.Alerting;

public sealed class DelivererTests : IAsyncLifetime
{
    private readonly AlertDesk _desk = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        (await _desk.WithClaim()).Save(AlertDesk.Search("boats")).Match("boats", "c1");
        _desk.Maker.Run();
    }

    public ValueTask DisposeAsync() => _desk.DisposeAsync();

    [Fact]
    public async Task Two_deliverers_at_once_send_one_mail()
    {
        await using var server = new SmtpSink();
        var (first, second) = (_desk.Deliverer(server.Port), _desk.Deliverer(server.Port));

        var reports = await Task.WhenAll(first.Run(Cancel), second.Run(Cancel));

        Assert.Single(server.Mails);
        Assert.Equal(1, reports.Sum(r => r.Sent));
    }

    [Fact]
    public async Task A_mail_refused_for_now_is_tried_again_later_under_the_same_message_id()
    {
        await using var server = new SmtpSink { Greylisted = 1 };
        Assert.Equal(new DeliveryReport(0, 1, 0), await _desk.Run(server.Port));
        Assert.Equal(new DeliveryReport(0, 0, 0), await _desk.Run(server.Port));

        _desk.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(new DeliveryReport(1, 0, 0), await _desk.Run(server.Port));
        Assert.Equal([Latest.MessageId], MessageIds(server));
    }

    [Fact]
    public async Task A_connection_lost_before_the_final_dot_is_tried_again_and_arrives_once()
    {
        await using var server = new SmtpSink { DropsBeforeDot = true };
        Assert.Equal(new DeliveryReport(0, 1, 0), await _desk.Run(server.Port));

        server.DropsBeforeDot = false;
        _desk.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(new DeliveryReport(1, 0, 0), await _desk.Run(server.Port));
        Assert.Equal([Latest.MessageId], MessageIds(server));
    }

    [Fact]
    public async Task A_connection_lost_after_the_final_dot_sends_it_again_under_the_same_message_id()
    {
        await using var server = new SmtpSink { DropsAfterDot = true };
        Assert.Equal(new DeliveryReport(0, 1, 0), await _desk.Run(server.Port));

        server.DropsAfterDot = false;
        _desk.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(new DeliveryReport(1, 0, 0), await _desk.Run(server.Port));
        Assert.Equal([Latest.MessageId, Latest.MessageId], MessageIds(server));
    }

    [Fact]
    public async Task A_server_that_drips_is_given_up_for_now()
    {
        await using var server = new SmtpSink { Drip = TimeSpan.FromMilliseconds(400) };

        Assert.Equal(new DeliveryReport(0, 1, 0), await _desk.Deliverer(server.Port, timeoutSeconds: 1).Run(Cancel));
        Assert.Contains("no answer within 1 s", Latest.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_with_too_many_connections_is_asked_once_and_the_mails_behind_lose_no_attempt()
    {
        _desk.Save(AlertDesk.Search("second"), AlertDesk.Search("third"));
        _desk.Match("second", "c1");
        _desk.Match("third", "c1");
        await using var server = new SmtpSink { Greeting = "421 too many connections" };

        Assert.Equal(new DeliveryReport(0, 1, 0), await _desk.Run(server.Port));

        Assert.Equal(1, server.Connections);
        Assert.Equal([0, 0, 1], _desk.Ledger.Outbox.Latest().Select(d => d.Attempts).Order());

        server.Greeting = "220 sink";
        _desk.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(new DeliveryReport(3, 0, 0), await _desk.Run(server.Port));
    }

    [Fact]
    public async Task A_mail_refused_for_good_becomes_an_issue_to_the_owner_and_those_behind_it_are_sent()
    {
        _desk.Save(AlertDesk.Search("a-bad-address") with { Recipient = "no address", Owner = "Ada" });
        _desk.Match("a-bad-address", "c1");
        await using var server = new SmtpSink();

        Assert.Equal(new DeliveryReport(1, 0, 1), await _desk.Run(server.Port));
        var issue = Assert.Single(_desk.Ledger.Issues.Open());
        Assert.Equal("delivery-failed", issue.Kind);
        Assert.StartsWith("for Ada: ", issue.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_tried_too_often_is_given_up_told_and_can_be_sent_again()
    {
        await using var server = new SmtpSink { RecipientReply = "451 later" };
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await _desk.Run(server.Port);
            _desk.Time.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(DeliveryState.Failed, Latest.State);
        Assert.Single(_desk.Ledger.Issues.Open());

        server.RecipientReply = "250 ok";
        Assert.Equal(1, _desk.Ledger.Outbox.SendAgain("boats"));
        Assert.Equal(new DeliveryReport(1, 0, 0), await _desk.Run(server.Port));
    }

    [Fact]
    public async Task What_a_dead_process_had_in_flight_leaves_again_under_the_same_message_id()
    {
        Assert.NotNull(_desk.Ledger.Outbox.Take(Latest, TimeSpan.FromMinutes(5)));
        await using var server = new SmtpSink();
        Assert.Equal(new DeliveryReport(0, 0, 0), await _desk.Run(server.Port));

        Assert.Equal(1, _desk.Ledger.Outbox.Release());
        Assert.Equal(new DeliveryReport(1, 0, 0), await _desk.Run(server.Port));
        Assert.Equal([Latest.MessageId], MessageIds(server));
    }

    [Fact]
    public async Task A_mail_that_its_reader_ended_by_one_click_is_kept_and_leaves_when_it_runs_again()
    {
        await using var server = new SmtpSink();
        Assert.NotNull(_desk.Ledger.SavedSearches.Unsubscribe(_desk.Ledger.SavedSearches.Keys("boats").Unsubscribe));
        Assert.Equal(new DeliveryReport(0, 0, 0), await _desk.Run(server.Port));

        _desk.Ledger.SavedSearches.Pause("boats", null);
        Assert.Equal(new DeliveryReport(1, 0, 0), await _desk.Run(server.Port));
    }

    [Fact]
    public async Task A_test_tells_the_latest_matches_and_leaves_the_outbox_as_it_is()
    {
        await using var server = new SmtpSink();
        await _desk.Run(server.Port);
        var before = _desk.Ledger.Outbox.Latest();

        var (_, outcome) = Assert.Single(await _desk.Deliverer(server.Port).Test(_desk.Ledger.SavedSearches.Get("boats")!, Cancel));

        Assert.Equal(Core.Alerting.Channels.SendState.Accepted, outcome.State);
        Assert.Equal(2, server.Mails.Count);
        Assert.Equal(before.Select(d => d.ToString()), _desk.Ledger.Outbox.Latest().Select(d => d.ToString()));
    }

    [Fact]
    public void A_query_that_no_longer_parses_is_paused_and_reported()
    {
        _desk.Ledger.SavedSearches.Put(_desk.Ledger.SavedSearches.Get("boats")! with { Query = "speaker:(" });

        _desk.Matcher.Match([], []);

        Assert.Contains("does not parse", _desk.Ledger.SavedSearches.Get("boats")!.Paused, StringComparison.Ordinal);
        Assert.Equal("search-paused", Assert.Single(_desk.Ledger.Issues.Open()).Kind);
    }

    private Delivery Latest => _desk.Ledger.Outbox.Latest("boats")[0];

    private static IEnumerable<string> MessageIds(SmtpSink server) =>
        server.Mails.Select(m => Regex.Match(m, "^message-id: (<.*>)", RegexOptions.Multiline | RegexOptions.IgnoreCase).Groups[1].Value);
}
