namespace Monitor.Tests.Definitions;

/// <summary>The folder <c>crawlers/</c> of this project.</summary>
internal static class CommittedDefinitions
{
    public static string Folder { get; } = Find();

    public static string Releases { get; } = Path.Combine(Folder, "releases");

    public static string Mappings { get; } = Path.Combine(Folder, "mappings");

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Monitor.sln")))
            {
                return Path.Combine(folder.FullName, "crawlers");
            }
        }

        throw new DirectoryNotFoundException("no Monitor.sln above " + AppContext.BaseDirectory);
    }
}
