using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Monitor.Core.Archives;
using Monitor.Core.Definitions;
using Monitor.Core.Model;
using Monitor.Core.Text;
using Monitor.Tests.Definitions;

namespace Monitor.Tests.Archives;

public sealed class MappedTableTests : IDisposable
{
    private readonly ReleaseFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void A_list_of_pages_in_another_spelling_becomes_accounts()
    {
        var text = "Page ID;Page Name;Page URL;About;Admin Country;Followers;Date Created;Language;Ads\r\n"
            + "100200300400500;Zoë's page;https://www.facebook.com/zoe.sample;\"One;\r\ntwo\";[withheld];1.234.567;03.09.2019;n/a;x\r\n"
            + "100200300400501;-;@other;n/a;IR;n/a;yesterday;fa;\r\n"
            + ";Nobody;;;;;;;\r\n";
        var file = files.Bytes("sample-pages-1.csv", CharsetNames.Find("windows-1252")!.GetBytes(text));
        var (reader, rows) = Read(file, "sample-pages");
        var told = reader.Detect(file)!;

        Assert.Matches("^sample-pages.mapping@[0-9a-f]{8}$", told.Format);
        Assert.Equal((';', "windows-1252", "Ads"), (told.Delimiter, told.Encoding, Assert.Single(told.Unknown)));
        Assert.Empty(told.Missing);
        var first = Assert.IsType<AccountRow>(rows[0]).Account;
        Assert.Equal(("facebook:100200300400500", "zoe.sample", "Zoë's page", "One;\r\ntwo", ""), (first.Id, first.Handle, first.Name, first.Bio, first.Location));
        Assert.Equal((1_234_567L, "2019-09-03", "", "location"), (first.Followers, first.Created.ToString(), first.Language, Assert.Single(first.Hidden)));
        var second = Assert.IsType<AccountRow>(rows[1]).Account;
        Assert.Equal(("", "other", "", null, "unreadable-time"), (second.Name, second.Handle, second.Bio, second.Followers, Assert.Single(second.Flags)));
        var third = Assert.IsType<QuarantinedRow>(rows[2]);
        Assert.Equal((5L, "Nobody"), (third.Source.Line, third.Raw.Trim(';')));
        Assert.Contains("Page ID and Page URL are empty", third.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Posts_come_with_their_author_and_keep_the_offset_that_the_mapping_tells()
    {
        var file = files.Csv(
            "sample-posts.tsv",
            "author_id\tauthor\tpost_id\tbody\tposted\tlang\tscore\tis_crosspost\tcrosspost_of\ttags\tlinks\n"
            + "t2_a\tu1\tp1\tHello\t2020-01-02 03:30\ten\t-5\tTrue\tp0\tone two\t\n"
            + "t2_a\tu1\t\tHello\t\ten\t2.5\tmaybe\t\t\thttps://a.example/\n");
        var (_, rows) = Read(file, "sample-posts");
        var first = Assert.IsType<PostRow>(rows[0]);

        Assert.Equal(("twitter:p1", "twitter:t2_a", -5L, true, "p0"), (first.Post.Id, first.Post.AccountId, first.Post.Counts.Likes, first.Post.IsRepost, first.Post.RepostedPost));
        Assert.Equal(new DateTimeOffset(2020, 1, 2, 0, 0, 0, TimeSpan.Zero), first.Post.Time);
        Assert.Equal(["one", "two"], first.Post.Hashtags);
        Assert.Equal(("u1", AccountPreference.FromPost), (first.Author!.Handle, Assert.Single(first.Author.Flags)));
        var second = Assert.IsType<PostRow>(rows[1]);
        Assert.Null(second.Author);
        Assert.StartsWith("twitter:~p", second.Post.Id, StringComparison.Ordinal);
        Assert.Equal(["no-post-id", "unreadable-number", "unreadable-truth"], second.Post.Flags.Order());
    }

    [Fact]
    public void Events_take_their_meaning_from_the_mapping_and_an_unknown_word_is_quarantined()
    {
        var file = files.Csv("sample-actions.csv", "account_id,account_name,action,acted_at,reason\n7,ann, Removed ,1600000000,spam\n7,ann,restored,,\n8,bo,warned,,\n");
        var (_, rows) = Read(file, "sample-actions");
        var first = Assert.IsType<StatusRow>(rows[0]);

        Assert.Equal((StatusKind.Suspended, "2020-09-13T12:26+00:00", "spam"), (first.Events[0].Kind, first.Events[0].Time.ToString(), first.Events[0].Detail));
        Assert.Equal("ann", first.Account!.Handle);
        var second = Assert.IsType<StatusRow>(rows[1]);
        Assert.Equal((StatusKind.Reinstated, null, "restored"), (second.Events[0].Kind, second.Events[0].Time, second.Events[0].Detail));
        var third = Assert.IsType<QuarantinedRow>(rows[2]);
        Assert.Contains("'warned'", third.Reason, StringComparison.Ordinal);
        Assert.Contains("sample-actions.mapping.yaml", third.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_without_header_is_read_by_the_places_of_its_columns()
    {
        var (_, rows) = Read(files.Csv("names.txt", "ann|Ann A.\nbo|\n"), Mapping("kind: accounts\nheader: false\ndelimiter: pipe\nfiles: [\"names*\"]\naccount:\n  handle: \"1\"\n  name: \"2\"\n"));
        Assert.Equal([("ann", "Ann A.", 1L), ("bo", "", 2L)], rows.Cast<AccountRow>().Select(r => (r.Account.Handle, r.Account.Name, r.Source.Line)));
    }

    [Fact]
    public void Ids_that_the_publisher_hides_by_a_word_do_not_become_one_account()
    {
        var mapping = Mapping("kind: accounts\nhidden: [\"[redacted]\"]\naccount:\n  id: id\n  handle: h\n");
        var (_, rows) = Read(files.Csv("x.csv", $"id,h\n[redacted],ann\n[redacted],\n{ReleaseFiles.Hash43},{ReleaseFiles.Hash43}\n3.65082069254156E+017,bo\n"), mapping);

        Assert.Equal(("twitter:@ann", "userid"), (((AccountRow)rows[0]).Account.Id, Assert.Single(((AccountRow)rows[0]).Account.Hidden)));
        Assert.Contains("hidden by the publisher", Assert.IsType<QuarantinedRow>(rows[1]).Reason, StringComparison.Ordinal);
        var hashed = ((AccountRow)rows[2]).Account;
        Assert.Equal((true, ReleaseFiles.Hash43, "userid,handle"), (hashed.Hashed, hashed.Handle, string.Join(',', hashed.Hidden)));
        Assert.Equal(("twitter:3.65082069254156E+017~bo", "mangled-id"), (((AccountRow)rows[3]).Account.Id, Assert.Single(((AccountRow)rows[3]).Account.Flags)));
    }

    [Fact]
    public void A_table_that_lacks_columns_of_the_mapping_says_so()
    {
        var mapping = Mapping("kind: accounts\nmatch: [id]\naccount:\n  id: id\n  bio: about\n");
        var file = files.Csv("x.csv", "ID,other\n1,2\n");
        var (reader, rows) = Read(file, mapping);
        Assert.Equal(["about"], reader.Detect(file)!.Missing);
        Assert.Equal("twitter:1", ((AccountRow)Assert.Single(rows)).Account.Id);
        Assert.Null(new ArchiveReader().Detect(file));
    }

    [Theory]
    [InlineData("shift_jis", "日本ソ,ア")]
    [InlineData("utf-16", "سلام")]
    [InlineData("big5", "許功蓋")]
    [InlineData("windows-1256", "سلام")]
    public void A_table_in_another_encoding_is_read_when_it_is_named(string encoding, string name)
    {
        var file = files.Bytes("users.csv", CharsetNames.Find(encoding)!.GetBytes($"{ReleaseFiles.UserHeader}\n1,\"{name}\",aa,,,,,,,\n")) with { Encoding = encoding };
        Assert.Equal(name, Assert.IsType<AccountRow>(Assert.Single(ReleaseFiles.Read(file))).Account.Name);
    }

    [Theory]
    [InlineData(';')]
    [InlineData('\t')]
    public void A_known_table_with_another_delimiter_is_told_by_its_header(char delimiter)
    {
        var file = files.Csv("users.csv", $"{ReleaseFiles.UserHeader}\n8,Ann,aa,,,,,,,\n".Replace(',', delimiter));
        var told = new ArchiveReader().Detect(file)!;
        Assert.Equal(("twitter-users", delimiter), (told.Format, told.Delimiter));
        Assert.Equal("twitter:8", Assert.IsType<AccountRow>(Assert.Single(ReleaseFiles.Read(file))).Account.Id);
    }

    /// <summary>Whatever bytes stand behind the header, every line is in a row, each row is a record or in quarantine, and reading on behind any row gives the same.</summary>
    [Fact]
    public void No_bytes_make_a_mapped_table_throw_or_lose_a_row()
    {
        byte[] letters = [(byte)'"', (byte)'\t', (byte)'\n', (byte)'\r', 0, 0xFF, 0xC3, (byte)'[', (byte)'1', (byte)'E', (byte)'+', (byte)'-', (byte)':', (byte)'2', (byte)' '];
        var header = Encoding.UTF8.GetBytes("author_id\tauthor\tpost_id\tbody\tposted\tlang\tscore\tis_crosspost\tcrosspost_of\ttags\tlinks\n");
        var reader = new ArchiveReader(new() { Mappings = [Committed("sample-posts")] });
        Prop.ForAll(Gen.ArrayOf(Gen.Elements(letters)).Resize(400).ToArbitrary(), Gen.Choose(0, 9).ToArbitrary(), (bytes, skip) =>
        {
            var file = files.Bytes("sample-posts.tsv", [.. header, .. bytes]);
            var rows = reader.Read(ReleaseFiles.Release, 1, file).ToList();
            Assert.All(rows, r => Assert.True(r is PostRow or QuarantinedRow { Reason.Length: > 0, Mend.Length: > 0 }));
            Assert.Equal(rows.Skip(skip).Select(r => (r.GetType(), r.Source)), reader.Read(ReleaseFiles.Release, 1, file, skip).Select(r => (r.GetType(), r.Source)));

            // Between two rows, and behind the last, are only empty lines.
            var starts = rows.Select(r => (int)r.Source.Offset).Prepend(header.Length).ToList();
            var covered = bytes.AsSpan(0, starts.Count > 1 ? starts[1] - header.Length : bytes.Length).IndexOfAnyExcept((byte)'\r', (byte)'\n');
            Assert.True(covered < 0, "bytes before the first row are in none");
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void The_number_of_rows_is_that_of_the_lines_when_no_quotation_mark_is_there()
    {
        var cell = Gen.Elements("", "a", "12", "[b", "2020-01-02", "é", "n/a");
        var row = Gen.ArrayOf(cell, 5);
        var reader = new ArchiveReader(new() { Mappings = [Mapping("kind: accounts\nmatch: [id]\nempty: [\"n/a\"]\naccount:\n  id: id\n  created: c\n  followers: f\n")] });
        Prop.ForAll(Gen.ListOf(row).ToArbitrary(), table =>
        {
            var lines = table.Select(r => string.Join(',', r)).ToList();
            var rows = reader.Read(ReleaseFiles.Release, 1, files.Csv("x.csv", "id,c,f,x,y\n" + string.Concat(lines.Select(l => l + "\n")))).ToList();
            Assert.Equal(lines.Count, rows.Count);
            Assert.Equal(table.Count(r => r[0] is not ("" or "n/a")), rows.Count(r => r is AccountRow));
        }).QuickCheckThrowOnFailure();
    }

    private static TableMapping Committed(string name) => Assert.Single(TableMappings.LoadFile(Path.Combine(CommittedDefinitions.Mappings, name + ReleaseFile.MappingEnding)).Items);

    private TableMapping Mapping(string text)
    {
        var set = TableMappings.LoadFile(files.Csv("test.mapping.yaml", text).Path);
        Assert.Empty(set.Errors);
        return Assert.Single(set.Items);
    }

    private static (ArchiveReader Reader, List<ArchiveRow> Rows) Read(ArchiveFile file, string committed) => Read(file, Committed(committed));

    private static (ArchiveReader Reader, List<ArchiveRow> Rows) Read(ArchiveFile file, TableMapping mapping)
    {
        var reader = new ArchiveReader(new() { Mappings = [mapping] });
        return (reader, reader.Read(ReleaseFiles.Release, 1, file).ToList());
    }
}
