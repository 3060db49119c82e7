using Monitor.Core.Model;

namespace Monitor.Tests.Model;

public sealed class ReleaseBalanceTests
{
    [Theory]
    [InlineData(3_841, "exactly", 3_836, "3,841 accounts announced, 3,836 received: 5 fewer, which is normal")]
    [InlineData(770, "exactly", 770, "770 accounts announced, 770 received: the same")]
    [InlineData(936, "exactly", 744, "936 accounts announced, 744 received: 192 fewer (20.5 %), which is more than usual")]
    [InlineData(100, "more than", 101, "more than 100 accounts announced, 101 received: in keeping with the announcement")]
    [InlineData(1_000, "about", 1_009, "about 1,000 accounts announced, 1,009 received: in keeping with the announcement")]
    [InlineData(100, "exactly", 103, "100 accounts announced, 103 received: 3 more (3 %), which is more than usual")]
    public void A_number_stands_beside_what_came_in_with_words(long announced, string qualifier, long received, string text)
    {
        var line = Assert.Single(ReleaseBalance.In(Release(received, new AnnouncedCount(announced, "accounts", qualifier, true, null))));
        Assert.Equal((announced, received), (line.Announced, line.Received));
        Assert.StartsWith(text, line.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_and_what_was_not_imported_are_not_compared()
    {
        var lines = ReleaseBalance.In(Release(
            770, new(770, "accounts", "exactly", true, null), new(284, "accounts", "exactly", true, PartialDate.Day(2018, 8, 21)), new(5, "tweets", "exactly", false, null), new(9, "media", "exactly", true, null)));
        Assert.Equal([770L, null, null, null], lines.Select(l => l.Received));
        Assert.Contains("284 accounts on 2018-08-21 announced, a part of the sum", lines[1].Text, StringComparison.Ordinal);
        Assert.Equal("5 tweets announced (not sure), no file with tweets imported", lines[2].Text);
        Assert.Equal("770 accounts announced, nothing imported; the catalogue lists no files", ReleaseBalance.In(Release(0, new AnnouncedCount(770, "accounts", "exactly", true, null)) with { Versions = [] })[0].Text);
    }

    private static Release Release(long accounts, params AnnouncedCount[] counts) =>
        new("sample-2018-10", "Sample", "twitter") { AnnouncedCounts = counts, Versions = [new(1, default, []) { Accounts = accounts }] };
}
