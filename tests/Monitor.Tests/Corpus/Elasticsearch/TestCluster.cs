using System.Text;
using System.Text.Json.Nodes;
using Monitor.Core.Corpus.Elasticsearch;

namespace Monitor.Tests.Corpus.Elasticsearch;

/// <summary>Real servers that the environment names. Tests that need one are skipped, with the reason, where there is none.</summary>
internal static class TestCluster
{
    /// <summary>Names of the servers of the two versions that every test of the engine runs against.</summary>
    public const string Newer = "MONITOR_TEST_ELASTICSEARCH";

    /// <summary>The older one, which has no points in time.</summary>
    public const string Older = "MONITOR_TEST_ELASTICSEARCH_7";

    /// <summary>Options for a corpus whose indexes have names of their own.</summary>
    public static ElasticsearchOptions Options(string url, string prefix) => new() { Urls = [url], Prefix = prefix };

    /// <summary>The server that a variable names.</summary>
    public static string Url(string variable)
    {
        var url = Environment.GetEnvironmentVariable(variable);
        Assert.SkipWhen(string.IsNullOrEmpty(url), $"needs {variable}, the address of a running Elasticsearch; .ci/run starts one where ../shared/elasticsearch and Java are there");
        return url!;
    }

    /// <summary>A prefix that no other run has.</summary>
    public static string NewPrefix() => "test-" + Guid.NewGuid().ToString("N")[..12];

    /// <summary>Deletes every record below a prefix and leaves the indexes, which takes a tenth of the time that making them anew does.</summary>
    public static async Task Empty(string url, string prefix)
    {
        using var client = new HttpClient(new SocketsHttpHandler(), disposeHandler: true) { BaseAddress = new(url) };
        while (true)
        {
            using var found = await client.PostAsync($"/{prefix}-*/_search?size=5000&_source=false&filter_path=hits.hits._index,hits.hits._id", null);
            var json = JsonNode.Parse(await found.Content.ReadAsStringAsync());
            if (json?["hits"]?["hits"] is not JsonArray { Count: > 0 } hits)
            {
                return;
            }

            var lines = string.Concat(hits.Select(h => new JsonObject { ["delete"] = new JsonObject { ["_index"] = h!["_index"]!.GetValue<string>(), ["_id"] = h["_id"]!.GetValue<string>() } }.ToJsonString() + "\n"));
            using var body = new StringContent(lines, Encoding.UTF8, "application/x-ndjson");
            using var gone = await client.PostAsync("/_bulk?refresh=true", body);
            gone.EnsureSuccessStatusCode();
        }
    }

    /// <summary>Deletes the indexes and templates below a prefix.</summary>
    public static async Task Remove(string url, string prefix)
    {
        using var client = new HttpClient(new SocketsHttpHandler(), disposeHandler: true) { BaseAddress = new(url) };
        var names = await client.GetStringAsync($"/_cat/indices/{prefix}-*?h=index");
        foreach (var some in names.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Chunk(50))
        {
            using var gone = await client.DeleteAsync($"/{string.Join(',', some)}?ignore_unavailable=true");
        }

        using var templates = await client.DeleteAsync($"/_index_template/{prefix}-*");
    }
}
