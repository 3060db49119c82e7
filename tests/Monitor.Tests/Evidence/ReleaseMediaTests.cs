using System.IO.Compression;
using Monitor.Core.Evidence;

namespace Monitor.Tests.Evidence;

public sealed class ReleaseMediaTests : IDisposable
{
    private const string Id = "sample-2018-10";
    private static readonly string Hash = string.Concat(Enumerable.Repeat("0a1b2c3d", 8));
    private readonly TemporaryFolder folder = new();
    private readonly ReleaseStore store;

    public ReleaseMediaTests() => store = new(folder.At("releases"));

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("ira_10/12345678/images/673250708364247040-CVfPc8YUsAApZSL.jpg", "12345678", "673250708364247040")]
    [InlineData("2018/images/673250708364247040_1.mp4", "", "673250708364247040")]
    [InlineData("a/AbCdEfGhIjKlMnOpQrStUvWxYz+0123456789AbCdE=/x.png", "AbCdEfGhIjKlMnOpQrStUvWxYz+0123456789AbCdE=", "")]
    [InlineData("pictures/holiday.gif", "", "")]
    [InlineData("12.jpg", "", "")]
    public void Account_and_post_are_read_from_a_path_and_not_guessed(string path, string user, string post)
    {
        var media = MediaReference.Of(path, 5, "");
        Assert.Equal((path, user, post), (media.Path, media.UserId, media.PostId));
    }

    [Fact]
    public void Media_are_indexed_and_not_copied()
    {
        folder.Put("in/users.csv", "userid\n1\n");
        folder.Put($"in/media/{Hash}/images/673250708364247040-abc.jpg", "a picture");
        Zip("in/media/part_001.zip", ($"part_1/{Hash}/videos/673250708364247041-def.mp4", "a film"), ("README.txt", "a note"));
        Zip("in/mixed.zip", ("users.csv", "userid\n2\n"), ("7654321/images/673250708364247042-g.png", "x"));
        var kept = store.Keep(Id, [folder.At("in")]);

        Assert.Equal(["media-index/in.jsonl", "mixed.zip", "users.csv"], kept.Files.Select(f => f.Name));
        Assert.Equal(folder.At("in"), kept.Files[0].Origin);
        var media = ReleaseMedia.In(kept).ToList();
        Assert.Equal(
            [$"media/{Hash}/images/673250708364247040-abc.jpg", $"media/part_001.zip!/part_1/{Hash}/videos/673250708364247041-def.mp4", "mixed.zip!/7654321/images/673250708364247042-g.png"],
            media.Select(m => m.Path));
        Assert.Equal((9, "", 6), (media[0].Bytes, media[0].Digest, media[1].Bytes));
        Assert.Matches("^crc32:[0-9a-f]{8}$", media[1].Digest);
        Assert.Equal(2, ReleaseMedia.OfAccount(kept, Hash).Count());
        Assert.Equal(media[1], Assert.Single(ReleaseMedia.OfPost(kept, "673250708364247041")));
        Assert.Equal(new MediaCounts(3, 16, 3, 3, 0), ReleaseMedia.Count(kept));
        Assert.DoesNotContain(Directory.EnumerateFiles(folder.At("releases"), "*", SearchOption.AllDirectories), f => MediaReference.IsMedia(f) || f.EndsWith("part_001.zip", StringComparison.Ordinal));

        var again = store.Keep(Id, [folder.At("in")]);
        Assert.Equal((1, false), (again.Version, again.New));
        folder.Put($"in/media/{Hash}/images/673250708364247043-new.jpg", "another");
        Assert.Equal(2, store.Keep(Id, [folder.At("in")]).Version);
        Assert.Empty(store.Verify(Id));
        Assert.Empty(Directory.GetFiles(folder.At("releases"), "*.monitor-part", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_list_of_the_publisher_s_is_read_as_it_is()
    {
        var digest = new string('a', 64);
        folder.Put("in/media_list.csv", $"path,bytes,sha256\ngs://sample/1234567/images/673250708364247040-a.jpg,17,{digest}\nno media\n");
        folder.Put("in/addresses.txt", "https://sample.example/tables.zip\n");
        var kept = store.Keep(Id, [folder.At("in")]);

        Assert.Equal(new MediaCounts(1, 17, 1, 1, 1), ReleaseMedia.Count(kept));
        Assert.Equal(digest, Assert.Single(ReleaseMedia.In(kept)).Digest);
        Assert.False(ReleaseMedia.IsList(kept.Files[0]));
    }

    [Fact]
    public void A_release_without_media_has_no_count() => Assert.Null(ReleaseMedia.Count(store.Keep(Id, [folder.Put("in/users.csv", "userid\n1\n")])));

    [Fact]
    public void A_mapping_or_an_encoding_that_was_not_there_makes_a_new_version()
    {
        var table = folder.Put("in/table.csv", "a,b\n");
        var mapping = folder.Put("my.yaml", "kind: accounts\n");
        Assert.Equal(1, store.Keep(Id, [table]).Version);
        var mapped = store.Keep(Id, [table], [("my.mapping.yaml", mapping)]);
        Assert.Equal((2, true), (mapped.Version, mapped.New));
        Assert.Equal(["my.mapping.yaml", "table.csv"], mapped.Named.Select(f => f.Name));
        Assert.True(mapped.Files[0].IsMapping);
        Assert.Equal((2, false), Told(store.Keep(Id, [table], [("my.mapping.yaml", mapping)])));

        var encoded = store.Keep(Id, [table], encoding: "windows-1256");
        Assert.Equal((3, "windows-1256"), (encoded.Version, encoded.Files[1].Encoding));
        Assert.Equal((3, false), Told(store.Keep(Id, [table], encoding: "windows-1256")));
        Assert.Equal("windows-1256", store.Get(Id, 3)!.Files[1].Encoding);
        Assert.Null(store.Get(Id, 2)!.Files[1].Encoding);
    }

    private static (int, bool) Told(KeptRelease kept) => (kept.Version, kept.New);

    private void Zip(string name, params (string Member, string Text)[] members)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder.At(name))!);
        using var zip = ZipFile.Open(folder.At(name), ZipArchiveMode.Create);
        foreach (var (member, text) in members)
        {
            using var writer = new StreamWriter(zip.CreateEntry(member).Open());
            writer.Write(text);
        }
    }
}
