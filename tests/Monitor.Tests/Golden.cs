using System.Runtime.CompilerServices;

namespace Monitor.Tests;

/// <summary>
/// Holds a text against a file in the <c>Golden</c> folder beside the test. With MONITOR_ACCEPT_GOLDEN=1 the files are written as they are now; read the difference
/// before you keep it, and build again.
/// </summary>
internal static class Golden
{
    /// <param name="actual">The text.</param>
    /// <param name="room">Folder of the test below tests/Monitor.Tests.</param>
    /// <param name="name">Name of the golden file.</param>
    /// <param name="self">Where this file lies, to write accepted files to; the compiler says.</param>
    public static void Check(string actual, string room, string name, [CallerFilePath] string self = "")
    {
        if (Environment.GetEnvironmentVariable("MONITOR_ACCEPT_GOLDEN") == "1")
        {
            var folder = Directory.CreateDirectory(Path.Combine(Source(self), room, "Golden"));
            File.WriteAllText(Path.Combine(folder.FullName, name), actual);
            return;
        }

        var file = Path.Combine(AppContext.BaseDirectory, room, "Golden", name);
        Assert.True(File.Exists(file), $"{room}/Golden/{name} is missing: run the test with MONITOR_ACCEPT_GOLDEN=1, look at what it writes, and build again");
        Assert.Equal(File.ReadAllText(file), actual);
    }

    /// <summary>The folder of the test project, found from the file of a test.</summary>
    private static string Source(string test)
    {
        var folder = new FileInfo(test).Directory!;
        while (folder.GetFiles("*.csproj").Length == 0)
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
