using System.Runtime.CompilerServices;

namespace Monitor.Tests;

/// <summary>Holds a text against a file in the <c>Golden</c> folder beside the test. MONITOR_WRITE_GOLDEN=1 writes the files anew; look at the difference before you commit it.</summary>
internal static class Golden
{
    public static void Check(string actual, string name, [CallerFilePath] string test = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(test)!, "Golden", name);
        if (Environment.GetEnvironmentVariable("MONITOR_WRITE_GOLDEN") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
        }

        Assert.True(File.Exists(file), $"{file} is missing: run the test with MONITOR_WRITE_GOLDEN=1 and look at what it writes");
        Assert.Equal(File.ReadAllText(file), actual);
    }
}
