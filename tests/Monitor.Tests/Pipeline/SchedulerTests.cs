using System.Net;
using System.Net.Sockets;

namespace Monitor.Tests.Pipeline;

/// <summary>The scheduler of <c>monitor serve</c>, as a process of its own.</summary>
public sealed class SchedulerTests
{
    [Fact(Timeout = 120_000)]
    public async Task Definitions_run_by_themselves_and_a_dead_source_backs_off_alone()
    {
        using var folder = new TemporaryFolder();
        await using var site = await GatedSite.Start();
        GatedSite.WriteDefinition(folder.At("crawlers"), site.Port);
        var alive = folder.At("crawlers", "gated.yaml");
        await File.WriteAllTextAsync(
            folder.At("crawlers", "dead.yaml"),
            (await File.ReadAllTextAsync(alive, TestContext.Current.CancellationToken)).Replace($":{site.Port}/", $":{DeadPort()}/", StringComparison.Ordinal),
            TestContext.Current.CancellationToken);
        var settings = folder.Put("monitor.yaml", $"crawlers: {folder.At("crawlers")}\nurls: http://127.0.0.1:0\n");
        var ledger = Core.Ledger.Ledger.Open(folder.At("data", "ledger.db"), TimeProvider.System);

        using var server = MonitorProcess.Start("serve", "--data", folder.At("data"), "--config", settings);
        while (!server.HasEnded && ledger.Runs.LatestByCrawler().Values.Count(r => r.Finished is not null) < 2)
        {
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }

        await server.Kill();
        var runs = ledger.Runs.LatestByCrawler();
        Assert.Equal(("done", 8), (runs["gated"].State, runs["gated"].Captured));
        Assert.Null(ledger.BackOff.Of("gated"));
        Assert.Equal("failed", runs["dead"].State);
        Assert.Equal(1, ledger.BackOff.Of("dead")!.Failures);
        Assert.Contains(ledger.Issues.Open("dead"), i => i.Kind == "source-failing");
    }

    /// <summary>A port on which nobody listens.</summary>
    private static int DeadPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
