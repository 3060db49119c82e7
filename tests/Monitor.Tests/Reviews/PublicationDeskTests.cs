using Monitor.Core.Model;
using Monitor.Core.Reviews;

namespace Monitor.Tests.Reviews;

public sealed class PublicationDeskTests
{
    [Fact]
    public async Task What_is_published_is_in_force_until_it_is_withdrawn_and_the_chain_keeps_both()
    {
        await using var room = await ReviewRoom.Open();
        var desk = new PublicationDesk(room.Ledger);
        var verdict = await room.Judge("c1", "unproven", "A reviewer");

        Assert.Null(desk.Put(verdict.Sequence, publish: true, "An editor", "").Error);
        Assert.Equal([verdict.Sequence], Published(room));
        Assert.Contains("published already", desk.Put(verdict.Sequence, publish: true, "An editor", "").Error, StringComparison.Ordinal);

        Assert.Null(desk.Put(verdict.Sequence, publish: false, "An editor", "the source was wrong").Error);
        Assert.Empty(Published(room));
        Assert.Contains("not published", desk.Put(verdict.Sequence, publish: false, "An editor", "").Error, StringComparison.Ordinal);

        Assert.Null(desk.Put(verdict.Sequence, publish: true, "An editor", "").Error);
        Assert.Equal([verdict.Sequence], Published(room));
        Assert.Equal(
            [ReviewKind.Verdict, ReviewKind.Publication, ReviewKind.Publication, ReviewKind.Publication],
            room.Ledger.Reviews.Entries("c1").Select(e => e.Kind));
        Assert.Null(room.Ledger.Reviews.Verify());
    }

    [Fact]
    public async Task A_corrected_verdict_goes_out_no_longer_and_cannot_be_published()
    {
        await using var room = await ReviewRoom.Open();
        var desk = new PublicationDesk(room.Ledger);
        var first = await room.Judge("c1", "false", "A reviewer");
        desk.Put(first.Sequence, publish: true, "An editor", "");

        var second = await room.Judge("c1", "unproven", "A reviewer", first.Sequence);

        Assert.Empty(Published(room));
        Assert.Contains("was corrected by a later entry", desk.Put(first.Sequence, publish: true, "An editor", "").Error, StringComparison.Ordinal);
        Assert.Null(desk.Put(second.Sequence, publish: true, "An editor", "").Error);
        Assert.Equal([second.Sequence], Published(room));
    }

    [Fact]
    public async Task A_verdict_on_an_account_a_nameless_publisher_and_a_verdict_that_is_not_there_are_refused()
    {
        await using var room = await ReviewRoom.Open();
        var desk = new PublicationDesk(room.Ledger);
        var account = await room.Judge("twitter:1", "real person", "A reviewer");
        var claim = await room.Judge("c1", "true", "A reviewer");

        Assert.Contains("about a person and is not published", desk.Put(account.Sequence, publish: true, "An editor", "").Error, StringComparison.Ordinal);
        Assert.Contains("name of the person", desk.Put(claim.Sequence, publish: true, " ", "").Error, StringComparison.Ordinal);
        Assert.Contains("there is no verdict 9", desk.Put(9, publish: true, "An editor", "").Error, StringComparison.Ordinal);
        Assert.Equal(2, room.Ledger.Reviews.Head().Count);
    }

    private static IEnumerable<long> Published(ReviewRoom room) => StandingVerdicts.Published(room.Ledger.Reviews.Entries("c1")).Select(p => p.Verdict.Sequence);
}
