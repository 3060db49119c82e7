using Monitor.Core.Corpus.Sqlite;
using Monitor.Core.Linking;
using Monitor.Core.Model;

namespace Monitor.Tests.Linking;

/// <summary>Earlier checks of a claim among the fact-checks of a corpus.</summary>
public sealed class EarlierChecksTests : IDisposable
{
    private static readonly Claim Claim = new("c1", "The harbour of Ystad was closed for 14 days because of a bear.", ClaimKind.Quote, new("Sample Person")) { Language = "en" };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_check_is_found_as_soon_as_its_page_came_in_with_verdict_publisher_and_reasons()
    {
        await using var corpus = SqliteCorpus.Open(_folder.At("corpus.db"));
        var checks = new EarlierChecks(corpus);
        var none = await checks.Find(Claim, cancel: TestContext.Current.CancellationToken);
        Assert.Empty(none.Matches);
        Assert.Contains("No fact-check has been collected yet.", none.NotFindable);

        await corpus.Put(new() { Documents = [Check("d1", "Ystad harbour was closed for 14 days"), Check("d2", "Pine tea cures the flu"), Check("d3", "The harbour of Malmö will be closed")] }, TestContext.Current.CancellationToken);
        var found = await checks.Find(Claim, cancel: TestContext.Current.CancellationToken);

        var match = found.Matches[0];
        Assert.Equal(("d1", "Unproven", "Sample Desk", "https://desk.example/d1"), (match.Checked.DocumentId, match.Checked.Rating, match.Checked.Publisher, match.Checked.Url));
        Assert.NotEmpty(match.Reasons);
        Assert.DoesNotContain(found.Matches, m => m.Checked.DocumentId == "d2");
        Assert.Equal(3, found.Checks);
    }

    [Fact]
    public async Task A_page_that_states_the_claim_is_no_earlier_check_of_it()
    {
        await using var corpus = SqliteCorpus.Open(_folder.At("corpus.db"));
        await corpus.Put(new() { Documents = [Check("d1", "Ystad harbour was closed for 14 days")] }, TestContext.Current.CancellationToken);
        Assert.Empty((await new EarlierChecks(corpus).Find(Claim, new HashSet<string> { "d1" }, cancel: TestContext.Current.CancellationToken)).Matches);
    }

    /// <summary>The claim stands in the markup only.</summary>
    private static Document Check(string id, string reviewed) => new(id, DocumentKind.Factcheck, $"https://desk.example/{id}", "A sample text about our rating.")
    {
        Title = "Sample check",
        Site = "Sample Desk",
        ClaimReviews = [new(reviewed, "somebody", null, "Unproven", "Sample Desk", PartialDate.Day(2019, 5, 20), "")],
    };
}
