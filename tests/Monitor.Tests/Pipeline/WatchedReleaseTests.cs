using Monitor.Core.Corpus;
using Monitor.Core.Model;
using Monitor.Core.Pipeline;

namespace Monitor.Tests.Pipeline;

/// <summary>What a release brings reaches those who follow an account or a claim, once, also when it is read again.</summary>
public sealed class WatchedReleaseTests : IAsyncDisposable
{
    private const string Users =
        "userid,user_display_name,user_screen_name,user_reported_location,user_profile_description,user_profile_url,follower_count,following_count,account_creation_date,account_language\n";

    private readonly Newsroom _room = new();

    public WatchedReleaseTests()
    {
        _room.Folder.Put("crawlers/releases/small-release.yaml", """
            title: "A small release"
            platform: twitter
            countries: [IR]
            announced: 2018-08-22
            counts:
              - { value: 3, of: accounts, qualifier: exactly }
            source: https://sample.example/
            citation: "Made for a test."
            description: "Made for a test: accounts linked to Iran."

            """);
        _room.Open();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task New_accounts_are_told_once_and_those_of_an_earlier_version_are_no_news()
    {
        Follow("presenter", SavedSearchKinds.Accounts);
        await Import(Users + "1,Ann,ann,,TV presenter,,5,1,2010-01-01,en\n2,Bo,bo,,student,,,,,\n");
        Assert.Equal(["twitter:1"], Items());

        Follow("presenter", SavedSearchKinds.Accounts, "later");
        await Import(Users + "1,Ann,ann,,TV presenter and student,,5,1,2010-01-01,en\n3,Cee,cee,,presenter,,,,,\n");
        Assert.Equal(["twitter:1", "twitter:3"], Items().Order());
        Assert.Equal(["twitter:3"], Items("later"));

        await _room.Get<Rebuild>().Run(cancel: Cancel);
        Assert.Equal(["twitter:3"], Items("later"));
    }

    [Theory]
    [InlineData("1,Ann,ann,,TV presenter,,7,1,2010-01-01,en\n", "5 followers", "7 followers")]
    [InlineData("4,Dee,dee,,cook,,7,1,2010-01-01,en\n", "Ann · @ann · TV presenter · 5 followers · 1 following · 2010-01-01 · en", "")]
    public async Task A_row_that_a_verdict_rests_on_is_told_when_a_new_version_changes_or_drops_it(string newRow, string before, string after)
    {
        await Import(Users + "1,Ann,ann,,TV presenter,,5,1,2010-01-01,en\n2,Bo,bo,,student,,,,,\n");
        _room.Ledger.Reviews.Append("twitter:1", "real person", "Sample", "", [new("row", "small-release/1/users.csv:2", "TV presenter")], null);
        Follow("presenter", SavedSearchKinds.Evidence);
        await Import(Users + "2,Bo,bo,,student,,,,,\n" + newRow);

        var change = Assert.Single(Events(), e => e.Change == EvidenceChange.RowChanged);
        Assert.Equal([new WordChange(before, after)], change.Changes);
        Assert.Equal(("twitter:1", "1"), (change.Subject, change.Other));
    }

    [Fact]
    public async Task A_row_that_only_moved_is_not_told()
    {
        await Import(Users + "1,Ann,ann,,TV presenter,,5,1,2010-01-01,en\n2,Bo,bo,,student,,,,,\n");
        _room.Ledger.Reviews.Append("twitter:1", "real person", "Sample", "", [new("row", "small-release/1/users.csv:2", "TV presenter")], null);
        Follow("presenter", SavedSearchKinds.Evidence);
        await Import(Users + "2,Bo,bo,,student,,,,,\n1,Ann,ann,,TV presenter,,5,1,2010-01-01,en\n");

        Assert.Empty(Events());
    }

    [Fact]
    public async Task A_claim_gets_candidate_accounts_from_a_release_that_came_in()
    {
        var claim = new Claim("c1", "Twitter has shuttered accounts of real Iranians, incl TV presenters & students", ClaimKind.Post, new Speaker("Javad Zarif") { Handle = "JZarif", Country = "IR" })
        {
            Said = PartialDate.Day(2018, 9, 16),
            Language = "en",
        };
        var document = new Document("d1", DocumentKind.Post, "https://sample.example/1", claim.Text) { Language = "en" };
        await _room.Corpus.Put(
            new CorpusBatch { Documents = [document], Claims = [claim], Appearances = [new("a1", "c1", "d1", 0, claim.Text.Length, claim.Text, ClaimKind.Post, "")] }, Cancel);
        Follow("presenters", SavedSearchKinds.Evidence);
        await Import(Users + "1,Ann,ann,Tehran,TV presenter,,5,1,2010-01-01,fa\n2,Bo,bo,Tehran,student in Tehran,,,,2011-01-01,fa\n");
        await _room.Get<Relink>().RunIfDue(cancel: Cancel);

        var change = Assert.Single(Events());
        Assert.Equal((EvidenceChange.Candidates, "c1", "small-release"), (change.Change, change.Subject, change.Other));
        Assert.InRange(change.Count, 1, 2);
    }

    [Fact]
    public async Task A_suspension_that_was_taken_back_is_told_to_who_follows_the_account()
    {
        Follow("handle:ann", SavedSearchKinds.Evidence);
        _room.Folder.Put("in/status.csv", StatusTable);
        await _room.Get<ReleaseImport>().Run(_room.Get<DefinitionBook>().Releases.Single(), [_room.Folder.At("in")], cancel: Cancel);

        Assert.Equal([(EvidenceChange.Reinstated, "twitter:1")], Events().Select(e => (e.Change, e.Subject)));
    }

    private const string StatusTable =
        "report_date,kind,user_id,screen_name,new_screen_name,created_at,reversed_at,followers\n2022-05-01,suspended,1,ann,,2010-01-01,2022-06-01,5\n2022-05-01,suspended,2,bo,,2010-01-01,,5\n";

    private void Follow(string query, string wanted, string id = "follow") =>
        _room.Ledger.SavedSearches.Put(new SavedSearch(id, id, query, wanted, "desk@newsroom.example", Rhythm.AtOnce, _room.Time.Now));

    private IReadOnlyList<string> Items(string id = "follow") => [.. _room.Ledger.Matches.Latest(id, 100).Select(m => m.Item)];

    private IReadOnlyList<EvidenceEvent> Events() => [.. Items().Select(_room.Ledger.Matches.Event).OfType<EvidenceEvent>()];

    private async Task Import(string users)
    {
        _room.Folder.Put("in/users.csv", users);
        await _room.Get<ReleaseImport>().Run(_room.Get<DefinitionBook>().Releases.Single(), [_room.Folder.At("in")], cancel: Cancel);
        _room.Time.Advance(TimeSpan.FromHours(1));
    }
}
