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
    [InlineData("iran-suspensions/elite-twitter-handles.csv", 180, 0, 0, 155, 0)]
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

    /// <summary>Format and rows of every file, by a second count: Python's csv module (strict off, the header left out where there is one).</summary>
    [Theory]
    [InlineData("twitter-io", "twitter-users", 8, 3_183, "twitter-tweets", 7, 6_515)]
    [InlineData("russian-trolls", "fivethirtyeight-posts", 26, 2_548, "handle-list", 1, 2_752)]
    [InlineData("russian-trolls", "fivethirtyeight-authors", 1, 2_856, "nbc-users", 1, 454)]
    [InlineData("travisbrown", "status-changes", 1, 6_243, "screen-name-history", 1, 1_150)]
    [InlineData("iran-suspensions", "status-observations", 1, 7_088, "officials-list", 1, 335)]
    public void Every_table_has_a_format_and_as_many_rows_as_another_reader_finds(string part, string format, int files, long rows, string other, int otherFiles, long otherRows)
    {
        Assert.SkipUnless(SharedData.Exists(part), SharedData.Why(part));
        var found = ArchiveReader.FindFiles([SharedData.At(part)]).Files.Select(f => (new ArchiveReader().Detect(f)?.Format, Rows: ReleaseFiles.Read(f))).ToList();

        Assert.DoesNotContain(found, f => f.Format is null);
        Assert.All(found, f => Assert.Equal(f.Rows.Count, f.Rows.Count(r => r is AccountRow or PostRow or StatusRow) + f.Rows.Count(r => r is QuarantinedRow)));
        Assert.Equal((files, rows), (found.Count(f => f.Format == format), found.Where(f => f.Format == format).Sum(f => (long)f.Rows.Count)));
        Assert.Equal((otherFiles, otherRows), (found.Count(f => f.Format == other), found.Where(f => f.Format == other).Sum(f => (long)f.Rows.Count)));
    }

    private static IEnumerable<string> Flags(ArchiveRow row) => row switch
    {
        AccountRow account => account.Account.Flags,
        PostRow post => post.Post.Flags,
        StatusRow status => status.Account?.Flags ?? [],
        _ => [],
    };
}
