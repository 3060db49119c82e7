using System.Net;
using Monitor.Core.Alerting;
using Monitor.Core.Alerting.Channels;
using Monitor.Core.Alerting.Messages;
using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Sqlite;
using Monitor.Core.Model;

namespace Monitor.Tests.Alerting;

/// <summary>A ledger, a corpus with one claim, and what makes and sends messages, at a clock that the test moves.</summary>
internal sealed class AlertDesk : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();

    public AlertDesk(string now = "2026-01-02T03:04:05Z")
    {
        Time = ManualTime.At(now);
        Ledger = Core.Ledger.Ledger.Open(_folder.At("ledger.db"), Time);
        Corpus = SqliteCorpus.Open(_folder.At("corpus.db"));
    }

    public ManualTime Time { get; }

    public Core.Ledger.Ledger Ledger { get; }

    public SqliteCorpus Corpus { get; }

    public MailOptions Options { get; init; } = new() { Host = "127.0.0.1", StartTls = false, From = "monitor@monitor.example", BaseUrl = "https://monitor.example" };

    public AlertMatcher Matcher => new(Ledger, Time);

    public MessageMaker Maker => new(Ledger, Options, Time);

    public DigestCollector Digests => new(Corpus, Ledger, Options);

    public static SavedSearch Search(string id, string query = "boats") =>
        new(id, id, query, "claims", "desk@newsroom.example", Rhythm.AtOnce, DateTimeOffset.UnixEpoch);

    public async Task<AlertDesk> WithClaim(string id = "c1", string text = "Nobody counts the boats")
    {
        await Corpus.Put(new CorpusBatch { Claims = [new Claim(id, text, ClaimKind.Quote, new Speaker("Harbour master"))] }, TestContext.Current.CancellationToken);
        return this;
    }

    public AlertDesk Save(params SavedSearch[] searches)
    {
        Ledger.SavedSearches.Put(searches);
        return this;
    }

    public int Match(string search, params string[] items) => Ledger.Outbox.Record(null, [.. items.Select(i => (search, i, "claims"))]);

    public Deliverer Deliverer(int port = 25, Func<IPAddress, bool>? isAllowed = null, int timeoutSeconds = 60)
    {
        var options = new MailOptions { Host = Options.Host, Port = port, StartTls = false, From = Options.From, BaseUrl = Options.BaseUrl, TimeoutSeconds = timeoutSeconds, MaxAttempts = 3 };
        return new(Digests, Ledger, new SmtpChannel(options), new WebhookChannel(isAllowed ?? IPAddress.IsLoopback, Time), options, Time);
    }

    /// <summary>Makes messages and sends them.</summary>
    public async Task<DeliveryReport> Run(int port)
    {
        Maker.Run();
        return await Deliverer(port).Run(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await Corpus.DisposeAsync();
        _folder.Dispose();
    }
}
