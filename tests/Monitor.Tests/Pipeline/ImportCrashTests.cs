using Monitor.Core.Pipeline;
using Monitor.Demo;

namespace Monitor.Tests.Pipeline;

/// <summary>kill -9 in mid-import, then the same command: the same end state as an undisturbed run.</summary>
public sealed class ImportCrashTests
{
    /// <summary>Rows of the large file: many batches, so that there is a middle to be killed in.</summary>
    private const int Rows = 60_000;

    [Fact]
    public async Task A_killed_import_goes_on_and_ends_as_an_undisturbed_one()
    {
        using var folder = new TemporaryFolder();
        var file = await LargeFile(folder);
        var (killed, undisturbed) = (folder.At("killed"), folder.At("undisturbed"));
        using (var import = MonitorProcess.Start(Import(folder, killed, file)))
        {
            // The ledger tells when rows are stored and more are to come.
            while (!import.HasEnded && RowsStored(killed) is 0)
            {
                await Task.Delay(20, TestContext.Current.CancellationToken);
            }

            await import.Kill();
        }

        Assert.InRange(RowsStored(killed), 1, Rows - 1);
        var again = await MonitorProcess.Run(Import(folder, killed, file));
        Assert.True(again.Code == 0, again.Errors);
        Assert.Equal(0, (await MonitorProcess.Run(Import(folder, undisturbed, file))).Code);
        Assert.Equal(await CorpusState.Of(undisturbed), await CorpusState.Of(killed));
        Assert.Contains($"\"rows\":{Rows},", again.Output, StringComparison.Ordinal);
    }

    private static long RowsStored(string data)
    {
        var ledger = new DataFolder(data).Ledger;
        return File.Exists(ledger) ? Core.Ledger.Ledger.Open(ledger, TimeProvider.System).Imports.Of("crash-release", 1, "large_tweets.csv").Rows : 0;
    }

    private static string[] Import(TemporaryFolder folder, string data, string file)
    {
        var releases = Directory.CreateDirectory(Path.Combine(folder.At("crawlers"), "releases"));
        File.WriteAllText(Path.Combine(releases.FullName, "crash-release.yaml"), """
            title: "Release of the crash test"
            platform: twitter
            countries: [IR]
            announced: 2020-10-02
            counts:
              - { value: 84, of: accounts, qualifier: exactly }
            source: https://sample.example/
            citation: "Made for a test."
            description: "Made for a test."

            """);
        var settings = folder.At("monitor.yaml");
        File.WriteAllText(settings, $"crawlers: {folder.At("crawlers")}\n");
        return ["archive", "import", file, "--release", "crash-release", "--json", "--data", data, "--config", settings];
    }

    /// <summary>The sample release's posts over and over, each time under new ids.</summary>
    private static async Task<string> LargeFile(TemporaryFolder folder)
    {
        SampleRelease.Write(folder.At("sample"));
        var file = folder.At("large_tweets.csv");
        var text = await File.ReadAllTextAsync(Path.Combine(folder.At("sample"), SampleRelease.TweetsFile), TestContext.Current.CancellationToken);
        var header = text[..(text.IndexOf('\n', StringComparison.Ordinal) + 1)];
        await using var writer = new StreamWriter(file);
        await writer.WriteAsync(header);
        for (var copy = 0; copy < Rows / 3000; copy++)
        {
            // A row begins with its id behind a quotation mark at the start of a line; ids of 19 digits begin with 9 or 1 here.
            await writer.WriteAsync(System.Text.RegularExpressions.Regex.Replace(text[header.Length..], "(?m)^\"(\\d{15,19})\",", $"\"${{1}}{copy:00}\","));
        }

        return file;
    }
}
