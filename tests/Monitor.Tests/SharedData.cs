namespace Monitor.Tests;

/// <summary>Public data kept beside the project. Tests that need it are skipped, with the reason, where it is absent.</summary>
internal static class SharedData
{
    /// <summary>The folder, from MONITOR_SHARED_DATA or ../shared/data beside the project; null when neither is there.</summary>
    public static string? Folder { get; } = Find();

    public static bool Exists(string part) => Folder is not null && (Directory.Exists(At(part)) || File.Exists(At(part)));

    public static string At(string part) => Path.Combine(Folder ?? "", part);

    public static string Why(string part) => $"needs '{part}' of the shared data folder (../shared/data or MONITOR_SHARED_DATA), which is not here";

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("MONITOR_SHARED_DATA") is { Length: > 0 } named)
        {
            return Directory.Exists(named) ? named : null;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "data");
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
