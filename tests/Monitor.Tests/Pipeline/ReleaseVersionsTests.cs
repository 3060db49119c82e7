using Monitor.Core.Archives;
using Monitor.Core.Evidence;
using Monitor.Core.Model;
using Monitor.Core.Pipeline;

namespace Monitor.Tests.Pipeline;

/// <summary>What becomes of accounts and posts when a release comes again with other files, by a mapping or in another encoding; and that a rebuild makes the same of it.</summary>
public sealed class ReleaseVersionsTests : IAsyncDisposable
{
    private const string Users =
        "userid,user_display_name,user_screen_name,user_reported_location,user_profile_description,user_profile_url,follower_count,following_count,account_creation_date,account_language\n";

    private readonly Newsroom _room = new();

    public ReleaseVersionsTests()
    {
        _room.Folder.Put("crawlers/releases/small-release.yaml", """
            title: "A small release"
            platform: twitter
            countries: [IR]
            announced: 2020-10-02
            counts:
              - { value: 3, of: accounts, qualifier: exactly }
            source: https://sample.example/
            citation: "Made for a test."
            description: "Made for a test."

            """);
        _room.Open();
    }

    public ValueTask DisposeAsync() => _room.DisposeAsync();

    [Fact]
    public async Task What_a_newer_version_lacks_stays_with_a_flag_until_a_version_has_it_again()
    {
        _room.Folder.Put("in/tweets.csv", "tweetid,userid,tweet_text,tweet_time\n9,1,Hello,2008-01-01 00:00\n10,2,Hi,2008-01-01 00:00\n");
        await Import(Users + "1,Ann,ann,,a bio,,5,1,2010-01-01,en\n2,Bo,bo,,,,,,,\n3,Cee,cee,,,,,,,\n");
        Assert.All(await Accounts(), a => Assert.Empty(a.Flags));
        _room.Folder.Put("in/tweets.csv", "tweetid,userid,tweet_text,tweet_time\n9,1,Hello,2008-01-01 00:00\n");
        await Import(Users + "1,Ann,ann,,another bio,,5,1,2010-01-01,en\n3,Cee,cee,,,,,,,\n");

        var accounts = await Accounts();
        Assert.Equal([("1", 2, ""), ("2", 1, "not-in-version-2"), ("3", 2, "")], accounts.Select(a => (a.UserId, a.Source.Version, string.Join(',', a.Flags))));
        Assert.Equal("another bio", accounts[0].Bio);
        Assert.Equal(["not-in-version-2"], (await _room.Corpus.Post("twitter:10", TestContext.Current.CancellationToken))!.Flags);
        Assert.Empty((await _room.Corpus.Post("twitter:9", TestContext.Current.CancellationToken))!.Flags);
        var release = await _room.Corpus.Release("small-release", TestContext.Current.CancellationToken);
        Assert.Equal([(3L, 2L), (2L, 1L)], release!.Versions.Select(v => (v.Accounts, v.Posts)));

        var before = await CorpusState.Of(_room.Data);
        await _room.Get<Rebuild>().Run(cancel: TestContext.Current.CancellationToken);
        Assert.Equal(before, await CorpusState.Of(_room.Data));

        await Import(Users + "2,Bo,bo,,,,,,,\n");
        Assert.Equal(["not-in-version-3", "", "not-in-version-3"], (await Accounts()).Select(a => string.Join(',', a.Flags)));
    }

    [Fact]
    public async Task A_version_holds_what_did_not_change_and_is_read_as_a_whole()
    {
        _room.Folder.Put("in/tweets.csv", "tweetid,userid,tweet_text,tweet_time\n9,1,Hello,2008-01-01 00:00\n");
        await Import(Users + "1,Ann,ann,,,,,,,\n");
        var file = _room.Folder.Put("in/users.csv", Users + "1,Anna,ann,,,,,,,\n");
        await _room.Get<ReleaseImport>().Run(Release, [file], cancel: TestContext.Current.CancellationToken);

        Assert.Equal(2, (await _room.Corpus.Post("twitter:9", TestContext.Current.CancellationToken))!.Source.Version);
        Assert.Equal((1L, 1L), (await _room.Corpus.Release("small-release", TestContext.Current.CancellationToken))!.Versions.Select(v => (v.Accounts, v.Posts)).Last());
    }

    [Fact]
    public async Task A_mapping_is_kept_with_the_release_and_a_rebuild_reads_by_it_again()
    {
        var table = _room.Folder.Put("in/pages.csv", "Page,Ident\nThe sample page,p1\n");
        var unread = Assert.Single(await _room.Get<ReleaseImport>().Run(Release, [table], cancel: TestContext.Current.CancellationToken));
        Assert.Equal((1L, 1L, ""), (unread.Counts.Rows, unread.Counts.Quarantined, unread.Format));

        var mapping = _room.Folder.Put("pages.yaml", "kind: accounts\naccount:\n  id: Ident\n  name: Page\n");
        var reports = await _room.Get<ReleaseImport>().Run(Release, [table], mappings: [mapping], cancel: TestContext.Current.CancellationToken);
        Assert.Equal([("pages.csv", 1L), ("pages.mapping.yaml", 0L)], reports.Select(r => (r.File, r.Counts.Accounts)));
        Assert.StartsWith("pages.mapping@", reports[0].Format, StringComparison.Ordinal);
        Assert.True(reports[1].Expected);
        Assert.Equal("The sample page", Assert.Single(await Accounts()).Name);
        File.Delete(mapping);

        var before = await CorpusState.Of(_room.Data);
        await _room.Get<Rebuild>().Run(cancel: TestContext.Current.CancellationToken);
        Assert.Equal(before, await CorpusState.Of(_room.Data));
    }

    [Fact]
    public async Task An_event_stays_one_event_when_a_newer_version_tells_it_on_another_line_and_is_flagged_when_it_is_told_no_more()
    {
        const string Header = "report_date,kind,user_id,screen_name,new_screen_name,created_at,reversed_at,followers\n";
        _room.Folder.Put("in/changes.csv", Header + "2022-11-01,suspended,1,ann,,,2022-12-01,\n2022-11-02,renamed,1,ann,anna,,,\n");
        await Import(Users + "1,Ann,ann,,a bio,,5,1,2010-01-01,en\n");
        _room.Folder.Put("in/changes.csv", Header + "2022-10-30,suspended,2,bo,,,,\n2022-11-01,suspended,1,ann,,,,\n2022-11-02,renamed,1,ann,anna,,,\n");
        await Import(Users + "1,Ann,ann,,a bio,,5,1,2010-01-01,en\n");

        var events = await _room.Corpus.StatusEvents("twitter:1", TestContext.Current.CancellationToken);
        Assert.Equal(
            [(StatusKind.Suspended, 2, 3L, ""), (StatusKind.Renamed, 2, 4L, ""), (StatusKind.Reinstated, 1, 2L, "not-in-version-2")],
            events.Select(e => (e.Kind, e.Source.Version, e.Source.Line, string.Join(',', e.Flags))));
        Assert.Single(await _room.Corpus.RenamesOf("anna", TestContext.Current.CancellationToken));

        var before = await CorpusState.Of(_room.Data);
        await _room.Get<Rebuild>().Run(cancel: TestContext.Current.CancellationToken);
        Assert.Equal(before, await CorpusState.Of(_room.Data));
    }

    [Fact]
    public async Task An_encoding_is_kept_with_the_file_and_a_rebuild_reads_by_it_again()
    {
        var file = _room.Folder.At("in", "users.csv");
        Directory.CreateDirectory(_room.Folder.At("in"));
        File.WriteAllBytes(file, System.Text.Encoding.Latin1.GetBytes(Users + "1,Zoë,zoe,,,,,,,\n"));
        await _room.Get<ReleaseImport>().Run(Release, [file], encoding: "iso-8859-1", cancel: TestContext.Current.CancellationToken);
        var before = await CorpusState.Of(_room.Data);
        await _room.Get<Rebuild>().Run(cancel: TestContext.Current.CancellationToken);

        Assert.Equal("Zoë", Assert.Single(await Accounts()).Name);
        Assert.Equal(before, await CorpusState.Of(_room.Data));
    }

    [Fact]
    public async Task Two_versions_are_compared_field_by_field_and_the_rows_asked_for_are_followed()
    {
        _room.Folder.Put("in/tweets.csv", "tweetid,userid,tweet_text,tweet_time\n9,1,Hello,2008-01-01 00:00\n10,1,Bye,2008-01-01 00:00\n11,1,Same,2008-01-01 00:00\n");
        await Import(Users + "1,Ann,ann,,a bio,,5,1,2010-01-01,en\n2,Bo,bo,,,,,,,\n");
        _room.Folder.Put("in/tweets.csv", "tweetid,userid,tweet_text,tweet_time\n11,1,Same,2008-01-01 00:00\n9,1,Hello there,2008-01-01 00:00\n");
        await Import(Users + "3,Cee,cee,,,,,,,\n1,Ann,ann,,,,7,1,2010-01-01,en\n");
        var store = _room.Get<ReleaseStore>();

        var difference = new VersionComparison(_room.Get<ArchiveReader>(), Release)
            .Compare(store.Get("small-release", 1)!, store.Get("small-release", 2)!, new HashSet<(string, long)> { ("tweets.csv", 2), ("tweets.csv", 3), ("tweets.csv", 4) });

        Assert.Equal([("added", "twitter:3"), ("changed", "twitter:1"), ("removed", "twitter:2")], difference.Accounts.Select(c => (c.What, c.Record)));
        Assert.Equal([new FieldChange("bio", "a bio", ""), new FieldChange("followers", "5", "7")], difference.Accounts[1].Fields);
        Assert.Equal((2L, 3L), (difference.Accounts[1].OldRow!.Line, difference.Accounts[1].NewRow!.Line));
        Assert.Equal([("changed", "twitter:9"), ("removed", "twitter:10")], difference.Rows.Select(c => (c.What, c.Record)));
        Assert.Equal(((2, 3L), (2, 2L)), (difference.Old, difference.New));
    }

    private Release Release => _room.Get<DefinitionBook>().Releases.Single();

    private async Task Import(string users)
    {
        _room.Folder.Put("in/users.csv", users);
        await _room.Get<ReleaseImport>().Run(Release, [_room.Folder.At("in")], cancel: TestContext.Current.CancellationToken);
        _room.Time.Advance(TimeSpan.FromHours(1));
    }

    private async Task<List<Account>> Accounts()
    {
        var accounts = new List<Account>();
        await foreach (var account in _room.Corpus.AccountsIn("small-release", TestContext.Current.CancellationToken))
        {
            accounts.Add(account);
        }

        return accounts;
    }
}
