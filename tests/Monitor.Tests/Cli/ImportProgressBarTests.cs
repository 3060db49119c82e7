using System.Globalization;
using Monitor.Cli;
using Monitor.Core.Pipeline;

namespace Monitor.Tests.Cli;

public sealed class ImportProgressBarTests
{
    public ImportProgressBarTests() => CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

    [Fact]
    public void It_tells_the_part_the_rate_and_the_time_left() => Assert.Equal(
        "tweets.csv: 1,000,000 rows, 25 %, 20,000 a second, 3 min left, 2 quarantined",
        ImportProgressBar.Line(Report(1_000_000, 50, 2) with { Part = 0.25, PartBefore = 0 }));

    [Fact]
    public void An_import_that_goes_on_counts_only_its_own_rows_for_the_rate() => Assert.Equal(
        "tweets.csv: 1,000,000 rows, 75 %, 10,000 a second, 10 s left",
        ImportProgressBar.Line(Report(1_000_000, 10, 0) with { Before = 900_000, Part = 0.75, PartBefore = 0.5 }));

    [Fact]
    public void Where_the_size_is_not_known_no_time_left_is_made_up()
    {
        Assert.Equal("tweets.csv: 500 rows, 50 a second", ImportProgressBar.Line(Report(500, 10, 0)));
        Assert.Equal("tweets.csv: 0 rows, 0 %", ImportProgressBar.Line(Report(0, 0, 0) with { Part = 0, PartBefore = 0 }));
    }

    private static ImportReport Report(long rows, double seconds, long quarantined) =>
        new("r", 1, "tweets.csv", "twitter-tweets", new() { Rows = rows, Quarantined = quarantined }, seconds);
}
