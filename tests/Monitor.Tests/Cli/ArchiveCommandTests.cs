using System.Text.Json;

namespace Monitor.Tests.Cli;

/// <summary><c>monitor archive</c> as people use it: a table by a mapping, a second version, what changed and who leaned on it, and whether the files are as they were.</summary>
public sealed class ArchiveCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ArchiveCommandTests()
    {
        Demo.SampleFiles.Write(_folder);
        _folder.Put("pages.mapping.yaml", "kind: accounts\nplatform: facebook\naccount:\n  id: Ident\n  name: Page\n  bio: About\n");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_table_comes_in_by_a_mapping_and_its_versions_can_be_compared()
    {
        var first = await Import("Ident,Page,About,Extra\np1,The sample page,Student,x\np2,Another,,x\n,,,nobody\n", expected: 1);
        var table = first.Single(f => f.GetProperty("file").GetString() == "pages.csv");
        Assert.Equal(("3 2 1", "Extra"), ($"{table.GetProperty("rows")} {table.GetProperty("accounts")} {table.GetProperty("quarantined")}", table.GetProperty("unused")[0].GetString()));
        Assert.Contains("accounts announced, 2 received", table.GetProperty("announced")[0].GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Contains("A mapping", first.Single(f => f.GetProperty("file").GetString() == "pages.mapping.yaml").GetProperty("note").GetString(), StringComparison.Ordinal);

        Assert.Equal(0, (await Run("review", "add", "facebook:p1", "--verdict", "unclear", "--by", "A reviewer", "--note", "a test", "--evidence", "row=sample-release/1/pages.csv:2=Student")).Code);
        await Import("Ident,Page,About,Extra\np1,The sample page,Journalist,x\np3,A third,,x\n", expected: 0);
        var changes = (await Run("archive", "diff", "sample-release", "--json")).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();

        Assert.Equal(["added facebook:p3", "changed facebook:p1", "removed facebook:p2"], changes.Select(c => $"{c.GetProperty("what")} {c.GetProperty("account")}"));
        Assert.Equal("bio Student Journalist", string.Join(' ', changes[1].GetProperty("fields")[0].EnumerateObject().Select(p => p.Value)));
        Assert.Equal("rests on the older row", Assert.Single(changes[1].GetProperty("reviews").EnumerateArray()).GetProperty("why").GetString());
        Assert.Empty(changes[2].GetProperty("reviews").EnumerateArray());
        var text = await Run("archive", "diff", "sample-release");
        Assert.Contains("review 1 “unclear” by A reviewer rests on the older row", text.Output, StringComparison.Ordinal);
        Assert.Contains("not-in-version-2", (await Run("account", "facebook:p2", "--json")).Output, StringComparison.Ordinal);

        var shown = (await Run("archive", "show", "sample-release")).Output;
        Assert.Contains("pages.mapping.yaml  mapping", shown, StringComparison.Ordinal);
        Assert.Contains("accounts announced, 2 received", shown, StringComparison.Ordinal);
        Assert.Contains("2 received", (await Run("archive", "list")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_looks_at_every_release_and_names_each_fault()
    {
        await Import("Ident,Page,About,Extra\np1,The sample page,,\n", expected: 0);
        Assert.Equal(0, (await Run("archive", "verify")).Code);
        Assert.Equal(2, (await Run("archive", "verify", "nowhere")).Code);
        File.AppendAllText(_folder.At("data", "releases", "sample-release", "1", "pages.csv"), "x");
        var (code, output, _) = await Run("archive", "verify");

        Assert.Equal(1, code);
        Assert.Contains("sample-release: " + _folder.At("data", "releases", "sample-release", "1", "pages.csv") + ": has SHA-256", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_mapping_is_named_before_anything_is_kept()
    {
        _folder.Put("pages.mapping.yaml", "kind: accounts\naccount:\n  idd: Ident\n");
        _folder.Put("pages.csv", "Ident\n1\n");
        var (code, output, errors) = await Run("archive", "import", _folder.At("pages.csv"), "--release", "sample-release", "--mapping", _folder.At("pages.mapping.yaml"));

        Assert.Equal((2, ""), (code, output));
        Assert.Contains("pages.mapping.yaml:3: unknown key 'idd'; did you mean 'id'?", errors, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.At("data", "releases", "sample-release")));
        Assert.Contains("windows-1256", (await Run("archive", "import", _folder.At("pages.csv"), "--release", "sample-release", "--encoding", "klingon")).Errors, StringComparison.Ordinal);
    }

    private async Task<List<JsonElement>> Import(string table, int expected)
    {
        _folder.Put("pages.csv", table);
        var (code, output, errors) = await Run("archive", "import", _folder.At("pages.csv"), "--release", "sample-release", "--mapping", _folder.At("pages.mapping.yaml"), "--json");
        Assert.True(code == expected, errors + output);
        return [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
    }

    private Task<(int Code, string Output, string Errors)> Run(params string[] arguments) =>
        MonitorProcess.Run([.. arguments, "--data", _folder.At("data"), "--config", _folder.At("monitor.yaml")]);
}
