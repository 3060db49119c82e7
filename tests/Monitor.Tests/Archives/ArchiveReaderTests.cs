using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Monitor.Core.Archives;

namespace Monitor.Tests.Archives;

public sealed class ArchiveReaderTests : IDisposable
{
    private readonly ReleaseFiles files = new();

    public void Dispose() => files.Dispose();

    [Fact]
    public void Plain_gzip_and_zip_give_the_same_rows()
    {
        var text = $"{ReleaseFiles.UserHeader}\n1,A,aa,,,,,,,\n2,B,bb,,,,,,,\n";
        var zip = files.Zip("release.zip", ("part/one.csv", text), ("part/two.csv.txt", "?"), ("__MACOSX/._one.csv", "?"));
        var found = ArchiveReader.FindIn("release.zip", zip);
        var member = Assert.Single(found.Files);

        Assert.Equal("release.zip!/part/one.csv", member.Name);
        Assert.Equal(2, found.Skipped.Count);
        var plain = ReleaseFiles.Read(files.Csv("users.csv", text)).Cast<AccountRow>().Select(r => (r.Account.Id, r.Source.Line, r.Source.Offset)).ToList();
        Assert.Equal(plain, ReleaseFiles.Read(member).Cast<AccountRow>().Select(r => (r.Account.Id, r.Source.Line, r.Source.Offset)));
        Assert.Equal(plain, ReleaseFiles.Read(files.Gzip("users.csv.gz", text)).Cast<AccountRow>().Select(r => (r.Account.Id, r.Source.Line, r.Source.Offset)));
    }

    [Fact]
    public void Reading_goes_on_behind_any_row_as_if_it_had_never_stopped()
    {
        var text = new StringBuilder(ReleaseFiles.TweetHeader).Append('\n');
        for (var i = 0; i < 40; i++)
        {
            text.Append(i % 9 == 5 ? "too,few\n" : ReleaseFiles.Tweet($"8395012345678901{i:00}", $"{i % 3}", i % 4 == 0 ? "\"two\nlines, متن\"" : "one") + (i % 2 == 0 ? "\n" : "\r\n\n"));
        }

        var (plain, packed) = (files.Csv("t.csv", text.ToString()), files.Gzip("t.csv.gz", text.ToString()));
        var all = Rows(plain, 0, null);
        Assert.Equal(40, all.Count);
        for (var skip = 1; skip <= all.Count; skip++)
        {
            var last = all[skip - 1].Place;
            Assert.Equal(all.Skip(skip), Rows(plain, skip, last));
            Assert.Equal(all.Skip(skip), Rows(packed, skip, last));
            Assert.Equal(all.Skip(skip), Rows(plain, skip, null));
        }

        List<(RowPlace Place, string What)> Rows(ArchiveFile file, long skip, RowPlace? last) =>
            [.. new ArchiveReader().Read(ReleaseFiles.Release, 1, file, skip, last).Select(r => (new RowPlace(r.Source.Line, r.Source.Offset), r is PostRow p ? p.Post.Id + p.Post.Text : ((QuarantinedRow)r).Raw))];
    }

    [Fact]
    public void The_unpacked_size_is_told_where_it_is_known()
    {
        var text = string.Concat(Enumerable.Repeat("a,b,c\n", 1000));
        Assert.Equal(6000, ArchiveReader.Size(files.Csv("s.csv", text)));
        Assert.Equal(6000, ArchiveReader.Size(files.Gzip("s.csv.gz", text)));
        Assert.Equal(6000, ArchiveReader.Size(ArchiveReader.FindIn("s.zip", files.Zip("s.zip", ("s.csv", text))).Files[0]));
        Assert.Null(ArchiveReader.Size(new("gone.csv", Path.Combine(files.Folder, "gone.csv"), null)));
    }

    [Fact]
    public void A_folder_is_searched_and_what_is_left_out_has_a_reason()
    {
        files.Csv("a.csv", "x");
        files.Csv("notes.txt", "x");
        files.Csv("photo.jpg", "x");
        files.Bytes("broken.zip", [1, 2, 3]);
        var found = ArchiveReader.FindFiles([files.Folder, Path.Combine(files.Folder, "a.csv"), Path.Combine(files.Folder, "nowhere")]);

        Assert.Equal(["a.csv"], found.Files.Select(f => f.Name));
        Assert.Equal(4, found.Skipped.Count);
        Assert.All(found.Skipped, s => Assert.NotEmpty(s.Reason));
    }

    [Fact]
    public void A_gzip_file_that_is_cut_off_gives_its_rows_and_says_where_it_ends()
    {
        var text = new StringBuilder(ReleaseFiles.UserHeader).Append('\n');
        for (var i = 0; i < 50_000; i++)
        {
            text.Append(i).Append(',').Append(i * 7919 % 10_007).Append(",h").Append(i).Append(",,,,,,,\n");
        }

        var whole = files.Gzip("users.csv.gz", text.ToString());
        var bytes = File.ReadAllBytes(whole.Path);
        var rows = ReleaseFiles.Read(files.Bytes("cut.csv.gz", bytes[..(bytes.Length / 2)]));
        Assert.InRange(rows.Count, 10_000, 40_000);
        Assert.Contains("cut off", Assert.IsType<QuarantinedRow>(rows[^1]).Reason, StringComparison.Ordinal);
        Assert.All(rows.Take(rows.Count - 2), r => Assert.IsType<AccountRow>(r));

        bytes.AsSpan(bytes.Length / 2).Fill(0xAA);
        var damaged = ReleaseFiles.Read(files.Bytes("damaged.csv.gz", bytes));
        Assert.Contains("cannot be read on", Assert.IsType<QuarantinedRow>(damaged[^1]).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_header_and_a_file_that_cannot_be_opened_say_so()
    {
        var unknown = files.Csv("x.csv", "alpha,beta\n1,2\n");
        Assert.Null(new ArchiveReader().Detect(unknown));
        Assert.Contains("no known table", Assert.IsType<QuarantinedRow>(Assert.Single(ReleaseFiles.Read(unknown))).Reason, StringComparison.Ordinal);
        Assert.IsType<QuarantinedRow>(Assert.Single(ReleaseFiles.Read(new("gone.csv", Path.Combine(files.Folder, "gone.csv"), null))));
        Assert.IsType<QuarantinedRow>(Assert.Single(ReleaseFiles.Read(files.Csv("empty.csv", ""))));
    }

    /// <summary>
    /// A sound file, mutated at random places with the bytes that matter, is read without an exception; every line of it is in exactly one row, offsets agree with
    /// lines, and reading on behind any number of rows gives the same rows.
    /// </summary>
    [Fact]
    public void Mutated_files_are_read_to_the_end_and_every_row_ends_as_a_record_or_in_quarantine()
    {
        var sound = Encoding.UTF8.GetBytes(
            ReleaseFiles.TweetHeader + "\n" + string.Join('\n', Enumerable.Range(0, 30).Select(i =>
                ReleaseFiles.Tweet($"{839_501_234_567_890_123 + i}", i % 3 == 0 ? ReleaseFiles.Hash43 : $"{i}", i % 2 == 0 ? "\"He said \"\"no\"\",\nتمام\"" : "plain"))) + "\n");
        byte[] letters = [(byte)'"', (byte)',', (byte)'\n', (byte)'\r', 0, 0xFF, (byte)'[', (byte)'\\', (byte)'E', (byte)'x'];
        var change = from at in Gen.Choose(ReleaseFiles.TweetHeader.Length + 1, sound.Length - 1)
                     from kind in Gen.Choose(0, 2)
                     from letter in Gen.Elements(letters)
                     select (at, kind, letter);
        var changes = change.ListOf().Select(list => list.Take(6).ToList());
        var skips = Gen.Choose(0, 40);

        Prop.ForAll(changes.ToArbitrary(), skips.ToArbitrary(), (list, skip) =>
        {
            var bytes = sound.ToList();
            foreach (var (at, kind, letter) in list.Where(c => c.at < bytes.Count))
            {
                switch (kind)
                {
                    case 0: bytes[at] = letter; break;
                    case 1: bytes.Insert(at, letter); break;
                    default: bytes.RemoveRange(at, Math.Min(letter, bytes.Count - at)); break;
                }
            }

            var content = bytes.ToArray();
            var file = files.Bytes("mutated.csv", content);
            var rows = ReleaseFiles.Read(file);
            AssertPlaces(content, rows);
            Assert.Equal(rows.Skip(skip).Select(Place), ReleaseFiles.Read(file, skip).Select(Place));
            Assert.Equal(rows.Count, rows.Count(r => r is PostRow) + rows.Count(r => r is QuarantinedRow));
        }).QuickCheckThrowOnFailure();
    }

    private static (Type, long, long) Place(ArchiveRow row) => (row.GetType(), row.Source.Line, row.Source.Offset);

    /// <summary>Rows stand one behind the other: between them are only empty lines, and the line of each is told by the line feeds before it.</summary>
    private static void AssertPlaces(byte[] content, List<ArchiveRow> rows)
    {
        var after = (long)ReleaseFiles.TweetHeader.Length + 1;
        foreach (var row in rows)
        {
            Assert.True(row.Source.Offset >= after);
            Assert.Equal(1 + content.AsSpan(0, (int)row.Source.Offset).Count((byte)'\n'), row.Source.Line);
            Assert.True(row.Source.Offset == 0 || content[row.Source.Offset - 1] == '\n');
            after = row.Source.Offset + 1;
        }
    }
}
