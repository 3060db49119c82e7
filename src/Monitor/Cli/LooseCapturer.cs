using Monitor.Core.Capturing;
using Monitor.Core.Evidence;

namespace Monitor.Cli;

/// <summary>
/// Fetches what a command only looks at: with the limits and manners of every other fetch, but into evidence that is thrown away, so that nothing of it comes into the
/// corpus later.
/// </summary>
internal sealed class LooseCapturer : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("monitor-look-");
    private readonly EvidenceStore _evidence;
    private readonly Capturer _capturer;

    public LooseCapturer(Session session)
    {
        _evidence = new EvidenceStore(_folder.FullName);
        _capturer = new Capturer(_evidence, session.Get<TimeProvider>(), session.Options.Capturing);
    }

    /// <summary>Only for tests.</summary>
    internal bool AllowLoopback { get; init; }

    public Task<CaptureOutcome> Fetch(string url, CancellationToken cancel) =>
        _capturer.Capture(new CaptureRequest("", url, AllowLoopback, TimeSpan.Zero), cancel);

    public void Dispose()
    {
        _capturer.Dispose();
        _evidence.Dispose();
        _folder.Delete(recursive: true);
    }
}
