using System.Text;
using Monitor.Core.Archives;

namespace Monitor.Tests.Archives;

public sealed class TwitterUsersTests : IDisposable
{
    private readonly ReleaseFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void A_row_becomes_an_account_with_its_line_and_byte_offset()
    {
        var file = files.Csv("users.csv", $"{ReleaseFiles.UserHeader}\n12,Ann,ann_a,Rome,\"a \"\"b\"\"\nc\",http://x.example,1,2,2015-10-12,en\n13,Bo,bo_b,,,,,,,\n");
        var rows = ReleaseFiles.Read(file).Cast<AccountRow>().Select(r => r.Account).ToList();

        Assert.Equal("twitter:12", rows[0].Id);
        Assert.Equal("a \"b\"\nc", rows[0].Bio);
        Assert.Equal("2015-10-12", rows[0].Created.ToString());
        Assert.Equal((1L, 2L), (rows[0].Followers, rows[0].Following));
        Assert.Equal((2L, ReleaseFiles.UserHeader.Length + 1L), (rows[0].Source.Line, rows[0].Source.Offset));
        Assert.Equal(4L, rows[1].Source.Line);
        Assert.Null(rows[1].Followers);
        Assert.Empty(rows[1].Flags);
    }

    [Fact]
    public void Hashes_of_both_kinds_are_kept_exactly_and_hidden_profile_fields_are_left_empty()
    {
        var (a, b) = (ReleaseFiles.Hash64, ReleaseFiles.Hash43);
        var file = files.Csv("users.csv", $"{ReleaseFiles.UserHeader}\n{a},{a},{a},,bio,,1,2,2015-10-12,en\n{b},{b},{b},{b},{b},{b},1,2,2015-10-12,en\n");
        var rows = ReleaseFiles.Read(file).Cast<AccountRow>().Select(r => r.Account).ToList();

        Assert.Equal([$"twitter:{a}", $"twitter:{b}"], rows.Select(r => r.Id));
        Assert.All(rows, r => Assert.True(r.Hashed));
        Assert.Equal(["userid", "handle", "name"], rows[0].Hidden);
        Assert.Equal(["userid", "handle", "name", "bio", "location", "url"], rows[1].Hidden);
        Assert.Equal(("", "", ""), (rows[1].Bio, rows[1].Location, rows[1].Url));
        Assert.Equal(b, rows[1].Handle);
    }

    [Fact]
    public void Rounded_ids_stay_as_text_with_a_flag_and_do_not_merge_accounts()
    {
        var file = files.Csv("users.csv", $"{ReleaseFiles.UserHeader}\n9.06E+17,A,aa,,,,,,,\n9.06E+17,B,bb,,,,,,,\n");
        var rows = ReleaseFiles.Read(file).Cast<AccountRow>().Select(r => r.Account).ToList();

        Assert.All(rows, r => Assert.Equal("9.06E+17", r.UserId));
        Assert.All(rows, r => Assert.Contains("mangled-id", r.Flags));
        Assert.Equal(2, rows.Select(r => r.Id).Distinct().Count());
    }

    [Fact]
    public void What_cannot_be_read_is_flagged_and_a_row_without_account_is_quarantined()
    {
        var file = files.Csv("users.csv", $"{ReleaseFiles.UserHeader}\n1,A,aa,,,,many,0.0,2015-13-01,en\n,,,Rome,,,,,,\n,,cc,,,,,,,\n");
        var rows = ReleaseFiles.Read(file);

        var first = Assert.IsType<AccountRow>(rows[0]).Account;
        Assert.Equal(["unreadable-number", "unreadable-time"], first.Flags);
        Assert.Equal((null, 0L, null), (first.Followers, first.Following, first.Created));
        Assert.Equal(3, Assert.IsType<QuarantinedRow>(rows[1]).Source.Line);
        Assert.Equal("twitter:@cc", Assert.IsType<AccountRow>(rows[2]).Account.Id);
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    public void A_byte_order_mark_tells_the_encoding(string name, bool mark)
    {
        var encoding = Encoding.GetEncoding(name);
        var text = $"{ReleaseFiles.UserHeader}\r\n1,سلام,aa,,,,,,,\r\n";
        var file = files.Bytes("users.csv", mark ? [.. encoding.GetPreamble(), .. encoding.GetBytes(text)] : encoding.GetBytes(text));
        var row = Assert.IsType<AccountRow>(Assert.Single(ReleaseFiles.Read(file)));

        Assert.Equal("سلام", row.Account.Name);
        Assert.Equal(name == "utf-8" ? 3 + ReleaseFiles.UserHeader.Length + 2 : -1, row.Source.Offset);
    }

    [Fact]
    public void An_encoding_that_is_not_told_shows_and_one_that_is_told_is_used()
    {
        var file = files.Bytes("users.csv", Encoding.Latin1.GetBytes($"{ReleaseFiles.UserHeader}\n1,Zoë,aa,,,,,,,\n"));

        var guessed = Assert.IsType<AccountRow>(Assert.Single(ReleaseFiles.Read(file))).Account;
        Assert.Equal(("Zo\uFFFD", "damaged-text"), (guessed.Name, Assert.Single(guessed.Flags)));
        Assert.Equal("Zoë", Assert.IsType<AccountRow>(Assert.Single(ReleaseFiles.Read(file, encoding: Encoding.Latin1))).Account.Name);
    }
}
