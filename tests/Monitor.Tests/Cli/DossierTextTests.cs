using Monitor.Commands;
using Monitor.Core.Model;

namespace Monitor.Tests.Cli;

public sealed class DossierTextTests
{
    private static readonly RowRef Row = new("sample", 1, "users.csv", 7, 0);

    [Fact]
    public void A_dossier_is_readable_in_a_terminal()
    {
        var table = Enumerable.Range(0, 7).Select(_ => (IReadOnlyList<int>)new int[24]).ToList();
        ((int[])table[2])[5] = 10;
        ((int[])table[2])[6] = 5;
        var activity = new Activity(
            15, 3, 4, 1, 7, null, null, table, new("Tehran", "Asia/Tehran", "It lies there.", table), [new(new(2016, 1, 2), 10), new(new(2016, 2, 3), 5)],
            [new("fa", 15)], [], [], [], [], [])
        { DaysToFirstPost = 12 };
        var signal = new Signal("years-before", SignalFamily.Origin, SignalSide.Person, SignalStrength.Moderate, "4.0 years", "1 of 10 (10 %)", "It is old.", [Row]);
        var dossier = new Dossier(
            "twitter:1", [new("twitter:1", "twitter", "1", Row) { Handle = "sample", Name = "A Sample", Bio = "two\nlines" }], [new(null, "sample", "A Sample", "as of Sample", Row)],
            DossierOutcome.NotEnoughEvidence, "Too few.", [signal], [new(PartialDate.Day(2016, 1, 2), "First imported post.", Row)], activity, ["Nothing else."]);
        var lines = DossierText.Of(dossier, []).ToList();

        Assert.Contains("  Bio: two lines", lines);
        Assert.Contains("Outcome: not enough evidence", lines);
        Assert.Contains("  moderate  years-before: 4.0 years", lines);
        Assert.Contains("            rows: sample/1/users.csv:7", lines);
        Assert.Contains("  nothing found", lines);
        Assert.Contains("  2016-01  ######################################## 10", lines);
        Assert.Contains("  2016-02  #################### 5", lines);
        Assert.Contains("  Wed       #=                 ", lines);
        Assert.Contains("  By weekday and hour (Asia/Tehran); # is the fullest, 10 posts", lines);
        Assert.Contains("  posts 15: originals 7, replies 4, quotes 1, reposts 3", lines);
        Assert.Contains("  - Nothing else.", lines);
    }

    [Fact]
    public void An_account_without_rows_and_posts_has_a_text_too()
    {
        var nothing = new Activity(0, 0, 0, 0, 0, null, null, [], new("", null, "", []), [], [], [], [], [], [], []);
        Assert.Contains("  No posts of this account were imported.", DossierText.Of(new("twitter:1", [], [], DossierOutcome.NotEnoughEvidence, "", [], [], nothing, []), []));
    }
}
