namespace Monitor.Tests.Reviews;

public sealed class PartVerdictTests
{
    [Fact]
    public async Task Each_part_keeps_its_own_verdict_beside_the_whole_one_which_nobody_works_out()
    {
        await using var room = await ReviewRoom.Open();
        var evidence = new Core.Model.Evidence("row", "sample-release/1/users.csv:3", "three rows");
        var result = await room.Desk.Record(
            new("c1", "unproven", "A reviewer", "", [evidence])
            {
                Parts = [new(4, "not checkable", " names are hidden ", []), new(3, "false", "770", [evidence.Reference, evidence.Reference])],
            },
            ReviewRoom.Cancel);

        Assert.Null(result.Error);
        var kept = Assert.Single(room.Ledger.Reviews.Of("c1"));
        Assert.Equal("unproven", kept.Verdict);
        Assert.Equal(
            [("number", "284 accounts", "false", "770"), ("qualifier", "real people", "not checkable", "names are hidden")],
            kept.Parts.Select(p => (p.Kind, p.Text, p.Verdict, p.Note)));
        Assert.Equal([evidence.Reference], kept.Parts[0].Evidence);
        Assert.Equal("284 accounts", ReviewRoom.Words[kept.Parts[0].Start..kept.Parts[0].End]);
        Assert.Null(room.Ledger.Reviews.Verify());
    }

    [Theory]
    [InlineData("c1", 5, "true", "", "has no part 5; it has 4")]
    [InlineData("c1", 0, "true", "", "has no part 0")]
    [InlineData("c1", 1, "operated", "", "'operated' on part 1 is not on the scale")]
    [InlineData("c1", 1, "true", "row nobody named", "add it there")]
    [InlineData("twitter:1", 1, "unclear", "", "only a claim has parts")]
    public async Task A_part_that_cannot_be_judged_so_is_refused_with_the_mend(string subject, int number, string verdict, string reference, string said)
    {
        await using var room = await ReviewRoom.Open();
        var whole = subject == "c1" ? "unproven" : "unclear";

        var result = await room.Desk.Record(new(subject, whole, "A reviewer", "", []) { Parts = [new(number, verdict, "", reference.Length > 0 ? [reference] : [])] }, ReviewRoom.Cancel);

        Assert.Contains(said, result.Error, StringComparison.Ordinal);
        Assert.Empty(room.Ledger.Reviews.Entries());
    }

    [Fact]
    public async Task One_part_gets_one_verdict()
    {
        await using var room = await ReviewRoom.Open();
        var result = await room.Desk.Record(new("c1", "mixed", "A reviewer", "", []) { Parts = [new(2, "true", "", []), new(2, "false", "", [])] }, ReviewRoom.Cancel);
        Assert.Contains("part 2 has two verdicts", result.Error, StringComparison.Ordinal);
    }
}
