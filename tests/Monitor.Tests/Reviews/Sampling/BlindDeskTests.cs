using Monitor.Core.Model;
using Monitor.Core.Reviews.Sampling;

namespace Monitor.Tests.Reviews.Sampling;

public sealed class BlindDeskTests
{
    [Fact]
    public async Task The_second_reviewer_sees_nothing_of_the_first_before_both_have_judged()
    {
        await using var room = await ReviewRoom.Open();
        var plan = await Assigned(room);
        var account = plan.Chosen[0].Id;
        await room.Judge(account, "operated", "First", note: "copied bio");

        var hidden = Assert.Single(room.Ledger.Reviews.Of(account));
        Assert.Equal((true, "", "", null, 0), (hidden.Sealed, hidden.Verdict, hidden.Note, hidden.Salt, hidden.Evidence.Count));
        Assert.Equal(hidden, Assert.Single(room.Ledger.Reviews.All()), (a, b) => a.Hash == b.Hash && b.Sealed);
        Assert.Equal((0, 1), (Progress(room, plan).Judged, Progress(room, plan).Sealed));
        Assert.Null(Progress(room, plan).Estimate);
        Assert.Equal((plan.Chosen[1].Id, account), (Progress(room, plan).NextFor("first")?.Id, Progress(room, plan).NextFor("Second")?.Id));

        await room.Judge(account, "real person", "second");

        Assert.Equal(["operated", "real person"], room.Ledger.Reviews.Of(account).Select(r => r.Verdict));
        Assert.All(room.Ledger.Reviews.Of(account), r => Assert.Equal((false, 32), (r.Sealed, r.Salt?.Length)));
        Assert.Equal((1, 1, 0), (Progress(room, plan).Judged, Progress(room, plan).Disputed, Progress(room, plan).Sealed));
        Assert.Null(room.Ledger.Reviews.Verify());
    }

    [Fact]
    public async Task While_it_is_sealed_nobody_else_judges_and_nobody_corrects_the_other()
    {
        await using var room = await ReviewRoom.Open();
        var account = (await Assigned(room)).Chosen[0].Id;
        var first = await room.Judge(account, "operated", "First");

        Assert.Contains("nobody else judges it before both have", (await room.Desk.Record(new(account, "unclear", "Adjudicator", "", []), ReviewRoom.Cancel)).Error, StringComparison.Ordinal);
        Assert.Contains("sealed and of another reviewer", (await room.Desk.Record(new(account, "unclear", "Second", "", [], first.Sequence), ReviewRoom.Cancel)).Error, StringComparison.Ordinal);
        await room.Judge(account, "unclear", "First", first.Sequence);
        await room.Judge(account, "unclear", "Second");
        await room.Judge(account, "operated", "Adjudicator");
    }

    [Fact]
    public async Task The_adjudicator_decides_and_what_was_said_afterwards_does_not_count_as_agreement()
    {
        await using var room = await ReviewRoom.Open();
        var plan = await Assigned(room);
        (string First, string Second)[] said = [("real person", "operated"), ("real person", "real person"), ("operated", "operated"), ("unclear", "real person")];
        for (var i = 0; i < said.Length; i++)
        {
            await room.Judge(plan.Chosen[i].Id, said[i].First, "First");
            await room.Judge(plan.Chosen[i].Id, said[i].Second, "Second");
        }

        var before = Progress(room, plan);
        var own = room.Ledger.Reviews.Of(plan.Chosen[0].Id)[1];
        await room.Judge(plan.Chosen[0].Id, "real person", "Second", own.Sequence); // persuaded
        await room.Judge(plan.Chosen[3].Id, "operated", "Adjudicator");
        var after = Progress(room, plan);

        Assert.Equal((4, 2), (before.Agreement!.Accounts, before.Agreement.Same));
        Assert.Equal(before.Agreement.Kappa, after.Agreement!.Kappa);
        Assert.Equal(before.Agreement.Table, after.Agreement.Table);
        Assert.Equal((2, 0), (before.Disputed, after.Disputed));
        Assert.Equal(["real person", "real person", "operated", "operated"], after.Accounts.Take(4).Select(a => a.Verdict));
    }

    [Fact]
    public async Task Accounts_that_were_judged_openly_before_stay_out_of_the_agreement()
    {
        await using var room = await ReviewRoom.Open();
        var plan = await Drawn(room);
        await room.Judge(plan.Chosen[0].Id, "operated", "Somebody");
        Assign(room, plan);
        foreach (var person in (string[])["First", "Second"])
        {
            await room.Judge(plan.Chosen[0].Id, "operated", person);
            await room.Judge(plan.Chosen[1].Id, person == "First" ? "operated" : "unclear", person);
        }

        Assert.Equal((1, 0, 1), (Progress(room, plan).Agreement!.Accounts, Progress(room, plan).Agreement!.Same, Progress(room, plan).Agreement!.NotBlind));
    }

    [Theory]
    [InlineData("First", "first ", "Adjudicator", "three different people")]
    [InlineData("First", "Second", "Second", "three different people")]
    [InlineData("First", "", "Adjudicator", "needs the names")]
    public async Task Two_reviewers_and_an_adjudicator_are_three_people(string first, string second, string adjudicator, string said)
    {
        await using var room = await ReviewRoom.Open();
        var plan = await Drawn(room);
        Assert.Contains(said, new BlindDesk(room.Ledger).Assign(plan.Id, first, second, adjudicator, "An editor").Error, StringComparison.Ordinal);
        Assert.Empty(room.Ledger.Reviews.Entries());
    }

    [Fact]
    public async Task A_sample_is_given_once_and_an_account_is_in_one_blind_review()
    {
        await using var room = await ReviewRoom.Open();
        var plan = await Assigned(room);
        var other = await Drawn(room, seed: 8);

        Assert.Contains("already", new BlindDesk(room.Ledger).Assign(plan.Id, "A", "B", "C", "D").Error, StringComparison.Ordinal);
        Assert.Contains("draw with another seed", new BlindDesk(room.Ledger).Assign(other.Id, "A", "B", "C", "D").Error, StringComparison.Ordinal);
        Assert.Contains("there is no sample", new BlindDesk(room.Ledger).Assign("nowhere", "A", "B", "C", "D").Error, StringComparison.Ordinal);
    }

    private static SampleProgress Progress(ReviewRoom room, SamplePlan plan) => new SampleDesk(room.Corpus, room.Ledger, room.Options, room.Time).Progress(plan);

    private static async Task<SamplePlan> Drawn(ReviewRoom room, long seed = 7) =>
        (await new SampleDesk(room.Corpus, room.Ledger, room.Options, room.Time).Draw(new("sample-release", "", 5, seed), ReviewRoom.Cancel)).Plan!;

    private static void Assign(ReviewRoom room, SamplePlan plan) => Assert.Null(new BlindDesk(room.Ledger).Assign(plan.Id, "First", "Second", "Adjudicator", "An editor").Error);

    private static async Task<SamplePlan> Assigned(ReviewRoom room)
    {
        var plan = await Drawn(room);
        Assign(room, plan);
        return plan;
    }
}
