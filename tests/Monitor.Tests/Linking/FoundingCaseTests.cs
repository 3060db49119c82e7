using Monitor.Core.Archives;
using Monitor.Core.Corpus;
using Monitor.Core.Corpus.Sqlite;
using Monitor.Core.Definitions;
using Monitor.Core.Linking;
using Monitor.Core.Linking.Accounts;
using Monitor.Core.Model;

namespace Monitor.Tests.Linking;

/// <summary>The question that Monitor was built for, against the real release.</summary>
public sealed class FoundingCaseTests(ITestOutputHelper output)
{
    private const string Release = "twitter-iran-2018-10";

    [Fact]
    public async Task The_accused_removal_is_linked_to_presenters_journalists_and_students_of_the_release()
    {
        Assert.SkipUnless(SharedData.Exists("twitter-io/iranian_2018_10"), SharedData.Why("twitter-io/iranian_2018_10"));
        var cancel = TestContext.Current.CancellationToken;
        var folder = Directory.CreateTempSubdirectory("monitor");
        try
        {
            await using var corpus = SqliteCorpus.Open(Path.Combine(folder.FullName, "corpus.db"));
            await Import(corpus, cancel);
            var claim = new Claim(
                "c0", "Twitter has shuttered accounts of real Iranians, incl TV presenters & students, for supposedly being part of an 'influence op'.", ClaimKind.Post, new("Javad Zarif") { Handle = "JZarif", Country = "IR" })
            {
                Said = PartialDate.Day(2018, 9, 16),
                Language = "en",
            };
            var clock = System.Diagnostics.Stopwatch.StartNew();
            var linked = await new ClaimLinker(corpus).Link(claim, cancel);
            output.WriteLine($"{linked.Links.Count} links in {clock.ElapsedMilliseconds} ms");
            foreach (var line in linked.Coverage.Searched.Concat(linked.Coverage.NotFindable).Concat(linked.Coverage.Funnel.Select(f => $"{f.Value}: {f.Count}")))
            {
                output.WriteLine(line);
            }

            foreach (var link in linked.Links.Where(l => l.Kind != LinkKind.Account))
            {
                output.WriteLine($"{link.Kind} {link.Target} {link.Score}: {string.Join(" | ", link.Reasons.Select(r => $"{r.Feature} {r.Weight} {r.Text}"))}");
            }

            var groups = linked.Links.Where(l => l.Kind == LinkKind.Account).SelectMany(l => l.Groups).CountBy(g => g).ToDictionary(g => g.Key, g => g.Value);
            output.WriteLine(string.Join(", ", groups.Select(g => $"{g.Key} {g.Value}")));

            Assert.Contains(linked.Links, l => l.Kind == LinkKind.Release && l.Target == Release && l.Reasons.Any(r => r.Feature == "announced-against-received" && r.Text.Contains("770", StringComparison.Ordinal)));
            Assert.Contains(linked.Links, l => l.Kind == LinkKind.Release && l.Target == "twitter-iran-2018-08" && l.Reasons.Any(r => r.ClaimValue.Contains("284", StringComparison.Ordinal) && r.TargetValue.Contains("770", StringComparison.Ordinal)));
            Assert.InRange(groups["presenter_broadcaster"], 1, 3);
            Assert.InRange(groups["journalist_media"], 28, 42);
            Assert.InRange(groups["student"], 12, 22);
            Assert.InRange(groups["media_outlet"], 40, 75);
            Assert.All(linked.Links.Where(l => l.Kind == LinkKind.Account), l => Assert.All(l.Reasons, r => Assert.True(r.Source is { Release: Release, Line: > 1, Offset: > 0 })));
            Assert.Contains(linked.Coverage.NotFindable, n => n.StartsWith("728 of 770", StringComparison.Ordinal));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(true);
        }
    }

    private static async Task Import(SqliteCorpus corpus, CancellationToken cancel)
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (root is not null && !Directory.Exists(Path.Combine(root.FullName, "crawlers", "releases")))
        {
            root = root.Parent;
        }

        var catalogue = ReleaseCatalogue.Load(Path.Combine(root!.FullName, "crawlers", "releases")).Items;
        var release = catalogue.Single(r => r.Id == Release);
        var reader = new ArchiveReader();
        List<Account> accounts =
        [
            .. ArchiveReader.FindFiles([SharedData.At("twitter-io/iranian_2018_10")]).Files
                .SelectMany(f => reader.Read(release, 1, f)).OfType<AccountRow>().Select(r => r.Account),
        ];
        var imported = release with { Versions = [new(1, DateTimeOffset.UnixEpoch, []) { Accounts = accounts.Count, HashedAccounts = accounts.Count(a => a.Hashed) }] };
        await corpus.Put(new CorpusBatch { Releases = [.. catalogue.Select(r => r.Id == Release ? imported : r)], Accounts = accounts, AccountMarks = [.. accounts.Select(AccountMarker.Of)] }, cancel);
    }
}
