using Monitor.Core.Dossiers;
using Monitor.Core.Model;
using Monitor.Tests.Dossiers.Signals;

namespace Monitor.Tests.Dossiers;

public sealed class NameHistoryTests
{
    private static readonly RowRef Row = new("names", 1, "names.csv", 2, 0);

    [Fact]
    public void Handles_come_from_releases_histories_and_renamings_in_order_of_time()
    {
        var uses = NameHistory.Of(
            [SamplePosts.Account with { Handle = "third", Name = "Third Name" }],
            new Dictionary<string, Release> { ["sample"] = new("sample", "Sample release", "twitter") { Announced = PartialDate.Day(2018, 10, 17) } },
            [
                new("twitter:1", StatusKind.Renamed, PartialDate.Day(2017, 2, 1), "@second → @third", Row with { Line = 4 }),
                new("twitter:1", StatusKind.Seen, PartialDate.Day(2016, 1, 1), "first seen as @second", Row with { Line = 3 }),
                new("twitter:1", StatusKind.Suspended, PartialDate.Day(2018, 1, 1), "@third", Row with { Line = 5 }),
                new("twitter:1", StatusKind.Renamed, null, "@first → @second", Row),
            ]);
        Assert.Equal(["second", "third", "third", "second"], uses.Select(u => u.Handle));
        Assert.Equal(["first seen by the observer", "renamed, before @second", "as of Sample release", "renamed, before @first"], uses.Select(u => u.How));
        Assert.Equal("Third Name", uses[2].Name);
    }

    [Fact]
    public void A_handle_before_a_renaming_is_one_of_its_handles()
    {
        StatusEvent[] events = [new("twitter:1", StatusKind.Renamed, null, "@first → @second", Row)];
        Assert.Equal(["second", "first"], NameHistory.Handles(NameHistory.Of([], new Dictionary<string, Release>(), events), events));
    }

    [Fact]
    public void A_hash_is_no_name_and_a_strange_detail_no_renaming()
    {
        var hashed = SamplePosts.Account with { Handle = "0a1b2c", Name = "0a1b2c", Hashed = true };
        Assert.Empty(NameHistory.Of([hashed], new Dictionary<string, Release>(), [new("twitter:1", StatusKind.Renamed, null, "no arrow", Row), new("twitter:1", StatusKind.Seen, null, "exists", Row)]));
    }
}
