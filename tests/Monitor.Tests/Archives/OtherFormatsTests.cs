using Monitor.Core.Archives;
using Monitor.Core.Model;

namespace Monitor.Tests.Archives;

public sealed class OtherFormatsTests : IDisposable
{
    private readonly ReleaseFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void NBC_users_have_the_times_of_the_old_API_and_may_be_a_handle_alone()
    {
        var rows = Read(
            "nbc-users",
            "id,location,name,followers_count,statuses_count,time_zone,verified,lang,screen_name,description,created_at,favourites_count,friends_count,listed_count\n"
            + "12,Rome,Ann,3,4,,false,en,ann_a,\"a\nb\",Wed Jan 07 04:38:02 +0000 2009,1,5,1\n,,,,,,,,Bo_b,,,,,\n");
        var accounts = rows.Cast<AccountRow>().Select(r => r.Account).ToList();

        Assert.Equal(("twitter:12", "2009-01-07T04:38+00:00", "a\nb", 5L), (accounts[0].Id, accounts[0].Created.ToString(), accounts[0].Bio, accounts[0].Following));
        Assert.Equal(("twitter:@bo_b", "Bo_b"), (accounts[1].Id, accounts[1].Handle));
    }

    [Fact]
    public void A_handle_list_has_no_header_and_what_is_no_handle_is_quarantined()
    {
        var rows = Read("handle-list", "http://twitter.com/ann_a\r\nhttps://x.com/Bo/\r\n@cee\r\nhttps://other.example/dee\r\n");
        Assert.Equal(["ann_a", "Bo", "cee"], rows.OfType<AccountRow>().Select(r => r.Account.Handle));
        Assert.Equal(1, rows[0].Source.Line);
        Assert.Equal(4, Assert.IsType<QuarantinedRow>(rows[3]).Source.Line);
    }

    [Fact]
    public void A_reversal_in_the_row_of_a_suspension_is_a_second_event()
    {
        var rows = Read(
            "status-changes",
            "report_date,kind,user_id,screen_name,new_screen_name,created_at,reversed_at,followers,ranking\n2022-02-13,suspended_tracked,5,ann,,2011-12-11,2022-02-15,9,1\n"
            + "2022-02-14,renamed,6,bo,bob,,,9,\n2022-02-14,vanished,7,cee,,,,,\n");
        var first = Assert.IsType<StatusRow>(rows[0]);
        Assert.Equal([(StatusKind.Suspended, "2022-02-13"), (StatusKind.Reinstated, "2022-02-15")], first.Events.Select(e => (e.Kind, e.Time.ToString()!)));
        var second = Assert.IsType<StatusRow>(rows[1]);
        Assert.Equal((StatusKind.Renamed, "@bo → @bob", "bob"), (second.Events[0].Kind, second.Events[0].Detail, second.Account!.Handle));
        Assert.IsType<QuarantinedRow>(rows[2]);
    }

    [Fact]
    public void Anonymous_numbers_make_accounts_of_their_own_release()
    {
        var row = Assert.IsType<StatusRow>(Assert.Single(Read("status-observations", "user_id_anon,stop_existing,tstamp,status\n1,1,2020-08-17 17:46:24,no exists\n")));
        Assert.Equal(("twitter:test-release#1", StatusKind.Deleted), (row.Account!.Id, row.Events[0].Kind));
        Assert.True(row.Account.Hashed);
    }

    [Fact]
    public void A_later_handle_of_an_account_is_a_renaming()
    {
        var rows = Read("screen-name-history", "user_id,screen_name,first_seen_utc\n5,ann,2020-10-01 21:47:51\n5,anna,2020-10-12 06:49:19\n").Cast<StatusRow>().ToList();
        Assert.Equal([StatusKind.Seen, StatusKind.Renamed], rows.Select(r => r.Events[0].Kind));
        Assert.Equal("@ann → @anna", rows[1].Events[0].Detail);
        Assert.Null(rows[1].Account);
    }

    [Fact]
    public void Rounded_ids_of_authors_give_way_to_exact_ones_and_posts_without_id_get_one()
    {
        var authors = Read(
            "fivethirtyeight-authors",
            "author_id,author,external_author_id,account_type,congress_2017_id\nann,Ann,906000000000000000,Left,905874659358453760\nbo,Bo,906000000000000000,Left,\n");
        Assert.Equal(["twitter:905874659358453760", "twitter:906000000000000000~bo"], authors.Cast<AccountRow>().Select(r => r.Account.Id));

        var posts = Read(
            "fivethirtyeight-posts",
            "external_author_id,author,content,language,publish_date,harvested_date,following,followers,retweet,article_url\n"
            + "9.06E+17,Ann,Hello,English,10/1/17 19:58,10/1/17 19:59,1,2,0,http://twitter.com/905874659358453760/statuses/914580356430536707\n"
            + "9.06E+17,Ann,Hi,English,2015-06-24 16:02:00,,1,2,1,\n").Cast<PostRow>().ToList();
        Assert.Equal(("twitter:914580356430536707", "twitter:905874659358453760"), (posts[0].Post.Id, posts[0].Post.AccountId));
        Assert.Equal(new DateTimeOffset(2017, 10, 1, 19, 58, 0, TimeSpan.Zero), posts[0].Post.Time);
        Assert.Equal((true, "no-post-id"), (posts[1].Post.IsRepost, Assert.Single(posts[1].Post.Flags)));
    }

    [Fact]
    public void Officials_have_a_name_beside_their_handle_and_what_is_no_handle_is_quarantined()
    {
        var rows = Read(
            "officials-list",
            "Name of official/organization,Twitter handle,Official position,Faction,Political affiliation\nAnn A.,@ann_a,Minister of samples,,\nBo B.,,Member,,\nCee C.,Account suspended,Member,,\n");
        Assert.Equal(("twitter:@ann_a", "Ann A.", ""), (((AccountRow)rows[0]).Account.Id, ((AccountRow)rows[0]).Account.Name, ((AccountRow)rows[0]).Account.Bio));
        Assert.Contains("names no account", Assert.IsType<QuarantinedRow>(rows[1]).Reason, StringComparison.Ordinal);
        Assert.Contains("'Account suspended' is no handle", Assert.IsType<QuarantinedRow>(rows[2]).Reason, StringComparison.Ordinal);
    }

    private List<ArchiveRow> Read(string format, string text)
    {
        var file = files.Csv("x.csv", text);
        Assert.Equal(format, new ArchiveReader().Detect(file)?.Format);
        return ReleaseFiles.Read(file);
    }
}
