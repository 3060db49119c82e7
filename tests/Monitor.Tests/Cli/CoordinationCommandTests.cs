using System.Text.Json;
using System.Xml.Linq;

namespace Monitor.Tests.Cli;

/// <summary><c>monitor coordination</c> as scripts use it.</summary>
public sealed class CoordinationCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_network_is_printed_as_one_object_and_written_as_files()
    {
        Demo.SampleFiles.Write(_folder);
        Assert.Equal(0, (await Run("archive", "import", _folder.At("release"), "--release", "sample-release")).Code);
        var (code, output, errors) = await Run(
            "coordination", "--release", "sample-release", "--trace", "text", "--window", "60", "--json", "--graphml", _folder.At("n.graphml"), "--edges", _folder.At("n.csv"));

        Assert.True(code == 0, errors);
        var network = JsonDocument.Parse(Assert.Single(output.Split('\n', StringSplitOptions.RemoveEmptyEntries))).RootElement;
        foreach (var name in (string[])["releases", "trace", "window", "effectiveWindow", "precision", "posts", "pairsTested", "joint", "expected", "edges", "groups", "leftOut", "caveats"])
        {
            Assert.True(network.TryGetProperty(name, out _), name);
        }

        Assert.Equal("text", network.GetProperty("trace").GetString());
        Assert.Equal(3_000, network.GetProperty("posts").GetInt32());
        Assert.Equal("graphml", XDocument.Load(_folder.At("n.graphml")).Root!.Name.LocalName);
        Assert.StartsWith("\"source\",\"target\"", await File.ReadAllTextAsync(_folder.At("n.csv"), TestContext.Current.CancellationToken), StringComparison.Ordinal); // reading takes the byte order mark away

        var (refused, _, why) = await Run("coordination", "--release", "nowhere");
        Assert.Equal(2, refused);
        Assert.Contains("no release 'nowhere'", why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lies between 1 and 1800", "--window", "0")]
    [InlineData("lies between 1 and 1800", "--window", "9999")]
    [InlineData("at least 1", "--least", "0")]
    [InlineData("nothing", "--trace", "nothing")]
    public async Task A_mistake_is_named(string message, params string[] arguments)
    {
        var (code, output, errors) = await Run(["coordination", .. arguments]);

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(message, errors, StringComparison.Ordinal);
    }

    private Task<(int Code, string Output, string Errors)> Run(params string[] arguments) =>
        MonitorProcess.Run([.. arguments, "--data", _folder.At("data"), .. File.Exists(_folder.At("monitor.yaml")) ? new[] { "--config", _folder.At("monitor.yaml") } : []]);
}
