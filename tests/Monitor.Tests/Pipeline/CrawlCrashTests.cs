namespace Monitor.Tests.Pipeline;

/// <summary>kill -9 in mid-crawl, then the same command: the same end state as an undisturbed run.</summary>
public sealed class CrawlCrashTests
{
    /// <summary>Requests: robots.txt, the feed, then eight articles.</summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(10)]
    public async Task A_killed_crawl_ends_as_an_undisturbed_one_when_it_is_run_again(int killAtRequest)
    {
        using var folder = new TemporaryFolder();
        var (killed, undisturbed) = (folder.At("killed"), folder.At("undisturbed"));
        int port;
        await using (var site = await GatedSite.Start(gate: killAtRequest))
        {
            port = site.Port;
            GatedSite.WriteDefinition(folder.At("crawlers"), port);
            using var crawl = MonitorProcess.Start(Crawl(folder, killed));
            await site.Reached.WaitAsync(TestContext.Current.CancellationToken);
            await crawl.Kill();
        }

        await using (await GatedSite.Start(port))
        {
            var again = await MonitorProcess.Run(Crawl(folder, killed));
            Assert.True(again.Code == 0, again.Errors);
            Assert.Equal(0, (await MonitorProcess.Run(Crawl(folder, undisturbed))).Code);

            var expected = await CorpusState.Of(undisturbed);
            Assert.Contains(expected, l => l.StartsWith("claim ", StringComparison.Ordinal));
            Assert.Equal(expected, await CorpusState.Of(killed));
        }
    }

    [Fact]
    public async Task A_second_crawl_changes_nothing_and_a_rebuild_makes_the_same_corpus()
    {
        using var folder = new TemporaryFolder();
        var data = folder.At("data");
        await using var site = await GatedSite.Start();
        GatedSite.WriteDefinition(folder.At("crawlers"), site.Port);
        Assert.Equal(0, (await MonitorProcess.Run(Crawl(folder, data))).Code);
        var first = await CorpusState.Of(data);

        var second = await MonitorProcess.Run(Crawl(folder, data));
        Assert.Contains("\"captured\":0", second.Output, StringComparison.Ordinal);
        Assert.Equal(first, await CorpusState.Of(data));

        Assert.Equal(0, (await MonitorProcess.Run("rebuild", "--data", data, "--config", Settings(folder))).Code);
        Assert.Equal(first, await CorpusState.Of(data));
    }

    private static string[] Crawl(TemporaryFolder folder, string data) => ["crawl", "--json", "--data", data, "--config", Settings(folder)];

    private static string Settings(TemporaryFolder folder)
    {
        var file = folder.At("monitor.yaml");
        File.WriteAllText(file, $"crawlers: {folder.At("crawlers")}\n");
        return file;
    }
}
