using Monitor.Core.Model;

namespace Monitor.Tests.Pipeline;

/// <summary>Changes of the evidence reach those who follow it, once.</summary>
public sealed class WatchingTests : IAsyncDisposable
{
    private readonly Newsroom _room = new();

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task A_page_that_is_edited_without_saying_so_is_told_with_its_changes_once()
    {
        Follow("boats");
        await Crawled(Page("It counted 284 boats in the old basin."));
        Assert.Empty(Events());

        await Again(Page("It counted 770 boats in the old basin."));
        var edit = Assert.Single(Events(), e => e.Change == EvidenceChange.PageEdited);
        Assert.Equal([new WordChange("284", "770")], edit.Changes);

        await Again(Page("It counted 770 boats in the old basin."));
        Assert.Single(Events(), e => e.Change == EvidenceChange.PageEdited);
    }

    [Fact]
    public async Task An_edit_that_says_so_is_not_told_as_a_silent_one()
    {
        Follow("boats");
        await Crawled(Page("It counted 284 boats in the old basin."));
        await Again(Page("It counted 770 boats in the old basin.", "Correction: An earlier version of this article gave a wrong number of boats."));

        Assert.DoesNotContain(Events(), e => e.Change == EvidenceChange.PageEdited);
    }

    [Fact]
    public async Task A_claim_that_comes_with_another_number_is_told_to_who_follows_the_older_one()
    {
        Follow("boats");
        await Crawled(Page("“The harbour office removed 284 boats from the old basin in the summer,” Harbour Master Ann Sample said on 3 September 2018."));
        _room.Time.Advance(TimeSpan.FromDays(1));
        _room.Site.On("/two", Page("“The harbour office removed 770 boats from the old basin in the summer,” Harbour Master Ann Sample said on 3 September 2018."), "Content-Type: text/html; charset=utf-8");
        _room.Feed("/feed.xml", "/one", "/two");
        await _room.Crawl();

        var drift = Assert.Single(Events(), e => e.Change == EvidenceChange.Drift);
        Assert.Contains(new WordChange("284", "770"), drift.Changes);
        Assert.NotEqual(drift.Subject, drift.Other);
    }

    [Fact]
    public async Task Nobody_who_does_not_follow_it_is_told()
    {
        Follow("aeroplanes");
        await Crawled(Page("It counted 284 boats in the old basin."));
        await Again(Page("It counted 770 boats in the old basin."));

        Assert.Empty(Events());
    }

    private void Follow(string query) =>
        _room.Ledger.SavedSearches.Put(new SavedSearch("follow", "Follow", query, SavedSearchKinds.Evidence, "desk@newsroom.example", Rhythm.AtOnce, _room.Time.Now.AddDays(-1)));

    private IReadOnlyList<EvidenceEvent> Events() => [.. _room.Ledger.Matches.Latest("follow", 100).Select(m => _room.Ledger.Matches.Event(m.Item)).OfType<EvidenceEvent>()];

    private async Task Crawled(string page)
    {
        _room.Define().Feed("/feed.xml", "/one");
        _room.Site.On("/one", page, "Content-Type: text/html; charset=utf-8");
        Assert.Equal(1, (await _room.Crawl()).Captured);
    }

    /// <summary>The page captured anew, as a later run would.</summary>
    private async Task Again(string page)
    {
        _room.Time.Advance(TimeSpan.FromDays(1));
        _room.Site.On("/one", page, "Content-Type: text/html; charset=utf-8");

        // The feed says that the page is newer than what was captured.
        _room.Site.On(
            "/feed.xml",
            $"<rss version=\"2.0\"><channel><title>Wire</title><item><title>One</title><link>/one</link><guid>1</guid><pubDate>{_room.Time.Now.AddMinutes(-1):R}</pubDate></item></channel></rss>",
            "Content-Type: application/rss+xml");
        Assert.Equal(1, (await _room.Crawl()).Captured);
    }

    private static string Page(string sentence, string notice = "The council of the sample town declined to comment on it.") =>
        $"""
        <!doctype html><html lang="en"><head><title>The harbour office speaks of boats</title></head><body><article>
        <h1>The harbour office speaks of boats</h1>
        <p>The harbour office of the sample town spoke to the press on Monday, as it does every summer when the boats come back into the old harbour of the town.</p>
        <p>{sentence}</p>
        <p>{notice}</p>
        </article></body></html>
        """;
}
