using System.Globalization;
using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Query;
using Monitor.Core.Corpus.Sqlite;
using Monitor.Core.Model;
using Monitor.Core.Pipeline;
using Monitor.Tests.Alerting;

namespace Monitor.Tests.Pipeline;

/// <summary>
/// kill -9 at random moments of crawling with 50 saved searches and a live mail server; then every record that a search matches is in exactly one delivery, and every delivery in the mailbox.
/// MONITOR_TEST_KILLS says how many times it is killed (3 when not set), MONITOR_TEST_SEED from which random numbers.
/// </summary>
public sealed class DeliveryCrashTests
{
    private const int Searches = 50;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_match_is_in_exactly_one_delivery_and_every_delivery_in_the_mailbox()
    {
        Assert.SkipWhen(EximServer.Missing is not null, EximServer.Missing ?? "");
        var (kills, random) = (Number("MONITOR_TEST_KILLS", 3), new Random(Number("MONITOR_TEST_SEED", 1)));
        using var folder = new TemporaryFolder();
        await using var server = await EximServer.Start();
        await using var site = await GrowingSite.Start();
        site.WriteDefinition(folder.At("crawlers"));
        var data = folder.At("data");
        string[] crawl = ["crawl", "--json", "--data", data, "--config", Settings(folder, server.Port)];
        var ledger = Core.Ledger.Ledger.Open(new DataFolder(data).Ledger, TimeProvider.System);
        ledger.SavedSearches.Put(Saved());

        site.Articles = 2;
        var started = TimeProvider.System.GetTimestamp();
        Assert.Equal(0, (await MonitorProcess.Run(crawl)).Code);
        var whole = TimeProvider.System.GetElapsedTime(started);
        var killed = 0;
        while (killed < kills)
        {
            site.Articles += 2;
            using var process = MonitorProcess.Start(crawl);
            await Task.Delay(whole * random.NextDouble(), Cancel);
            killed += process.HasEnded ? 0 : 1;
            await process.Kill();
        }

        for (var last = 0; last < 3; last++)
        {
            var end = await MonitorProcess.Run(crawl);
            Assert.True(end.Code == 0, end.Errors);
        }

        await server.Settled();
        var (matches, repeated) = await Count(data, ledger, server);
        TestContext.Current.SendDiagnosticMessage($"{killed} kills, {site.Articles} articles, {matches} matches, {ledger.Outbox.Latest(limit: 1_000_000).Count} deliveries, {repeated} mails repeated under their Message-ID");
        Assert.True(repeated <= killed, $"{repeated} mails came again, {killed} times a sender was killed");
    }

    /// <summary>Holds what searches find now against what was told; returns the number of matches and of repeated mails.</summary>
    private static async Task<(int Matches, int Repeated)> Count(string data, Core.Ledger.Ledger ledger, EximServer server)
    {
        var deliveries = ledger.Outbox.Latest(limit: 1_000_000);
        Assert.All(deliveries, d => Assert.Equal(DeliveryState.Sent, d.State));
        var told = deliveries.SelectMany(d => d.Matches.Select(m => $"{d.SearchId} {m}")).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(told.Distinct(), told);

        var expected = new List<string>();
        await using var corpus = SqliteCorpus.Open(new DataFolder(data).Corpus);
        foreach (var search in ledger.SavedSearches.All())
        {
            var request = new SearchRequest(QueryParser.Parse(search.Query).Tree!, [Core.Alerting.AlertMatcher.KindOf(search.In)]) { Limit = 1000 };
            for (var page = await corpus.Search(request, Cancel); ; page = await corpus.Search(request with { Cursor = page.Next }, Cancel))
            {
                expected.AddRange(page.Hits.Select(h => $"{search.Id} {h.Id}"));
                if (page.Next is null)
                {
                    break;
                }
            }
        }

        Assert.True(expected.Count > Searches);
        Assert.Equal(expected.Order(StringComparer.Ordinal), told);

        var mails = server.MessageIds;
        Assert.Equal(deliveries.Select(d => d.MessageId).Order(StringComparer.Ordinal), mails.Distinct().Order(StringComparer.Ordinal));
        return (told.Count, mails.Count - deliveries.Count);
    }

    /// <summary>Searches for words of the articles, some found in each, some in few, one in none; in documents and claims; with and without a limit for storms.</summary>
    private static IReadOnlyList<SavedSearch> Saved()
    {
        string[] queries = ["boats", "harbour", "\"old basin\"", "council OR mayor", "basin -mayor", "speaker:master", "boats AND summer", "cou*", "nowhere"];
        return [.. Enumerable.Range(0, Searches).Select(i => new SavedSearch(
            $"s{i:00}", $"Search {i}", i < 2 * queries.Length ? queries[i / 2] : $"{(i - 17) * 100} boats", i % 2 == 0 ? "documents" : "claims", "desk@newsroom.example", Rhythm.AtOnce, DateTimeOffset.UnixEpoch)
        {
            // With the limit, what waits for the next hour's digest could not be counted at the end.
            StormLimit = 0,
            Language = new[] { "en", "fa", "es", "fr" }[i % 4],
        })];
    }

    private static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;

    private static string Settings(TemporaryFolder folder, int port)
    {
        var file = folder.At("monitor.yaml");
        File.WriteAllText(file, $"crawlers: {folder.At("crawlers")}\nmail:\n  host: 127.0.0.1\n  port: {port}\n  startTls: false\n  from: monitor@monitor.example\n");
        return file;
    }
}
