using Monitor.Core.Corpus.Elasticsearch;

namespace Monitor.Tests.Corpus.Elasticsearch;

/// <summary>Real servers that the environment names. Tests that need one are skipped, with the reason, where there is none.</summary>
internal static class TestCluster
{
    /// <summary>Names of the servers of the two versions that every test of the engine runs against.</summary>
    public const string Newer = "MONITOR_TEST_ELASTICSEARCH";

    /// <summary>The older one, which has no points in time.</summary>
    public const string Older = "MONITOR_TEST_ELASTICSEARCH_7";

    /// <summary>Options for a corpus of one test: its indexes have a name of their own.</summary>
    public static ElasticsearchOptions Options(string variable, string prefix) => new() { Urls = [Url(variable)], Prefix = prefix };

    /// <summary>The server that a variable names.</summary>
    public static string Url(string variable)
    {
        var url = Environment.GetEnvironmentVariable(variable);
        Assert.SkipWhen(string.IsNullOrEmpty(url), $"needs {variable}, the address of a running Elasticsearch; .ci/run starts one where ../shared/elasticsearch and Java are there");
        return url!;
    }

    /// <summary>A prefix that no other run has.</summary>
    public static string NewPrefix() => "test-" + Guid.NewGuid().ToString("N")[..12];

    /// <summary>Deletes what a test left on the server.</summary>
    public static async Task Remove(string variable, string prefix)
    {
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } url)
        {
            using var client = new System.Net.Http.HttpClient();
            var names = await client.GetStringAsync($"{url}/_cat/indices/{prefix}-*?h=index");
            foreach (var some in names.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Chunk(50))
            {
                using var gone = await client.DeleteAsync($"{url}/{string.Join(',', some)}?ignore_unavailable=true");
            }

            using var templates = await client.DeleteAsync($"{url}/_index_template/{prefix}-*");
        }
    }
}
