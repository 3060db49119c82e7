using System.Net;
using Monitor.Commands;
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
        var options = new MonitorOptions { Urls = "http://0.0.0.0:0", OpenToNetwork = true, Hosts = ["monitor.newsroom.example"] };
        await using var app = ServeCommand.Build(new DataFolder(_folder.Path), options, new DefinitionBook(_folder.Path), schedule: false);
        await app.StartAsync(cancel);
        using var reader = new HttpClient(new SocketsHttpHandler(), disposeHandler: true) { BaseAddress = new UriBuilder(app.Urls.Single()) { Host = "127.0.0.1" }.Uri };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/about") { Headers = { Host = host } };

        Assert.Equal(expected, (await reader.SendAsync(request, cancel)).StatusCode);
    }

    [Theory]
    [InlineData("http://localhost:5080", false, "only this machine")]
    [InlineData("http://127.0.0.1:5080;http://[::1]:5080", true, "only this machine")]
    [InlineData("http://0.0.0.0:5080", true, "every machine that reaches these addresses")]
    [InlineData("http://[::]:5080", true, "every machine that reaches these addresses")]
    public void The_start_message_says_who_can_reach_it(string urls, bool open, string words) =>
        Assert.Contains(words, ServeCommand.Reach(urls.Split(';'), new MonitorOptions { OpenToNetwork = open }), StringComparison.Ordinal);
}
