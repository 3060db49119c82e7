using Monitor.Demo;

namespace Monitor.Tests.Demo;

/// <summary>The demo's release and catalogue in a folder of a test.</summary>
internal static class SampleFiles
{
    /// <summary>Writes <c>release/</c> and settings that name the demo's definitions.</summary>
    public static void Write(TemporaryFolder folder)
    {
        SampleRelease.Write(folder.At("release"));
        folder.Put("monitor.yaml", $"crawlers: {Path.Combine(AppContext.BaseDirectory, "Demo", "crawlers")}\n");
    }
}
