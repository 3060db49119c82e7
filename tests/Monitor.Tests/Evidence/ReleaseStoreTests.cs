using Monitor.Core.Evidence;

namespace Monitor.Tests.Evidence;

public sealed class ReleaseStoreTests : IDisposable
{
    private const string Id = "sample-2018-10";
    private readonly TemporaryFolder folder = new();
    private readonly ReleaseStore store;

    public ReleaseStoreTests() => store = new(folder.At("releases"));

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_folder_is_kept_verbatim_with_its_subfolders()
    {
        folder.Put("in/users.csv", "userid\n1\n");
        folder.Put("in/tweets/part-1.csv", "tweetid\n");
        folder.Put("in/.DS_Store", "rubbish");
        var kept = store.Keep(Id, [folder.At("in")]);
        Assert.Equal((Id, 1, true), (kept.ReleaseId, kept.Version, kept.New));
        Assert.Equal(["tweets/part-1.csv", "users.csv"], kept.Files.Select(f => f.Name));
        var users = kept.Files[1];
        Assert.Equal("userid\n1\n", File.ReadAllText(users.Path));
        Assert.Equal(9, users.Bytes);
        Assert.Equal(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("userid\n1\n"u8)), users.Sha256);
        Assert.Equal(folder.At("releases", Id, "1", "users.csv"), users.Path);
        Assert.Empty(store.Verify(Id));
    }

    [Fact]
    public void The_same_files_again_change_nothing()
    {
        var file = folder.Put("in/users.csv", "userid\n1\n");
        var first = store.Keep(Id, [folder.At("in")]);
        var manifest = File.ReadAllText(folder.At("releases", Id, "1", "manifest.json"));
        var second = store.Keep(Id, [file]);
        Assert.False(second.New);
        Assert.Equal(first.Files, second.Files);
        Assert.Equal(first.Files, second.Named);
        Assert.False(store.Keep(Id, [folder.Path + "/in/../in"]).New);
        Assert.Equal(manifest, File.ReadAllText(folder.At("releases", Id, "1", "manifest.json")));
    }

    [Fact]
    public void An_added_file_extends_the_newest_version()
    {
        store.Keep(Id, [folder.Put("in/users.csv", "userid\n1\n")]);
        var kept = store.Keep(Id, [folder.Put("in/tweets.csv", "tweetid\n")]);
        Assert.Equal((1, true), (kept.Version, kept.New));
        Assert.Equal(["tweets.csv", "users.csv"], kept.Files.Select(f => f.Name));
        Assert.Equal(["tweets.csv"], kept.Named.Select(f => f.Name));
    }

    [Fact]
    public void A_changed_file_makes_a_new_version_and_the_unchanged_one_is_not_copied()
    {
        store.Keep(Id, [folder.Put("in/users.csv", "old"), folder.Put("in/tweets.csv", "same")]);
        folder.Put("in/users.csv", "new");
        var kept = store.Keep(Id, [folder.At("in")]);
        Assert.Equal((2, true), (kept.Version, kept.New));
        Assert.Equal(folder.At("releases", Id, "1", "tweets.csv"), kept.Files[0].Path);
        Assert.Equal("new", File.ReadAllText(kept.Files[1].Path));
        Assert.Equal("old", File.ReadAllText(store.Get(Id, 1)!.Files[1].Path));
        Assert.Equal([1, 2], store.All().Select(v => v.Version));

        folder.Put("in/users.csv", "old");
        var back = store.Keep(Id, [folder.At("in")]);
        Assert.Equal((1, false), (back.Version, back.New));
    }

    [Fact]
    public void After_a_crash_at_any_step_the_release_is_as_before_and_can_be_imported_again()
    {
        store.Keep(Id, [folder.Put("in/users.csv", "old")]);
        folder.Put("in/users.csv", "new");
        folder.Put("in/tweets.csv", "tweetid\n");

        // What lies there after a kill while copying, after the first rename, and before the manifest's.
        folder.Put($"releases/{Id}/2/tweets.csv.monitor-part", "twe");
        folder.Put($"releases/{Id}/2/users.csv", "new");
        folder.Put($"releases/{Id}/2/manifest.json.monitor-part", "{");
        Assert.Single(store.All());
        Assert.Equal("old", File.ReadAllText(Assert.Single(store.Get(Id, 1)!.Files).Path));
        Assert.Null(store.Get(Id, 2));
        Assert.Empty(store.Verify(Id));

        var kept = store.Keep(Id, [folder.At("in")]);
        Assert.Equal(2, kept.Version);
        Assert.Empty(store.Verify(Id));
        Assert.Empty(Directory.GetFiles(folder.At("releases"), "*.monitor-part", SearchOption.AllDirectories));
    }

    [Fact]
    public void Verify_names_each_changed_and_each_missing_file()
    {
        var kept = store.Keep(Id, [folder.Put("in/a.csv", "a"), folder.Put("in/b.csv", "b"), folder.Put("in/c.csv", "c")]);
        File.WriteAllText(kept.Files[0].Path, "A");
        File.Delete(kept.Files[1].Path);
        var mismatches = store.Verify(Id);
        Assert.Equal(2, mismatches.Count);
        Assert.StartsWith(kept.Files[0].Path + ": has SHA-256", mismatches[0], StringComparison.Ordinal);
        Assert.Equal(kept.Files[1].Path + ": is gone", mismatches[1]);
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("a/b")]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("Upper")]
    public void An_id_that_is_no_plain_name_is_refused(string id)
    {
        var file = folder.Put("in/a.csv", "a");
        Assert.Throws<ArgumentException>(() => store.Keep(id, [file]));
        Assert.Throws<ArgumentException>(() => store.Get(id, 1));
    }

    [Fact]
    public void A_manifest_that_leads_out_of_its_folder_is_refused()
    {
        store.Keep(Id, [folder.Put("in/a.csv", "a")]);
        var manifest = folder.At("releases", Id, "1", "manifest.json");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace("1/a.csv", "../../in/a.csv", StringComparison.Ordinal));
        Assert.Contains(manifest, Assert.Throws<InvalidDataException>(() => store.Get(Id, 1)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_with_the_names_of_the_store_itself_are_kept_too()
    {
        folder.Put("in/manifest.json", "theirs");
        folder.Put("in/manifest.json.kept", "theirs too");
        folder.Put("in/x.monitor-part", "odd");
        store.Keep(Id, [folder.At("in")]);
        var kept = store.Keep(Id, [folder.Put("more/y.csv", "y")]);
        Assert.Equal(["theirs", "theirs too", "odd", "y"], kept.Files.Select(f => File.ReadAllText(f.Path)));
        Assert.Empty(store.Verify(Id));
    }

    [Fact]
    public void Two_different_files_of_one_name_are_refused_with_the_mend()
    {
        var error = Assert.Throws<ArgumentException>(() => store.Keep(Id, [folder.Put("a/users.csv", "1"), folder.Put("b/users.csv", "2")]));
        Assert.Contains("give the folder above them", error.Message, StringComparison.Ordinal);
        Assert.Throws<FileNotFoundException>(() => store.Keep(Id, [folder.At("absent")]));
    }

    [Theory]
    [InlineData("plain.csv", "plain.csv")]
    [InlineData("a/../b", "a/_/b")]
    [InlineData("c:evil\u0007?.csv", "c_evil__.csv")]
    [InlineData("...", "_")]
    [InlineData("", "_")]
    public void Names_lead_nowhere_else(string name, string safe) => Assert.Equal(safe, GivenFile.Safe(name));
}
