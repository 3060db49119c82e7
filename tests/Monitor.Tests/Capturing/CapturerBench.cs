using Monitor.Core.Capturing;
using Monitor.Core.Evidence;

namespace Monitor.Tests.Capturing;

/// <summary>A site, a capturer and its evidence, for one test.</summary>
public abstract class CapturerBench : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private readonly List<IDisposable> made = [];

    private protected string Folder => folder.Path;

    private protected LoopbackSite Site { get; } = new();

    private protected TimerTime Time { get; } = new();

    private protected EvidenceStore Store { get; private set; } = null!;

    private protected CapturerOptions Options { get; set; } = new();

    private protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private protected Capturer Capturer => field ??= Made(new Capturer(Store, Time, Options));

    public ValueTask InitializeAsync()
    {
        Store = Made(new EvidenceStore(folder.Path));
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        made.ForEach(m => m.Dispose());
        await Site.DisposeAsync();
        folder.Dispose();
        GC.SuppressFinalize(this);
    }

    private protected CaptureRequest Request(string path) => new("sample", path.StartsWith('/') ? Site.Url(path) : path, AllowLoopback: true, TimeSpan.Zero);

    private protected Task<CaptureOutcome> Capture(string path) => Capturer.Capture(Request(path), Cancel);

    private protected async Task Ends(string path, CaptureState state, string message)
    {
        var outcome = await Capture(path);
        Assert.Equal((state, true), (outcome.State, outcome.Message.Contains(message, StringComparison.Ordinal)));
        Assert.Null(outcome.Capture);
        Assert.Empty(outcome.Payload);
        Assert.Empty(Store.All());
    }

    private T Made<T>(T item)
        where T : IDisposable
    {
        made.Add(item);
        return item;
    }
}
