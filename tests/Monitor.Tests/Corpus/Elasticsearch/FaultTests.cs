using System.Text.Json.Nodes;
using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Elasticsearch;
using Monitor.Core.Corpus.Sqlite;
using Monitor.Core.Model;

namespace Monitor.Tests.Corpus.Elasticsearch;

/// <summary>A server that is busy, slow, silent or away, behind a proxy: what was put is there once, word for word as in SQLite, when it answers again.</summary>
public sealed class FaultTests : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _prefix = TestCluster.NewPrefix();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        if (Environment.GetEnvironmentVariable(TestCluster.Newer) is { Length: > 0 } url)
        {
            await TestCluster.Remove(url, _prefix);
        }
    }

    [Theory]
    [InlineData("429")]
    [InlineData("503")]
    [InlineData("items 429")]
    [InlineData("413")]
    [InlineData("slow")]
    [InlineData("half-open")]
    [InlineData("cut")]
    [InlineData("lost answers")]
    public async Task What_was_put_through_faults_equals_what_sqlite_has(string fault)
    {
        await using var proxy = await FaultyProxy.Before(TestCluster.Url(TestCluster.Newer));
        await using var corpus = new ElasticsearchCorpus(new() { Urls = [proxy.Url], Prefix = _prefix, TimeoutSeconds = 1.5, PatienceSeconds = 60 }, TimeProvider.System);
        var (seen, hurt) = (0, 0);
        proxy.Fault = async (context, body) =>
        {
            var (bulk, number) = (context.Request.Path.Value == "/_bulk", Interlocked.Increment(ref seen));
            if (fault is "413" ? bulk && body.Length > 40_000 : fault is "items 429" ? bulk && number % 2 == 0 : fault is "lost answers" ? bulk && number % 3 == 0 : fault is "half-open" ? number % 16 == 2 : number % 5 == 2)
            {
                Interlocked.Increment(ref hurt);
                return fault switch
                {
                    "slow" => await Task.Delay(100, Cancel).ContinueWith(_ => false, TaskScheduler.Default),
                    "half-open" => await proxy.Silence(context),
                    "cut" => await FaultyProxy.Cut(context),
                    "lost answers" => await proxy.LoseAnswer(context, body),
                    "items 429" => await FaultyProxy.Say(context, 200, Refused(body).ToJsonString()),
                    _ => await FaultyProxy.Say(context, int.Parse(fault, System.Globalization.CultureInfo.InvariantCulture)),
                };
            }

            return false;
        };
        await using var sqlite = SqliteCorpus.Open(_folder.At("corpus.db"));
        foreach (var batch in Batches())
        {
            Assert.Equal((await sqlite.Put(batch, Cancel)).Counts.Keys.Order(), (await corpus.Put(batch, Cancel)).Counts.Keys.Order());
        }

        Assert.True(hurt > 1, $"{hurt} of {seen} requests were hurt");
        proxy.Fault = (_, _) => Task.FromResult(false);
        Assert.Equal(await CorpusState.Of(sqlite), await CorpusState.Of(corpus));
    }

    [Fact]
    public async Task A_cluster_that_is_away_fails_with_its_address_and_later_requests_do_not_wait_again()
    {
        await using var proxy = await FaultyProxy.Before(TestCluster.Url(TestCluster.Newer));
        await using var corpus = new ElasticsearchCorpus(new() { Urls = [proxy.Url], Prefix = _prefix, PatienceSeconds = 1 }, TimeProvider.System);
        proxy.Fault = (context, _) => FaultyProxy.Say(context, 503);
        var away = await Assert.ThrowsAsync<CorpusAwayException>(() => corpus.Document("d1", Cancel));
        Assert.Contains(proxy.Url, away.Message, StringComparison.Ordinal);
        var before = proxy.Requests;
        await Assert.ThrowsAsync<CorpusAwayException>(() => corpus.Document("d1", Cancel));
        Assert.Equal(before + 1, proxy.Requests);
        proxy.Fault = (_, _) => Task.FromResult(false);
        Assert.Null(await corpus.Document("d1", Cancel));
    }

    [Fact]
    public async Task A_record_that_is_refused_for_good_is_named()
    {
        await using var proxy = await FaultyProxy.Before(TestCluster.Url(TestCluster.Newer));
        await using var corpus = new ElasticsearchCorpus(new() { Urls = [proxy.Url], Prefix = _prefix }, TimeProvider.System);
        proxy.Fault = (context, _) => context.Request.Path.Value == "/_bulk" ? FaultyProxy.Say(context, 413) : Task.FromResult(false);
        var refused = await Assert.ThrowsAsync<CorpusBatchException>(() => corpus.Put(new() { Posts = [Post(1)] }, Cancel));
        Assert.Contains("twitter:1", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>Documents with claims that come and go, accounts with rivals, posts twice.</summary>
    private static IEnumerable<CorpusBatch> Batches()
    {
        for (var i = 0; i < 6; i++)
        {
            var document = new Document($"d{i % 4}", DocumentKind.Article, $"https://example.org/{i}", $"Text number {i} of a sample");
            var claim = new Claim($"c{i % 5}", $"claim {i % 5}", ClaimKind.Quote, new Speaker("Sample"));
            yield return new()
            {
                Documents = [document],
                Claims = [claim],
                Appearances = [new(Ids.Appearance(claim.Id, document.Id, 0), claim.Id, document.Id, 0, 4, "Text", ClaimKind.Quote, "he")],
                Accounts = [new($"twitter:{i % 3}", "twitter", $"{i % 3}", new("r1", 1, "u.csv", i, 0)) { Bio = $"bio {i}" }],
                Posts = [.. Enumerable.Range(i * 100, 150).Select(Post)],
                Links = [new($"l{i}", LinkKind.Account, claim.Id, $"twitter:{i % 3}", 0.5, [])],
                ReplaceLinksFrom = [claim.Id],
            };
        }
    }

    private static Post Post(int number) => new($"twitter:{number}", $"twitter:{number % 3}", $"a sample post, number {number}, with some more words in it", null, new("r1", 1, "t.csv", number, 0));

    private static JsonObject Refused(byte[] body) => new()
    {
        ["items"] = new JsonArray([.. System.Text.Encoding.UTF8.GetString(body).Split('\n').Where(l => l.StartsWith("{\"create\"", StringComparison.Ordinal) || l.StartsWith("{\"index\"", StringComparison.Ordinal) || l.StartsWith("{\"delete\"", StringComparison.Ordinal))
            .Select(_ => (JsonNode)new JsonObject { ["index"] = new JsonObject { ["status"] = 429 } })]),
    };
}
