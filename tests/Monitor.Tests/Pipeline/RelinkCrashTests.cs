using Monitor.Core.Corpus.Sqlite;
using Monitor.Core.Model;
using Monitor.Core.Pipeline;
using Monitor.Demo;

namespace Monitor.Tests.Pipeline;

/// <summary>kill -9 while claims are linked to a release that came in, then the same command: the same links as in an undisturbed run, and what was done is not done again.</summary>
public sealed class RelinkCrashTests
{
    private const int Claims = 4_000;

    [Fact]
    public async Task A_killed_linking_goes_on_and_ends_as_an_undisturbed_one()
    {
        using var folder = new TemporaryFolder();
        var (killed, undisturbed) = (folder.At("killed"), folder.At("undisturbed"));
        SampleRelease.Write(folder.At("sample"));
        await Fill(killed);
        await Fill(undisturbed);
        using (var import = MonitorProcess.Start(Import(folder, killed)))
        {
            // The ledger tells behind which claim the linking stands.
            while (!import.HasEnded && Phase(killed)?.Contains("|c", StringComparison.Ordinal) != true)
            {
                await Task.Delay(5, TestContext.Current.CancellationToken);
            }

            await import.Kill();
        }

        var before = Phase(killed);
        Assert.NotNull(before);
        Assert.Contains("|c", before, StringComparison.Ordinal);
        var again = await MonitorProcess.Run(Import(folder, killed));
        Assert.True(again.Code == 0, again.Errors);
        Assert.Equal(0, (await MonitorProcess.Run(Import(folder, undisturbed))).Code);
        Assert.Null(Phase(killed));
        Assert.Equal(await CorpusState.Of(undisturbed), await CorpusState.Of(killed));
    }

    private static string? Phase(string data)
    {
        var ledger = new DataFolder(data).Ledger;
        return File.Exists(ledger) ? Core.Ledger.Ledger.Open(ledger, TimeProvider.System).Unfinished.Phase("relink") : null;
    }

    private static async Task Fill(string data)
    {
        await using var corpus = SqliteCorpus.Open(new DataFolder(data).Corpus);
        List<Document> documents = [.. Enumerable.Range(0, Claims / 10).Select(n => new Document($"d{n}", DocumentKind.Article, $"https://sample.example/{n}", "Twelve sample words, of which none says anything on platforms."))];
        List<Claim> claims = [.. Enumerable.Range(0, Claims).Select(n => new Claim($"c{n:D6}", $"Sample {n}: Twitter closed accounts of students from Iran", ClaimKind.Quote, Speaker.Unknown))];
        await corpus.Put(new() { Documents = documents, Claims = claims, Appearances = [.. claims.Select((c, n) => new Appearance($"a{n:D6}", c.Id, $"d{n / 10}", n % 10, 20, "", c.Kind, ""))] });
    }

    private static string[] Import(TemporaryFolder folder, string data)
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
        return ["archive", "import", Path.Combine(folder.At("sample"), SampleRelease.UsersFile), "--release", "crash-release", "--json", "--data", data, "--config", settings];
    }
}
