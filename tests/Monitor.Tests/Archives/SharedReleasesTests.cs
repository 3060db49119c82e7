using System.Diagnostics;
using Monitor.Core.Archives;

namespace Monitor.Tests.Archives;

/// <summary>The published files themselves: known counts, and a table of what came of each file in the test's output.</summary>
public sealed class SharedReleasesTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("twitter-io/iranian_2018_10", 770, 0, 0, 0, 728)]
    [InlineData("twitter-io/china_082019_1", 744, 0, 0, 0, -1)]
    [InlineData("twitter-io/catalonia_201906_1", 129, 0, 0, 0, -1)]
    [InlineData("twitter-io/oct2020_release", 526 + 33 + 5, 0, 0, 0, -1)]
    [InlineData("twitter-io/thailand_092020", 926, 0, 0, 0, -1)]
    [InlineData("twitter-io/RNA_0621", 50, 18 + 4_609 + 3 + 166, 0, 0, -1)]
    [InlineData("twitter-io/iran_tweets_sample.csv", 0, 1_301, 0, 0, -1)]
    [InlineData("twitter-io/ira_sample", 0, 407 + 10, 0, 1, -1)]
    [InlineData("russian-trolls/nbc", 454, 0, 0, 0, 0)]
    [InlineData("russian-trolls/johnymontana", 2_752, 0, 0, 0, 0)]
    [InlineData("russian-trolls/by-author/authors.csv", 2_856, 0, 0, 0, 0)]
    [InlineData("russian-trolls/by-author/A", 0, 49 + 34, 0, 0, -1)]
    [InlineData("russian-trolls/IRAhandle_tweets_sample.csv", 0, 100, 0, 0, -1)]
    [InlineData("travisbrown/twitter_watch_events.csv", 0, 0, 6_243, 0, -1)]
    [InlineData("travisbrown/stop_the_steal_screen_name_history.csv", 0, 0, 1_150, 0, -1)]
    [InlineData("iran-suspensions/stopped-existing-LABELED.csv", 0, 0, 7_088, 0, -1)]
    public void Every_row_of_a_published_file_is_accounted_for(string part, int accounts, int posts, int events, int quarantined, int hashed)
    {
        Assert.SkipUnless(SharedData.Exists(part), SharedData.Why(part));
        var all = new List<ArchiveRow>();
        foreach (var file in ArchiveReader.FindFiles([SharedData.At(part)]).Files)
        {
            var watch = Stopwatch.StartNew();
            var rows = ReleaseFiles.Read(file);
            output.WriteLine(
                $"{file.Name} | {new ArchiveReader().Detect(file)?.Format} | rows {rows.Count} | accounts {rows.OfType<AccountRow>().Count()} | posts {rows.OfType<PostRow>().Count()}"
                + $" | events {rows.OfType<StatusRow>().Sum(e => e.Events.Count)} | authors {rows.OfType<PostRow>().Count(p => p.Author is not null)} | quarantined {rows.OfType<QuarantinedRow>().Count()} | {rows.Count / watch.Elapsed.TotalSeconds:N0} rows/s | flags "
                + string.Join(' ', rows.SelectMany(Flags).CountBy(f => f).Select(f => $"{f.Key}:{f.Value}")));
            all.AddRange(rows);
        }

        Assert.Equal(
            (accounts, posts, events, quarantined),
            (all.OfType<AccountRow>().Count(), all.OfType<PostRow>().Count(), all.OfType<StatusRow>().Count(), all.OfType<QuarantinedRow>().Count()));
        if (hashed >= 0)
        {
            Assert.Equal(hashed, all.OfType<AccountRow>().Count(r => r.Account.Hashed));
        }
    }

    private static IEnumerable<string> Flags(ArchiveRow row) => row switch
    {
        AccountRow account => account.Account.Flags,
        PostRow post => post.Post.Flags,
        StatusRow status => status.Account?.Flags ?? [],
        _ => [],
    };
}
