using System.Net.NetworkInformation;
using Monitor.Core.Corpus.Sqlite;
using Monitor.Core.Pipeline;
using Monitor.Demo;

namespace Monitor.Tests.Demo;

/// <summary>The demo run twice as a user would, once for all tests that look at what it left.</summary>
public sealed class DemoRun : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private bool _busy;

    public string Data => _folder.At("demo");

    public string FirstOutput { get; private set; } = "";

    public string SecondOutput { get; private set; } = "";

    public IReadOnlyList<string> FirstState { get; private set; } = [];

    public IReadOnlyList<string> SecondState { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        if (IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Any(l => l.Port == SampleSite.Port))
        {
            _busy = true;
            return;
        }

        (FirstOutput, FirstState) = await Once();
        (SecondOutput, SecondState) = await Once();
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Skips the test where the demo could not run.</summary>
    public void Require() => Assert.SkipWhen(_busy, $"needs port {SampleSite.Port}, which another program uses (perhaps a running demo)");

    internal SqliteCorpus OpenCorpus() => SqliteCorpus.Open(new DataFolder(Data).Corpus);

    private async Task<(string, IReadOnlyList<string>)> Once()
    {
        var (code, output, errors) = await MonitorProcess.Run("demo", "--no-serve", "--data", Data);
        Assert.True(code == 0, errors);
        return (output + errors, await CorpusState.Of(Data));
    }
}
