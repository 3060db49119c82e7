using System.Net;
using Monitor.Cli;
using Monitor.Commands;
using Monitor.Core.Ledger;
using Monitor.Core.Pipeline;

namespace Monitor.Tests.Cli;

public sealed class ServeCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("evil.example", HttpStatusCode.MisdirectedRequest)]
    [InlineData("monitor.newsroom.example", HttpStatusCode.OK)]
    [InlineData("localhost", HttpStatusCode.OK)]
    public async Task The_names_of_the_settings_are_answered_and_no_others(string host, HttpStatusCode expected)
    {
        var cancel = TestContext.Current.CancellationToken;
        var options = new MonitorOptions { Urls = "http://0.0.0.0:0", Hosts = ["monitor.newsroom.example"] };
        await using var app = ServeCommand.Build(new DataFolder(_folder.Path), options, new DefinitionBook(_folder.Path), schedule: false);
        await app.StartAsync(cancel);
        using var reader = new HttpClient(new SocketsHttpHandler(), disposeHandler: true) { BaseAddress = new UriBuilder(app.Urls.Single()) { Host = "127.0.0.1" }.Uri };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/login") { Headers = { Host = host } };

        Assert.Equal(expected, (await reader.SendAsync(request, cancel)).StatusCode);
    }

    [Theory]
    [InlineData("http://localhost:5080", false)]
    [InlineData("http://127.0.0.1:5080;http://[::1]:5080", false)]
    [InlineData("http://0.0.0.0:5080", true)]
    [InlineData("http://[::]:5080", true)]
    [InlineData("http://localhost:5080;http://monitor.newsroom.example:80", true)]
    public void An_address_that_others_can_reach_takes_an_administrator(string urls, bool takes)
    {
        var ledger = Core.Ledger.Ledger.Open(_folder.At("ledger.db"), TimeProvider.System);
        var options = new MonitorOptions { Urls = urls };
        var refusal = Record.Exception(() => ServeCommand.RefuseOpenDoor(options, ledger));

        Assert.Equal(takes, refusal is UsageException);
        Assert.Contains("only this machine can reach it", ServeCommand.Reach(ledger, options), StringComparison.Ordinal);
        Assert.Null(ledger.People.Add("Sample Administrator", Role.Administrator, "hash", new("test", "test")));
        ServeCommand.RefuseOpenDoor(options, ledger);
        Assert.Contains("People log in", ServeCommand.Reach(ledger, options), StringComparison.Ordinal);
    }
}
