using System.Text.Json.Nodes;
using Monitor.Core.Reviews;

namespace Monitor.Tests.Reviews;

public sealed class ClaimReviewFeedTests
{
    private static readonly ReviewOptions Desk = new() { Publisher = "Sample desk", PublisherUrl = "https://desk.example", Address = "https://checks.desk.example/" };

    [Fact]
    public async Task A_published_verdict_has_every_member_that_search_engines_require_and_recommend()
    {
        await using var room = await ReviewRoom.Open(Desk);
        var verdict = await room.Judge("c1", "mostly false", "A reviewer", note: "Counted again.");
        new PublicationDesk(room.Ledger).Put(verdict.Sequence, publish: true, "An editor", "");

        var review = Assert.Single(await Feed(room).Of("c1", ReviewRoom.Cancel));

        Assert.Equal(
            """
            {"@context":"https://schema.org","@type":"ClaimReview","url":"https://checks.desk.example/claims/c1","claimReviewed":"The sample platform closed 284 accounts of real people","datePublished":"2026-01-02","author":{"@type":"Organization","name":"Sample desk","url":"https://desk.example"},"reviewRating":{"@type":"Rating","alternateName":"mostly false","ratingValue":2,"bestRating":5,"worstRating":1},"itemReviewed":{"@type":"Claim","author":{"@type":"Person","name":"A Sample","jobTitle":"spokesperson"},"datePublished":"2026-01-01","firstAppearance":{"@type":"CreativeWork","url":"https://sample.example/a?b=\u003Cc\u003E"},"appearance":[{"@type":"CreativeWork","url":"https://sample.example/a?b=\u003Cc\u003E"}]},"reviewBody":"Counted again."}
            """,
            ClaimReviewFeed.Text(review));
    }

    [Fact]
    public async Task Only_published_verdicts_go_out_and_one_that_says_nothing_of_truth_has_no_number()
    {
        await using var room = await ReviewRoom.Open(Desk);
        var open = await room.Judge("c1", "unproven", "A reviewer");
        await room.Judge("c1", "false", "Another reviewer");
        Assert.Empty(await Feed(room).Of("c1", ReviewRoom.Cancel));
        Assert.Empty((JsonArray)(await Feed(room).All(ReviewRoom.Cancel))["dataFeedElement"]!);

        new PublicationDesk(room.Ledger).Put(open.Sequence, publish: true, "An editor", "");

        var item = Assert.Single((JsonArray)(await Feed(room).All(ReviewRoom.Cancel))["dataFeedElement"]!)!["item"]!;
        Assert.Equal("""{"@type":"Rating","alternateName":"unproven"}""", item["reviewRating"]!.ToJsonString());
    }

    [Fact]
    public async Task Without_the_name_and_address_of_a_publisher_nothing_goes_out_and_the_reason_is_told()
    {
        foreach (var (options, missing) in new[] { (new ReviewOptions(), "reviews:publisher"), (new ReviewOptions { Publisher = "Sample desk", Address = "javascript:alert(1)" }, "reviews:address") })
        {
            await using var room = await ReviewRoom.Open(options);
            var verdict = await room.Judge("c1", "true", "A reviewer");
            new PublicationDesk(room.Ledger).Put(verdict.Sequence, publish: true, "An editor", "");

            Assert.Contains(missing, Feed(room).Missing, StringComparison.Ordinal);
            Assert.Empty(await Feed(room).Of("c1", ReviewRoom.Cancel));
        }
    }

    [Fact]
    public async Task The_note_of_a_reviewer_cannot_close_the_script_element()
    {
        await using var room = await ReviewRoom.Open(Desk);
        var verdict = await room.Judge("c1", "true", "A reviewer", note: "</script><script>alert(1)</script> & «نه»");
        new PublicationDesk(room.Ledger).Put(verdict.Sequence, publish: true, "An editor", "");

        var text = ClaimReviewFeed.Text(Assert.Single(await Feed(room).Of("c1", ReviewRoom.Cancel)));

        Assert.DoesNotContain('<', text);
        Assert.Contains("«نه»", text, StringComparison.Ordinal);
        Assert.Equal("</script><script>alert(1)</script> & «نه»", JsonNode.Parse(text)!["reviewBody"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("true", 5, 5)]
    [InlineData("mixed", 3, 5)]
    [InlineData("false", 1, 5)]
    public void The_rating_runs_from_false_to_true(string verdict, int value, int best) => Assert.Equal((value, best), new ReviewOptions().Rating(verdict));

    private static ClaimReviewFeed Feed(ReviewRoom room) => new(room.Corpus, room.Ledger, room.Options);
}
