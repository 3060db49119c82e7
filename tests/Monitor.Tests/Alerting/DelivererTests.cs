using Monitor.Core.Alerting;
using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Sqlite;
using Monitor.Core.Model;

namespace Monitor.Tests.Alerting;

public sealed class DelivererTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTime _time = ManualTime.At("2026-01-02T03:04:05Z");
    private readonly Core.Ledger.Ledger _ledger;
    private readonly SqliteCorpus _corpus;

    public DelivererTests()
    {
        _ledger = Core.Ledger.Ledger.Open(_folder.At("ledger.db"), _time);
        _corpus = SqliteCorpus.Open(_folder.At("corpus.db"));
    }

    public async ValueTask InitializeAsync()
    {
        await _corpus.Put(new CorpusBatch { Claims = [new Claim("c1", "Nobody counts the boats", ClaimKind.Quote, new Speaker("Harbour master"))] }, TestContext.Current.CancellationToken);
        Save("boats", "desk@newsroom.example");
        _ledger.Outbox.Record(null, [("boats", "c1", "claims")]);
    }

    public async ValueTask DisposeAsync()
    {
        await _corpus.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Two_deliverers_at_once_send_one_mail()
    {
        await using var server = new SmtpSink();
        var (first, second) = (Deliverer(server.Port), Deliverer(server.Port));

        var reports = await Task.WhenAll(first.Run(TestContext.Current.CancellationToken), second.Run(TestContext.Current.CancellationToken));

        Assert.Single(server.Mails);
        Assert.Equal(1, reports.Sum(r => r.Sent));
    }

    [Fact]
    public async Task A_mail_refused_for_now_is_tried_again_later_under_the_same_message_id()
    {
        await using var server = new SmtpSink { RecipientReply = "451 greylisted" };
        Assert.Equal(new DeliveryReport(0, 1, 0), await Deliverer(server.Port).Run(TestContext.Current.CancellationToken));
        Assert.Equal(new DeliveryReport(0, 0, 0), await Deliverer(server.Port).Run(TestContext.Current.CancellationToken));

        server.RecipientReply = "250 ok";
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(new DeliveryReport(1, 0, 0), await Deliverer(server.Port).Run(TestContext.Current.CancellationToken));
        Assert.Contains(_ledger.Outbox.Latest()[0].MessageId, Assert.Single(server.Mails), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_refused_for_good_becomes_an_issue_and_those_behind_it_are_sent()
    {
        Save("a-bad-address", "no address");
        _ledger.Outbox.Record(null, [("a-bad-address", "c1", "claims")]);
        await using var server = new SmtpSink();

        Assert.Equal(new DeliveryReport(1, 0, 1), await Deliverer(server.Port).Run(TestContext.Current.CancellationToken));
        Assert.Equal("delivery-failed", Assert.Single(_ledger.Issues.Open()).Kind);
    }

    [Fact]
    public void A_query_that_no_longer_parses_is_paused_and_reported()
    {
        _ledger.SavedSearches.Put(_ledger.SavedSearches.Get("boats")! with { Query = "speaker:(" });

        new AlertMatcher(_ledger, _time).Match([], []);

        Assert.Contains("does not parse", _ledger.SavedSearches.Get("boats")!.Paused, StringComparison.Ordinal);
        Assert.Equal("search-paused", Assert.Single(_ledger.Issues.Open()).Kind);
    }

    private void Save(string id, string recipient) =>
        _ledger.SavedSearches.Put(new SavedSearch(id, id, "boats", "claims", recipient, Rhythm.AtOnce, _time.Now));

    private Deliverer Deliverer(int port)
    {
        var options = new MailOptions { Host = "127.0.0.1", Port = port, StartTls = false };
        return new Deliverer(_corpus, _ledger, new SmtpChannel(options), options, _time);
    }
}
